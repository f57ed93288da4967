// What every storage must do, as one suite without exemptions: `storage.ts` says the promises, this asks for them.
import { LIMITS, discussionRoomOf, roomOf, type PlanId, type RoomName } from '@milepost/protocol'
import { describe, expect, test } from 'vitest'
import type { Append, NewGrant, NewPlan, Replacement, Segment, Storage } from '../storage.ts'

export interface Opened {
  readonly storage: Storage
  /** Closes it and opens it again on the same bytes; null where nothing outlives the process. */
  readonly reopen: (() => Promise<Storage>) | null
  readonly remove: () => Promise<void>
}

export const PLAN = 'V1StGXR8_Z5jdHi6B-myT' as PlanId
const OTHER_PLAN = 'another_plan_00000000' as PlanId
const ROOM = roomOf(PLAN)

const hash = (byte: number) => new Uint8Array(32).fill(byte)

export function newGrant(id: string, byte: number, more: Partial<NewGrant> = {}): NewGrant {
  const shown = { side: 'seller', role: 'AE', name: id, roleId: null, personId: null } as const
  return { id, planId: PLAN, right: 'manage', ...shown, madeBy: null, createdAt: 1000, expiresAt: null, hash: hash(byte), ...more } // prettier-ignore
}

export function newPlan(first: NewGrant): NewPlan {
  return { first, epochs: { plan: 'epoch-1', discussion: 'epoch-2' } }
}

export function change(bytes: readonly number[], more: Partial<Append> = {}): Append {
  return { room: ROOM, grantId: 'first', update: Uint8Array.from(bytes), newAuthors: [], slot: null, ...more }
}

export function storageContract(name: string, open: () => Promise<Opened>): void {
  const over = (run: (storage: Storage, opened: Opened) => Promise<void>) => async () => {
    const opened = await open()
    try {
      await run(opened.storage, opened)
    } finally {
      await opened.remove()
    }
  }
  const withPlan = (run: (storage: Storage, opened: Opened) => Promise<void>) =>
    over(async (storage, opened) => {
      await storage.createPlan(newPlan(newGrant('first', 1)))
      await run(storage, opened)
    })
  const rows = async (storage: Storage, room: RoomName = ROOM) => {
    const stored = await storage.readRoom(room)
    return typeof stored === 'string' ? stored : stored.tail.map(({ seq, update }) => [seq, [...update]])
  }

  describe(`storage contract: ${name}`, () => {
    test(
      'a plan is made once: the same link again is the same, another is refused',
      over(async (storage) => {
        const made = await storage.createPlan(newPlan(newGrant('first', 1)))
        expect(made).toMatchObject({
          outcome: 'created',
          grant: { id: 'first', usedAt: null, revokedAt: null },
        })
        expect(await storage.createPlan(newPlan(newGrant('again', 1)))).toMatchObject({
          outcome: 'same',
          grant: { id: 'first' },
        })
        expect(await storage.createPlan(newPlan(newGrant('other', 2)))).toBe('taken')
        expect(await storage.grantsOf(PLAN)).toMatchObject({ grants: [{ id: 'first', edits: 0 }] })
      }),
    )

    test(
      'two who make one plan at once: one of them did',
      over(async (storage) => {
        const both = await Promise.all([1, 2].map((byte) => storage.createPlan(newPlan(newGrant(`g${byte}`, byte)))))
        expect(both.filter((made) => made === 'taken')).toHaveLength(1)
      }),
    )

    test(
      'a link that joined later did not make the plan',
      withPlan(async (storage) => {
        await storage.addGrant(newGrant('second', 2, { madeBy: 'first' }), 0)
        expect(await storage.createPlan(newPlan(newGrant('x', 2)))).toBe('taken')
      }),
    )

    test(
      'a grant is found by its hash, in its plan only, and never shows it',
      withPlan(async (storage) => {
        await storage.createPlan(newPlan(newGrant('elsewhere', 2, { planId: OTHER_PLAN })))
        const found = await storage.findGrant(PLAN, hash(1))
        expect(found).toMatchObject({
          id: 'first',
          planId: PLAN,
          right: 'manage',
          side: 'seller',
          role: 'AE',
          name: 'first',
        })
        expect(found).not.toHaveProperty('hash')
        expect(await storage.findGrant(PLAN, hash(2))).toBe('unknown-link')
        expect(await storage.findGrant('nobody_made_this_0000' as PlanId, hash(1))).toBe('no-such-plan')
        expect(await storage.grantsOf('nobody_made_this_0000' as PlanId)).toBe('no-such-plan')
      }),
    )

    test(
      'grants are written only by those who read the newest',
      withPlan(async (storage) => {
        const read = await storage.grantsOf(PLAN)
        expect(read).toMatchObject({ version: 0 })
        const second = newGrant('second', 2, {
          madeBy: 'first',
          right: 'view',
          side: 'buyer',
          roleId: 'r',
          personId: 'p',
          expiresAt: 5,
        })
        expect(await storage.addGrant(second, 0)).toBe('added')
        expect(await storage.addGrant(newGrant('third', 3), 0)).toBe('stale')
        const revoked = { id: 'second', right: 'edit', revokedAt: 7, revokedBy: 'first', revokedWith: null } as const
        expect(await storage.changeGrants(PLAN, [revoked], 0)).toBe('stale')
        expect(await storage.changeGrants(PLAN, [revoked], 1)).toBe('changed')
        expect(await storage.grantsOf(PLAN)).toMatchObject({
          version: 2,
          grants: [
            { id: 'first' },
            { ...revoked, madeBy: 'first', side: 'buyer', roleId: 'r', personId: 'p', expiresAt: 5 },
          ],
        })
      }),
    )

    test(
      'last seen moves on, first used stays',
      withPlan(async (storage) => {
        await storage.markSeen([
          { grantId: 'first', at: 10 },
          { grantId: 'nobody', at: 10 },
        ])
        await storage.markSeen([{ grantId: 'first', at: 20 }])
        expect(await storage.findGrant(PLAN, hash(1))).toMatchObject({ lastSeenAt: 20, usedAt: 10 })
      }),
    )

    test(
      'a new plan has two empty rooms with epochs of their own',
      withPlan(async (storage) => {
        const nothing = { segments: [], tail: [], authors: [], restored: 0, collectedAt: null, healsUntil: 0 }
        const empty = { head: 0, bytes: 0, ...nothing }
        expect(await storage.readRoom(ROOM)).toEqual({ epoch: 'epoch-1', ...empty })
        expect(await storage.readRoom(discussionRoomOf(PLAN))).toEqual({ epoch: 'epoch-2', ...empty })
        expect(await storage.readRoom('nobody_made_this_0000' as RoomName)).toBe('no-such-room')
      }),
    )

    test(
      'changes are numbered per room, one after the other, without a hole',
      withPlan(async (storage) => {
        const talk = { room: discussionRoomOf(PLAN) }
        expect(await storage.append([change([1]), change([9], talk), change([2])])).toEqual([
          { seq: 1 },
          { seq: 1 },
          { seq: 2 },
        ])
        expect(await storage.append([change([3])])).toEqual([{ seq: 3 }])
        expect(await rows(storage)).toEqual([[1, [1]], [2, [2]], [3, [3]]]) // prettier-ignore
        expect(await rows(storage, talk.room)).toEqual([[1, [9]]])
        expect(await storage.readRoom(ROOM)).toMatchObject({ head: 3, bytes: 3 })
      }),
    )

    test(
      'batches handed in at once keep their order',
      withPlan(async (storage) => {
        const all = await Promise.all([1, 2, 3, 4].map((byte) => storage.append([change([byte]), change([byte + 10])])))
        expect(all.flat()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((seq) => ({ seq })))
        expect(await rows(storage)).toEqual([1, 11, 2, 12, 3, 13, 4, 14].map((byte, at) => [at + 1, [byte]]))
      }),
    )

    test(
      'a room that is not there takes nothing, the others of the batch do',
      withPlan(async (storage) => {
        const nowhere = change([1], { room: 'nobody_made_this_0000' as RoomName })
        expect(await storage.append([nowhere, change([2])])).toEqual(['no-such-room', { seq: 1 }])
      }),
    )

    test(
      'the bytes handed in may be used again at once',
      withPlan(async (storage) => {
        const update = Uint8Array.of(1, 2, 3)
        const done = storage.append([{ ...change([]), update: update.subarray(1) }])
        update.fill(0)
        await done
        expect(await rows(storage)).toEqual([[1, [2, 3]]])
      }),
    )

    test(
      'the first who wrote under a client id stays its author',
      withPlan(async (storage) => {
        await storage.addGrant(newGrant('second', 2), 0)
        await storage.append([
          change([1], { newAuthors: [4_000_000_000, 7] }),
          change([2], { newAuthors: [7, 8], grantId: 'second' }),
          change([3], { newAuthors: [8], room: discussionRoomOf(PLAN) }),
        ])
        expect(await storage.authors(PLAN)).toEqual([
        { clientId: 7, grantId: 'first', room: 'plan' },
        { clientId: 8, grantId: 'second', room: 'plan' },
        { clientId: 4_000_000_000, grantId: 'first', room: 'plan' },
        { clientId: 8, grantId: 'first', room: 'discussion' },
      ]) // prettier-ignore
      }),
    )

    test(
      'slots are counted once, per grant and day',
      withPlan(async (storage) => {
        const day = 288
        await storage.append([0, 0, 1, day, day * 2].map((slot) => change([1], { slot: 20_000 * day + slot })))
        await storage.append([change([1], { slot: 20_000 * day }), change([1], { slot: null })])
        expect(await storage.contributions(PLAN, 20_000)).toEqual([
          { grantId: 'first', day: 20_000, slots: 2 },
          { grantId: 'first', day: 20_001, slots: 1 },
          { grantId: 'first', day: 20_002, slots: 1 },
        ])
        expect(await storage.contributions(PLAN, 20_002)).toHaveLength(1)
      }),
    )

    test(
      '[RECORD-1] slots survive compaction',
      withPlan(async (storage) => {
        await storage.append([1, 2].map((slot) => change([1], { slot })))
        await storage.compact(ROOM, segment(1, 2), at(0))
        expect(await storage.contributions(PLAN, 0)).toEqual([{ grantId: 'first', day: 0, slots: 2 }])
      }),
    )

    test(
      '[RECORD-2] slots older than can be asked for go with the next one of their link, and no other',
      withPlan(async (storage) => {
        await storage.addGrant(newGrant('second', 2), 0)
        const last = LIMITS.contributionDays
        const days = [0, 1, last - 1, last].map((day) => change([1], { slot: day * 288 + 7 }))
        await storage.append([...days.slice(0, 3), change([1], { slot: 3, grantId: 'second' })])
        expect(await storage.contributions(PLAN, 0)).toHaveLength(4)
        await storage.append(days.slice(3))
        expect((await storage.contributions(PLAN, 0)).map(({ grantId, day }) => [grantId, day])).toEqual([
          ['second', 0],
          ['first', 1],
          ['first', last - 1],
          ['first', last],
        ])
      }),
    )

    const at = (ms: number, isCollection = false): Replacement => ({ at: ms, isCollection })
    const segment = (fromSeq: number, toSeq: number): Segment => ({
      fromSeq,
      toSeq,
      update: Uint8Array.of(100 + fromSeq, toSeq),
      runs: Uint8Array.of(1),
    })

    test(
      'compaction puts one segment in the place of what it covers',
      withPlan(async (storage) => {
        await storage.append([1, 2, 3, 4, 5].map((byte) => change([byte])))
        expect(await storage.compact(ROOM, segment(1, 2), at(0))).toBe('compacted')
        expect(await storage.compact(ROOM, segment(3, 4), at(0))).toBe('compacted')
        expect(await storage.readRoom(ROOM)).toMatchObject({
          segments: [segment(1, 2), segment(3, 4)],
          tail: [{ seq: 5 }],
          head: 5,
        })
        expect(await storage.compact(ROOM, segment(1, 5), at(0))).toBe('compacted')
        expect(await storage.readRoom(ROOM)).toMatchObject({ segments: [segment(1, 5)], tail: [], head: 5, bytes: 5 })
        expect(await storage.append([change([6])])).toEqual([{ seq: 6 }])
      }),
    )

    test(
      'compaction of what is not there changes nothing',
      withPlan(async (storage) => {
        await storage.append([1, 2, 3].map((byte) => change([byte])))
        await storage.compact(ROOM, segment(1, 2), at(0))
        for (const wrong of [segment(1, 1), segment(2, 3), segment(1, 4), segment(4, 5), segment(1, 2 + 2)]) {
          expect(await storage.compact(ROOM, wrong, at(0))).toBe('changed')
        }
        expect(await storage.readRoom(ROOM)).toMatchObject({ segments: [segment(1, 2)], tail: [{ seq: 3 }] })
      }),
    )

    test(
      'a collection of deleted content is remembered until what it replaced is forgotten',
      withPlan(async (storage) => {
        await storage.append([1, 2, 3].map((byte) => change([byte])))
        await storage.compact(ROOM, segment(1, 2), at(50))
        expect(await storage.readRoom(ROOM)).toMatchObject({ collectedAt: null })
        await storage.compact(ROOM, segment(1, 3), at(60, true))
        await storage.append([change([4])])
        await storage.compact(ROOM, segment(1, 4), at(70))
        expect(await storage.readRoom(ROOM)).toMatchObject({ collectedAt: 60 })
        await storage.forgetReplaced(60)
        expect(await storage.readRoom(ROOM)).toMatchObject({ collectedAt: 60 })
        await storage.forgetReplaced(61)
        expect(await storage.readRoom(ROOM)).toMatchObject({ collectedAt: null, segments: [segment(1, 4)] })
      }),
    )

    test(
      'edits are counted, merged or not',
      withPlan(async (storage) => {
        await storage.addGrant(newGrant('second', 2), 0)
        await storage.append([change([1]), change([2], { grantId: 'second' }), change([3])])
        await storage.compact(ROOM, segment(1, 2), at(0))
        await storage.append([change([4], { room: discussionRoomOf(PLAN) })])
        expect(await storage.grantsOf(PLAN)).toMatchObject({ grants: [{ id: 'first', edits: 3 }, { id: 'second', edits: 1 }] }) // prettier-ignore
      }),
    )

    test(
      'a probe writes and leaves no trace',
      withPlan(async (storage) => {
        await storage.probe()
        await storage.probe()
        expect(await storage.readRoom(ROOM)).toMatchObject({ head: 0 })
      }),
    )

    test(
      'what was answered is there after closing and opening again',
      withPlan(async (storage, { reopen }) => {
        if (reopen === null) return
        await storage.append([change([1], { newAuthors: [7], slot: 5 }), change([2])])
        await storage.markSeen([{ grantId: 'first', at: 9 }])
        await storage.compact(ROOM, segment(1, 1), at(0))
        const before = [await storage.readRoom(ROOM), await storage.grantsOf(PLAN), await storage.authors(PLAN)]
        const again = await reopen()
        expect([await again.readRoom(ROOM), await again.grantsOf(PLAN), await again.authors(PLAN)]).toEqual(before)
        expect(await again.contributions(PLAN, 0)).toHaveLength(1)
      }),
    )
  })
}
