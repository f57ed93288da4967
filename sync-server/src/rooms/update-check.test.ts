import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { frameMessage, frameUpdate } from './update-frame.ts'
import { history } from './testing/random-history.ts'
import { checkUpdate, isEmptyUpdate, isUpdateProblem } from './update-check.ts'

const check = (update: Uint8Array) => checkUpdate(frameUpdate(update).update)

test('[CHECK-1] every update Yjs makes is one, alone or merged', () => {
  const property = fc.property(history, ({ updates }) => {
    for (const update of [...updates, Y.mergeUpdates([...updates])]) expect(isUpdateProblem(check(update))).toBe(false)
  })
  expect(() => fc.assert(property)).not.toThrow()
})

test('[CHECK-2] V2 bytes are refused: read as V1 they would be lost in silence', () => {
  const property = fc.property(history, ({ updates }) => {
    const v2 = Y.convertUpdateFormatV1ToV2(Y.mergeUpdates([...updates]))
    const facts = check(v2)
    expect(isEmptyUpdate(v2) || isUpdateProblem(facts) || facts.runs.length > 0 || facts.deletes).toBe(true)
  })
  expect(() => fc.assert(property)).not.toThrow()
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'kept?')
  expect(check(Y.encodeStateAsUpdateV2(doc))).toBe('wrong-encoding')
})

test('[CHECK-3] the empty update is legal', () => {
  expect(isEmptyUpdate(Uint8Array.of(0, 0))).toBe(true)
  expect(check(Uint8Array.of(0, 0))).toEqual({ runs: [], deletes: false })
  expect(isEmptyUpdate(Uint8Array.of(0))).toBe(false)
})

test('[CHECK-4] whatever the bytes, there is an answer; and what passes, a document takes without an error', () => {
  const mutated = history.chain(({ updates }) => {
    const update = Y.mergeUpdates([...updates])
    return fc.tuple(fc.constant(update), fc.nat(update.length), fc.nat(255), fc.nat(update.length))
  })
  const property = fc.property(mutated, ([update, at, value, length]) => {
    const bytes = Uint8Array.from(update)
    bytes[at] = value
    for (const bad of [bytes, bytes.slice(0, length)]) {
      if (isUpdateProblem(check(bad))) continue
      expect(() => Y.applyUpdate(new Y.Doc(), bad)).not.toThrow()
    }
  })
  expect(() => fc.assert(property, { numRuns: 3_000 })).not.toThrow()
})

test('[CHECK-4] a struct that hangs on itself would throw in every client, so it is refused', () => {
  // Found by the property above: the origin of 1002:7 is 1002:7.
  const doc = new Y.Doc()
  doc.clientID = 5
  doc.getText('t').insert(0, 'ab')
  doc.getText('t').insert(2, 'c')
  const second = Y.encodeStateAsUpdate(doc, Uint8Array.of(1, 5, 2))
  expect(check(second)).toMatchObject({ runs: [{ client: 5, from: 2, to: 3 }] })
  const poison = Uint8Array.from(second)
  poison[Buffer.from(poison).indexOf(Buffer.from([0x84, 5, 1])) + 2] = 2
  expect(check(poison)).toBe('not-an-update')
})

test('[CHECK-4] clocks beyond what a number holds exactly are no clocks', () => {
  const most = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f]
  const collected = (clock: readonly number[]) => Uint8Array.from([1, 1, 5, ...clock, 0, 7, 0])
  expect(check(collected([3]))).toMatchObject({ runs: [{ client: 5, from: 3, to: 10 }] })
  expect(check(collected(most))).toBe('not-an-update')
})

test('[CHECK-5] declared lengths never reach beyond the update', () => {
  // A binary value that says it is longer than the update: in a shared buffer Yjs would read on into the neighbours.
  const doc = new Y.Doc()
  doc.clientID = 1
  doc.getArray('a').insert(0, [new Uint8Array([1, 2, 3, 4])])
  const update = Buffer.from(Y.encodeStateAsUpdate(doc))
  const at = update.indexOf(Buffer.from([4, 1, 2, 3, 4]))
  update[at] = 60
  const pool = Buffer.concat([update, Buffer.alloc(100, 'neighbour')])
  expect(check(pool.subarray(0, update.length))).toBe('not-an-update')
})

test.each([0, 1, 125, 126, 200, 65_535, 65_536, 70_000])(
  '[CHECK-6] a frame of %i bytes has the header of RFC 6455',
  (size) => {
    const message = new Uint8Array(size).fill(7)
    const frame = Buffer.from(frameMessage(message))
    expect(frame[0]).toBe(0x82)
    const [length, header] =
      frame[1] === 126
        ? [frame.readUInt16BE(2), 4]
        : frame[1] === 127
          ? [Number(frame.readBigUInt64BE(2)), 10]
          : [frame[1], 2]
    expect([length, frame.length - header]).toEqual([size, size])
    const { frame: framed, update } = frameUpdate(message)
    expect(update).toEqual(message)
    expect(Buffer.from(framed).subarray(-size || framed.length)).toEqual(Buffer.from(message))
  },
)

test('[CHECK-4] a deletion of no length would throw in every client that has not come so far, so it is refused', () => {
  // Client 1000 deletes nothing at clock 128: found by trying.
  const poison = Uint8Array.of(0, 1, 232, 7, 1, 128, 1, 0)
  expect(() => Y.applyUpdate(new Y.Doc(), poison)).toThrow('Unexpected case')
  expect(check(poison)).toBe('not-an-update')
  // Not ascending, overlapping: two copies would delete different things once the rest has come.
  expect(check(Uint8Array.of(0, 1, 232, 7, 2, 4, 1, 1, 1))).toBe('not-an-update')
  expect(check(Uint8Array.of(0, 1, 232, 7, 2, 4, 3, 6, 1))).toBe('not-an-update')
  expect(check(Uint8Array.of(0, 1, 232, 7, 2, 4, 3, 7, 1))).toEqual({ runs: [], deletes: true })
  expect(check(Uint8Array.of(0, 1, 232, 7, 1, 128, 1, 1))).toEqual({ runs: [], deletes: true })
})
