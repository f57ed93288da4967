// Where a request comes from, for rates and counts: the socket's other end, or what trusted proxies say of it.
//
// `X-Forwarded-For` is a list that each proxy adds to at its right end and that a stranger can begin with anything. With
// `n` proxies trusted, the n-th entry from the right was written by the outermost of them and is the truth; everything left
// of it is a claim. What is no address there counts as the proxy's own. Rules ADDRESS-1 to ADDRESS-3, SPEC.md.
import { isIP, isIPv6 } from 'node:net'

/** `peer`: the socket's other end. `forwarded`: the header, all lines of it joined with commas. */
export function clientAddress(peer: string | undefined, forwarded: string | undefined, trustedProxies: number): string {
  const own = plain(peer ?? '')
  if (trustedProxies === 0 || forwarded === undefined) return own
  const entries = forwarded.split(',')
  // Fewer than trusted: it came in behind the outer proxies, and the first entry was written by one of ours.
  const entry = entries[Math.max(0, entries.length - trustedProxies)] ?? ''
  const named = plain(withoutPort(entry.trim()))
  return isIP(named) === 0 ? own : named
}

/** What is counted as one: an IPv6 customer has a whole /64 and may use another address of it each time. */
export function addressKey(address: string): string {
  return isIPv6(address) ? groupsOf(address).slice(0, 4).join(':') : address
}

/** An IPv4 address that came in on an IPv6 socket is an IPv4 address; a zone means something on this machine only. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
}

/** Some proxies add the port: `192.0.2.1:5000`, `[2001:db8::1]:5000`. */
function withoutPort(entry: string): string {
  const [, inBrackets] = /^\[([^\]]*)\](?::\d+)?$/.exec(entry) ?? []
  return inBrackets ?? entry.replace(/^([\d.]+):\d+$/, '$1')
}

/** The eight groups, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  const [left, right] = [groups(head), groups(tail ?? '')]
  const middle =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...middle, ...right].map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
}
