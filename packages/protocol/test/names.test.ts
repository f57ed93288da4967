import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import {
  CLOSE,
  capabilityOfProtocols,
  capabilityProtocol,
  closeMeaning,
  discussionRoomOf,
  newCapability,
  parseCapability,
  parsePlanId,
  parsePlanLink,
  parseRoom,
  planLinkToUrl,
  roomOf,
  type Capability,
  type PlanId,
} from '../src/index.ts'

const planId = 'V1StGXR8_Z5jdHi6B-myT' as PlanId
const secret = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8' as Capability
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
const url = `https://relay.example/p/${planId}#${secret}`

test('[ROOM-1] [ROOM-2] the two rooms of a plan', () => {
  expect(parsePlanId(planId)).toBe(planId)
  expect(parseRoom(roomOf(planId))).toEqual({ name: planId, planId, kind: 'plan' })
  expect(parseRoom(discussionRoomOf(planId))).toEqual({ name: `${planId}.c`, planId, kind: 'discussion' })
})

test.each([
  '',
  planId.slice(1),
  `${planId}x`,
  `${planId}.d`,
  `${planId}.c.c`,
  `${planId.slice(1)}/`,
  `${planId} `,
  `${planId}\n`,
  7,
  null,
])('[ROOM-3] %j names no room', (value) => {
  expect(parseRoom(value)).toBeNull()
  expect(parsePlanId(value)).toBeNull()
})

test('[CAP-1] 32 bytes as 43 characters, as everybody else writes base64url', () => {
  expect(newCapability((bytes) => bytes.forEach((_, at) => (bytes[at] = at)))).toBe(secret)
  expect(newCapability((bytes) => bytes.fill(255))).toBe(base64url(new Uint8Array(32).fill(255)))
})

test('[CAP-1] any 32 bytes', () => {
  const property = fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
    const capability = newCapability((target) => target.set(bytes))
    expect(capability).toBe(base64url(bytes))
    expect(parseCapability(capability)).toBe(capability)
  })
  fc.assert(property)
})

test('[CAP-1] two are never the same', () => {
  expect(newCapability()).not.toBe(newCapability())
})

test.each([secret.slice(1), `${secret}A`, `${secret.slice(0, 42)}9`, `${secret.slice(0, 42)}=`, '', undefined, {}])(
  '[CAP-1] %j is none',
  (value) => {
    expect(parseCapability(value)).toBeNull()
  },
)

test('[CAP-2] [CAP-3] as a subprotocol', () => {
  expect(capabilityOfProtocols(['milepost.v1', capabilityProtocol(secret)])).toBe(secret)
  expect(capabilityOfProtocols(['milepost.v1'])).toBeNull()
  expect(capabilityOfProtocols([capabilityProtocol(secret), capabilityProtocol(secret)])).toBeNull()
  expect(capabilityOfProtocols(['cap.short'])).toBeNull()
})

test.each(['plan', 'view'] as const)('[LINK-1] a %s link reads back', (page) => {
  const link = { origin: 'http://localhost:4321', planId, capability: secret, page }
  expect(parsePlanLink(planLinkToUrl(link))).toEqual(link)
})

test.each([
  `  ${url}\n`,
  `<${url}>`,
  `(${url}).`,
  `"${url}"`,
  `“${url}”`,
  `${url},`,
  `https://relay.example/p/${planId}/#${secret}`,
])('[LINK-2] %s', (text) => {
  expect(parsePlanLink(text)).toEqual({ origin: 'https://relay.example', planId, capability: secret, page: 'plan' })
})

test.each([
  ['', 'empty'],
  [' \n', 'empty'],
  ['hello', 'not-a-link'],
  [`javascript:alert(1)//p/${planId}#${secret}`, 'not-a-link'],
  [`ftp://relay.example/p/${planId}#${secret}`, 'not-a-link'],
  ['https://relay.example/', 'no-plan'],
  [`https://relay.example/x/${planId}#${secret}`, 'no-plan'],
  [`https://relay.example/p/${planId}/more#${secret}`, 'no-plan'],
  [`https://relay.example/p/short#${secret}`, 'no-plan'],
  [`https://relay.example/p/${planId}`, 'no-secret'],
  [`https://relay.example/p/${planId}#`, 'no-secret'],
  [`https://relay.example/p/${planId}#${secret.slice(2)}`, 'bad-secret'],
])('[LINK-3] [LINK-4] %j is %s', (text, problem) => {
  expect(parsePlanLink(text)).toBe(problem)
})

test('[LINK-3] any text gives an answer', () => {
  const property = fc.property(fc.string(), (text) => {
    expect(parsePlanLink(text)).toBeTypeOf('string')
  })
  expect(() => fc.assert(property)).not.toThrow()
})

test('[CLOSE-1] permanent exactly where the stock client stops', () => {
  for (const meaning of Object.values(CLOSE)) {
    expect(meaning.permanent).toBe(meaning.code >= 4400 && meaning.code < 4500)
    expect(closeMeaning(meaning.code)).toBe(meaning)
  }
  expect(closeMeaning(1006)).toMatchObject({ name: 'other', permanent: false })
  expect(closeMeaning(4499)).toMatchObject({ name: 'other', permanent: true })
})

test('close reasons fit into a close frame', () => {
  for (const { reason } of Object.values(CLOSE))
    expect(new TextEncoder().encode(reason).length).toBeLessThanOrEqual(123)
})
