// The secret that a link carries: 32 random bytes as 43 characters of base64url. Whoever has it, has the right.
//
// It travels as a websocket subprotocol or as a bearer header, never in a path or a query, so that it stays out of server
// logs and Referer headers. The relay keeps only its hash. Rules CAP-1 to CAP-3, SPEC.md.

export type Capability = string & { readonly __brand: 'Capability' }

/** The subprotocol the relay selects; the capability is offered beside it and never echoed. */
export const SUBPROTOCOL = 'milepost.v1'

const PREFIX = 'cap.'
// The last character carries two bits of nothing: only the sixteen with zeros there are canonical.
const CAPABILITY = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Fills the array with random bytes. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => void

export function newCapability(random: Random = (bytes) => void crypto.getRandomValues(bytes)): Capability {
  const bytes = new Uint8Array(32)
  random(bytes)
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 6) {
      bits -= 6
      text += ALPHABET.charAt((value >> bits) & 63)
    }
  }
  return (text + ALPHABET.charAt((value << (6 - bits)) & 63)) as Capability
}

export function parseCapability(value: unknown): Capability | null {
  return typeof value === 'string' && CAPABILITY.test(value) ? (value as Capability) : null
}

/** The subprotocol that carries it: `new WebSocket(url, [SUBPROTOCOL, capabilityProtocol(secret)])`. */
export function capabilityProtocol(capability: Capability): string {
  return PREFIX + capability
}

/** The capability among the offered subprotocols: null where none is offered, or more than one. */
export function capabilityOfProtocols(offered: Iterable<string>): Capability | null {
  const found = [...offered].filter((protocol) => protocol.startsWith(PREFIX))
  return found.length === 1 ? parseCapability(found[0]?.slice(PREFIX.length)) : null
}
