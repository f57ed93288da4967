import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { addressKey, clientAddress } from './client-address.ts'

const PROXY = '10.0.0.1'

test.each<[string, string | undefined, number, string]>([
  ['nobody is trusted: what is forwarded is a claim', '192.0.2.7', 0, PROXY],
  ['nothing forwarded', undefined, 1, PROXY],
  ['one proxy', '192.0.2.7', 1, '192.0.2.7'],
  ['one proxy, and a stranger who began the list', '198.51.100.1, 192.0.2.7', 1, '192.0.2.7'],
  ['two proxies', '198.51.100.1, 192.0.2.7, 10.0.0.2', 2, '192.0.2.7'],
  ['two proxies trusted, the outer one passed by', '192.0.2.7', 2, '192.0.2.7'],
  ['a port', '192.0.2.7:5000', 1, '192.0.2.7'],
  ['an IPv6 address with a port', '[2001:db8::7]:5000', 1, '2001:db8::7'],
  ['an IPv4 address inside an IPv6 one', '::ffff:192.0.2.7', 1, '192.0.2.7'],
  ['no address at all', 'unknown', 1, PROXY],
  ['an empty last entry', '192.0.2.7,', 1, PROXY],
  ['half an address', '192.0.2', 1, PROXY],
])('[ADDRESS-1] %s', (_, forwarded, proxies, expected) => {
  expect(clientAddress(PROXY, forwarded, proxies)).toBe(expected)
})

test('[ADDRESS-2] whatever a stranger writes in front, the trusted proxy’s entry counts', () => {
  fc.assert(
    fc.property(fc.string(), (claim) => {
      expect(clientAddress(PROXY, `${claim}, 192.0.2.7`, 1)).toBe('192.0.2.7')
    }),
  )
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('[ADDRESS-3] %s is counted as %s', (address, key) => {
  expect(addressKey(address)).toBe(key)
})
