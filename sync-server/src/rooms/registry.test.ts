// Rooms in memory: one object each, none for ever, and what they hold only as far as the common budget goes.
import { parseRoom, roomOf, type PlanId } from '@milepost/protocol'
import { expect, test } from 'vitest'
import { fakeTimer } from '../../test/support/fake-timer.ts'
import { faultyStorage } from '../../test/support/faulty-storage.ts'
import { directMerger } from './testing/direct-merger.ts'
import { typed } from '../../test/support/updates.ts'
import { SILENT_LOG } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { GroupCommit } from '../storage/group-commit.ts'
import { newGrant, newPlan } from '../storage/testing/storage-contract.ts'
import type { Member } from './member.ts'
import { Rooms } from './registry.ts'
import type { PendingUpdate, Room } from './room.ts'

const MB = 1024 * 1024

function relay() {
  const storage = faultyStorage()
  const timer = fakeTimer()
  const commits = new GroupCommit<PendingUpdate>(storage, { committed: () => {}, failed: () => {} })
  const merger = directMerger()
  const switches = { bindsClients: false, collectsDeleted: false }
  const rooms = new Rooms({ storage, commits, merger, timer, metrics: createMetrics(), log: SILENT_LOG, ...switches })
  const open = async (n: number): Promise<Room> => {
    const planId = `plan_${n}`.padEnd(21, '_') as PlanId
    await storage.createPlan(newPlan(newGrant(`g${n}`, 1, { planId })))
    const id = parseRoom(roomOf(planId))
    const room = id === null ? 'no-such-room' : await rooms.open(id)
    if (typeof room === 'string') throw new Error(room)
    return room
  }
  return { storage, timer, commits, rooms, open }
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
  expect(rooms.chainBytes).toBeLessThanOrEqual(64 * MB)
  expect(rooms.chainBytes).toBeGreaterThan(50 * MB)
  const [piece] = await opened[0]!.piecesFor(Uint8Array.of(0))
  expect(piece).toEqual(update)
  expect(rooms.chainBytes).toBeLessThanOrEqual(64 * MB)
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
