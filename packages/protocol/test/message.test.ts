import * as encoding from 'lib0/encoding'
import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { decodeFrame, encodeMessage, isFrameProblem, type Message, type Sender } from '../src/index.ts'
import { bytesToHex, hexToBytes } from './hex.ts'
import golden from '../golden/frames.json' with { type: 'json' }

const problemOf = (hex: string, sender: Sender = 'client') => {
  const result = decodeFrame(hexToBytes(hex), sender)
  return isFrameProblem(result) ? result.problem : 'understood'
}

/** What was understood, written again; null where it was not. */
const respelled = (decoded: ReturnType<typeof decodeFrame>) =>
  isFrameProblem(decoded) ? null : bytesToHex(...decoded.map(encodeMessage))

const number = fc.maxSafeNat()
const someBytes = fc.uint8Array({ maxLength: 40 }).map((array) => Uint8Array.from(array))
const vector = fc
  .uniqueArray(fc.tuple(number, number), { selector: ([client]) => client, maxLength: 5 })
  .map((pairs) => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, pairs.length)
    for (const value of pairs.flat()) encoding.writeVarUint(encoder, value)
    return encoding.toUint8Array(encoder)
  })
const wellFormed = fc.string({ unit: 'grapheme', maxLength: 20 })
const entry = fc.record({ clientId: number, clock: number, state: wellFormed })
const fromBoth: fc.Arbitrary<Message>[] = [
  fc.record({ type: fc.constant('syncStep1' as const), vector }),
  fc.record({ type: fc.constant('syncStep2' as const), update: someBytes }),
  fc.record({ type: fc.constant('update' as const), update: someBytes }),
  fc.record({ type: fc.constant('awareness' as const), entries: fc.array(entry, { maxLength: 4 }) }),
]
const fromClient = fc.oneof(
  ...fromBoth,
  fc.constant<Message>({ type: 'queryAwareness' }),
  fc.record({ type: fc.constant('barrier' as const), n: number }),
)
const fromRelay = fc.oneof(
  ...fromBoth,
  fc.record({
    type: fc.constant('barrierAnswer' as const),
    n: number,
    status: fc.constantFrom(0 as const, 1 as const, 2 as const),
  }),
  fc.record({ type: fc.constant('hello' as const), epoch: wellFormed, relayTime: number, leastAppVersion: number }),
)

test('[FRAME-1] what a client writes reads back', () => {
  fc.assert(
    fc.property(fromClient, (message) => {
      expect(decodeFrame(encodeMessage(message))).toEqual([message])
    }),
  )
})

test('[FRAME-1] what a relay writes reads back', () => {
  fc.assert(
    fc.property(fromRelay, (message) => {
      expect(decodeFrame(encodeMessage(message), 'relay')).toEqual([message])
    }),
  )
})

test.each(golden)('[FRAME-2] $name stays what it is', ({ hex, sender, messages }) => {
  const decoded = decodeFrame(hexToBytes(hex), sender as Sender)
  const text = JSON.stringify(decoded, (_, value: unknown) =>
    value instanceof Uint8Array ? bytesToHex(value).replaceAll(' ', '') : value,
  )
  expect(JSON.parse(text)).toEqual(messages)
  expect(respelled(decoded) ?? hex).toBe(hex)
})

describe('[FRAME-3] one spelling only', () => {
  test.each([
    ['the type', '80 00 02 02 00 00'],
    ['the step', '00 82 00 02 00 00'],
    ['a length', '00 02 82 00 00 00'],
    ['a barrier', '64 81 00'],
    ['a zero', '64 80 00'],
    ['inside a vector', '00 00 03 01 81 00'],
    ['inside awareness', '01 03 80 00 00'],
  ])('%s overlong', (_, hex) => {
    expect(['overlong-number', 'bad-vector', 'truncated']).toContain(problemOf(hex))
  })

  test('a number beyond what is exact', () => {
    expect(problemOf('64 ff ff ff ff ff ff ff 10')).toBe('number-too-big')
    expect(problemOf('64 ff ff ff ff ff ff ff ff ff 01')).toBe('number-too-big')
  })
})

test.each([
  ['after awareness entries', '01 02 00 00', 'client', 'trailing-bytes'],
  ['after a vector', '00 00 02 00 00', 'client', 'bad-vector'],
  ['after a relay message', '64 01 00 00', 'relay', 'trailing-bytes'],
] as const)('[FRAME-4] bytes left over %s', (_, hex, sender, problem) => {
  expect(problemOf(hex, sender)).toBe(problem)
})

test.each([
  ['auth', '02 00', 'client'],
  ['a fourth sync step', '00 03 00', 'client'],
  ['y-sweet save', '66 01', 'client'],
  ['hello from a client', '65 01 61 00 01', 'client'],
  ['query from a relay', '03', 'relay'],
] as const)('[FRAME-5] %s is not a message', (_, hex, sender) => {
  expect(problemOf(hex, sender)).toBe('unknown-type')
})

test('[FRAME-5] a status nobody knows', () => {
  expect(problemOf('64 01 03', 'relay')).toBe('bad-status')
})

test.each([
  ['nothing at all', '', 'empty'],
  ['half a number', '80', 'truncated'],
  ['a step without bytes', '00 02', 'truncated'],
  ['fewer bytes than declared', '00 02 05 01 02', 'truncated'],
  ['four gigabytes declared', '00 02 ff ff ff ff 0f', 'truncated'],
  ['a billion awareness entries', '01 05 80 94 eb dc 03', 'truncated'],
] as const)('[FRAME-6] %s', (_, hex, problem) => {
  expect(problemOf(hex)).toBe(problem)
})

test('[FRAME-6] a view into a larger buffer is not read past its end', () => {
  const pool = hexToBytes('00 02 04 aa bb cc dd ee')
  expect(decodeFrame(pool.subarray(0, 5))).toMatchObject({ problem: 'truncated' })
})

test('[FRAME-7] several messages, and none where one is bad', () => {
  expect(decodeFrame(hexToBytes('03 64 07 00 02 02 00 00'))).toEqual([
    { type: 'queryAwareness' },
    { type: 'barrier', n: 7 },
    { type: 'update', update: Uint8Array.of(0, 0) },
  ])
  expect(problemOf('03 64 07 80 00 02 02 00 00')).toBe('overlong-number')
})

test('[FRAME-8] a relay frame holds one message', () => {
  expect(problemOf('01 01 00 01 01 00', 'relay')).toBe('trailing-bytes')
})

test('[FRAME-9] random bytes never throw, and what is understood has one spelling', () => {
  const property = fc.property(
    fc.uint8Array({ maxLength: 60 }),
    fc.constantFrom<Sender>('client', 'relay'),
    (frame, sender) => {
      expect(respelled(decodeFrame(frame, sender)) ?? bytesToHex(frame)).toBe(bytesToHex(frame))
    },
  )
  expect(() => fc.assert(property, { numRuns: 5_000 })).not.toThrow()
})

test('[FRAME-9] a frame with one byte changed never throws, and what is understood has one spelling', () => {
  const property = fc.property(fromClient, fc.nat(), fc.nat(255), (message, at, value) => {
    const frame = encodeMessage(message)
    frame[at % frame.length] = value
    expect(respelled(decodeFrame(frame)) ?? bytesToHex(frame)).toBe(bytesToHex(frame))
  })
  expect(() => fc.assert(property, { numRuns: 5_000 })).not.toThrow()
})

test.each([
  ['a client twice', '00 00 05 02 01 01 01 02'],
  ['fewer pairs than it says', '00 00 03 02 01 01'],
  ['nothing', '00 00 00'],
])('[FRAME-10] a state vector with %s', (_, hex) => {
  expect(problemOf(hex)).toBe('bad-vector')
})
