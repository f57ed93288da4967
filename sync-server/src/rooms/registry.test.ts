// Rooms in memory: one object each, none for ever, and what they hold only as far as the common budget goes.
import { LIMITS, parseRoom, roomOf, type PlanId } from '@milepost/protocol'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { fakeTimer } from '../../test/support/fake-timer.ts'
import { faultyStorage } from '../../test/support/faulty-storage.ts'
import { directMerger } from './testing/direct-merger.ts'
import { textOf, typed } from '../../test/support/updates.ts'
import { SILENT_LOG } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { GroupCommit } from '../storage/group-commit.ts'
import { newGrant, newPlan } from '../storage/testing/storage-contract.ts'
import type { Member } from './member.ts'
import { Rooms } from './registry.ts'
import type { PendingUpdate, Room } from './room.ts'

const MB = 1024 * 1024

function relay(more: { readonly collectsDeleted?: boolean } = {}) {
  const storage = faultyStorage()
  const timer = fakeTimer()
  const commits = new GroupCommit<PendingUpdate>(storage, { committed: () => {}, failed: () => {} })
  const merger = directMerger()
  const switches = { bindsClients: false, collectsDeleted: false, ...more }
  const rooms = new Rooms({ storage, commits, merger, timer, metrics: createMetrics(), log: SILENT_LOG, ...switches })
  const open = async (n: number): Promise<Room> => {
    const planId = `plan_${n}`.padEnd(21, '_') as PlanId
    await storage.createPlan(newPlan(newGrant(`g${n}`, 1, { planId })))
    const id = parseRoom(roomOf(planId))
    const room = id === null ? 'no-such-room' : await rooms.open(id)
    if (typeof room === 'string') throw new Error(room)
    return room
  }
  return { storage, timer, commits, rooms, merger, open }
}

function member(grantId: string): Member {
  const nothing = () => {}
  return { grantId, holder: grantId, right: 'edit', isWriter: true, send: nothing, sendFramed: nothing, sendPresence: nothing, settled: nothing, close: nothing } // prettier-ignore
}

async function write(room: Room, commits: GroupCommit<PendingUpdate>, update: Uint8Array): Promise<void> {
  const checked = room.check(member('g0'), update)
  if (typeof checked === 'string') throw new Error(checked)
  room.write(member('g0'), checked, false)
  await commits.idle()
}

test('whoever comes while a room is read waits for the same reading', async () => {
  const { storage, rooms, open } = relay()
  const first = await open(0)
  const release = storage.holdReads()
  const opening = [1, 2, 3].map(() => rooms.open(first.id))
  release()
  expect(await Promise.all(opening)).toEqual([first, first, first])
})

test('a room lingers a minute after the last has left, then goes; one with somebody in it stays', async () => {
  const { timer, rooms, open } = relay()
  const [left, stayed] = [await open(0), await open(1)]
  const [ann, bob] = [member('g0'), member('g1')]
  left.join(ann)
  stayed.join(bob)
  timer.advance(120_000)
  rooms.sweep()
  expect(rooms.size).toBe(2)
  left.leave(ann)
  timer.advance(59_999)
  rooms.sweep()
  expect(rooms.size).toBe(2)
  timer.advance(1)
  rooms.sweep()
  expect(rooms.size).toBe(1)
  expect(await rooms.open(stayed.id)).toBe(stayed)
  expect(await rooms.open(left.id)).not.toBe(left)
})

test('what rooms hold is bounded together; what was dropped is read again when somebody asks', async () => {
  const { rooms, commits, open } = relay()
  const opened = await Promise.all(Array.from({ length: 30 }, (_, n) => open(n)))
  const update = typed('x'.repeat(3 * MB))
  for (const room of opened) await write(room, commits, update)
  expect(rooms.chainBytes).toBeLessThanOrEqual(32 * MB)
  expect(rooms.chainBytes).toBeGreaterThan(25 * MB)
  const [piece] = await opened[0]!.piecesFor(Uint8Array.of(0))
  expect(piece).toEqual(update)
  expect(rooms.chainBytes).toBeLessThanOrEqual(32 * MB)
})

test('the content of a room goes soon after the last has left, and is read again for whoever comes back', async () => {
  const { timer, rooms, commits, open } = relay()
  const [left, stayed] = [await open(0), await open(1)]
  const update = typed('kept')
  for (const room of [left, stayed]) await write(room, commits, update)
  stayed.join(member('g1'))
  const both = rooms.chainBytes
  timer.advance(4_999)
  rooms.sweep()
  expect(rooms.chainBytes).toBe(both)
  timer.advance(1)
  rooms.sweep()
  expect(rooms.chainBytes).toBe(both / 2)
  expect(left.chainBytes).toBe(0)
  expect(rooms.size).toBe(2)
  expect(await left.piecesFor(Uint8Array.of(0))).toEqual([update])
})

let lastClient = 0

/** Writes so many changes, and says how many rows of the room are not merged then. */
async function tailAfter({ storage, commits }: ReturnType<typeof relay>, room: Room, rows: number): Promise<number> {
  for (let at = 0; at < rows; at++) {
    const checked = room.check(member('g0'), typed('x', ++lastClient))
    if (typeof checked === 'string') throw new Error(checked)
    room.write(member('g0'), checked, false)
  }
  await commits.idle()
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
  const stored = await storage.readRoom(room.id.name)
  if (typeof stored === 'string') throw new Error(stored)
  return stored.tail.length
}

test('a room in which much is written is merged after a pause, or when it has grown long', async () => {
  const parts = relay()
  const room = await parts.open(0)
  expect(await tailAfter(parts, room, LIMITS.tailRows + 1)).toBe(0)
  expect(await tailAfter(parts, room, LIMITS.tailRows + 1)).toBe(LIMITS.tailRows + 1)
  parts.timer.advance(2_000)
  expect(await tailAfter(parts, room, 0)).toBe(0)
  expect(await tailAfter(parts, room, LIMITS.mainThreadRows + 1)).toBe(0)
})

test('[COMPACT-10] rooms are merged in turn, and one that grows long while it waits for its turn has it at once', async () => {
  const parts = relay()
  const [first, second, third] = [await parts.open(0), await parts.open(1), await parts.open(2)]
  expect(await tailAfter(parts, first, LIMITS.tailRows + 1)).toBe(0)
  expect(await tailAfter(parts, second, LIMITS.tailRows + 1)).toBe(LIMITS.tailRows + 1)
  expect(await tailAfter(parts, third, LIMITS.tailRows + 1)).toBe(LIMITS.tailRows + 1)
  expect(await tailAfter(parts, third, LIMITS.mainThreadRows)).toBe(0)
  expect(await tailAfter(parts, second, 0)).toBe(LIMITS.tailRows + 1)
  parts.timer.advance(1)
  expect(await tailAfter(parts, second, 0)).toBe(0)
})

test('a failed reading is no room, and the next try is a new one', async () => {
  const { storage, rooms, open } = relay()
  await open(0)
  storage.failReads = true
  const absent = parseRoom(roomOf('nobody_made_this_0000' as PlanId))!
  expect(await rooms.open(absent)).toBe('unavailable')
  storage.failReads = false
  expect(await rooms.open(absent)).toBe('no-such-room')
  expect(rooms.size).toBe(1)
})

describe('[COLLECT-5] deleted content is collected', () => {
  const doc = new Y.Doc({ gc: false })
  doc.getText('t').insert(0, 'x'.repeat(LIMITS.collectFromBytes))
  doc.getText('t').delete(0, LIMITS.collectFromBytes)
  doc.getText('t').insert(0, 'kept')
  const full = Y.encodeStateAsUpdate(doc)
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  const quiet = async (parts: ReturnType<typeof relay>, update: Uint8Array) => {
    const room = await parts.open(0)
    await write(room, parts.commits, update)
    parts.timer.advance(61_000)
    parts.rooms.sweep()
    await settle()
    const stored = await parts.storage.readRoom(room.id.name)
    if (typeof stored === 'string') throw new Error(stored)
    return { room, stored }
  }

  test('in a room that nobody has been in for a minute, where the owner of the relay wants it', async () => {
    const parts = relay({ collectsDeleted: true })
    const { room, stored } = await quiet(parts, full)
    expect(stored).toMatchObject({ head: 1, tail: [], segments: [{ fromSeq: 1, toSeq: 1 }] })
    expect(stored.collectedAt).not.toBeNull()
    expect(stored.segments[0]?.update.length).toBeLessThan(100)
    expect(textOf(await room.piecesFor(Uint8Array.of(0)))).toBe('kept')
    // Once, and then the room goes like any other.
    parts.timer.advance(61_000)
    parts.rooms.sweep()
    expect(parts.merger.asked.filter((task) => task === 'collect')).toHaveLength(1)
    expect(parts.rooms.size).toBe(0)
    // Within a day not again, whatever is written: one state from before it is kept, not many.
    const reopened = await parts.rooms.open(room.id)
    if (typeof reopened === 'string') throw new Error(reopened)
    await write(reopened, parts.commits, typed('more', 9))
    expect(reopened.wantsCollection).toBe(false)
    parts.timer.advance(LIMITS.replacedMs)
    expect(reopened.wantsCollection).toBe(true)
  })

  test.each([
    ['not where he does not', { collectsDeleted: false }, full],
    ['not where there is little of it', { collectsDeleted: true }, typed('y'.repeat(LIMITS.collectFromBytes))],
    ['not in a small room', { collectsDeleted: true }, typed('y')],
  ])('%s', async (_, more, update) => {
    const { stored } = await quiet(relay(more), update)
    expect(stored).toMatchObject({ tail: [{ seq: 1 }], segments: [], collectedAt: null })
  })

  test('not while somebody is there, nor where somebody came while it was prepared', async () => {
    const parts = relay({ collectsDeleted: true })
    const room = await parts.open(0)
    await write(room, parts.commits, full)
    const ann = member('g0')
    room.join(ann)
    parts.timer.advance(61_000)
    parts.rooms.sweep()
    await settle()
    expect(parts.merger.asked).not.toContain('collect')
    room.leave(ann)
    parts.timer.advance(61_000)
    parts.rooms.sweep()
    room.join(ann)
    await settle()
    expect(parts.merger.asked).toContain('collect')
    expect(await parts.storage.readRoom(room.id.name)).toMatchObject({ tail: [{ seq: 1 }], collectedAt: null })
  })
})

test('[DAMAGE-3] what compaction replaced is forgotten a day later', async () => {
  const { storage, timer, rooms } = relay()
  const before: number[] = []
  storage.forgetReplaced = async (time) => void before.push(time)
  rooms.sweep()
  rooms.sweep()
  expect(before).toEqual([timer.now() - LIMITS.replacedMs])
  timer.advance(60 * 60 * 1000)
  rooms.sweep()
  expect(before).toHaveLength(2)
})
