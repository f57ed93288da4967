// Storage that forgets when the process ends: for tests, and the second reading of what `storage.ts` promises.
//
// Every call takes effect at once and answers in a microtask, so the order of calls is the order of effects.
import { discussionRoomOf, roomOf, type PlanId, type RoomKind, type RoomName } from '@milepost/protocol'
import {
  dayOfSlot,
  holderOf,
  oldestSlot,
  type Append,
  type AppendOutcome,
  type Grant,
  type NewGrant,
  type PlanGrants,
  type Row,
  type Segment,
  type Storage,
  type StoredAuthor,
  type StoredRoom,
} from './storage.ts'

interface MemoryRoom {
  readonly kind: RoomKind
  readonly planId: PlanId
  readonly epoch: string
  head: number
  bytes: number
  segments: Segment[]
  tail: Row[]
  readonly authors: Map<number, string>
  collectedAt: number | null
}

interface MemoryPlan {
  version: number
  /** Hash in hex -> grant id. */
  readonly hashes: Map<string, string>
  readonly grants: Map<string, Grant>
  /** `grantId slot` */
  readonly slots: Set<string>
}

export function memoryStorage(): Storage {
  const plans = new Map<PlanId, MemoryPlan>()
  const rooms = new Map<RoomName, MemoryRoom>()

  function planOfGrant(grantId: string): MemoryPlan | undefined {
    return [...plans.values()].find((plan) => plan.grants.has(grantId))
  }

  function storedAuthors(room: MemoryRoom): StoredAuthor[] {
    const grants = plans.get(room.planId)?.grants
    return [...room.authors].flatMap(([clientId, grantId]) => {
      const grant = grants?.get(grantId)
      return grant ? [{ clientId, holder: holderOf(grant) }] : []
    })
  }

  function appendOne(entry: Append): AppendOutcome {
    const room = rooms.get(entry.room)
    if (room === undefined) return 'no-such-room'
    room.head++
    room.bytes += entry.update.length
    room.tail.push({ seq: room.head, update: entry.update.slice() })
    for (const clientId of entry.newAuthors) if (!room.authors.has(clientId)) room.authors.set(clientId, entry.grantId)
    const plan = plans.get(room.planId)
    const grant = plan?.grants.get(entry.grantId)
    if (plan && grant) plan.grants.set(grant.id, { ...grant, edits: grant.edits + 1 })
    if (plan && entry.slot !== null) recordSlot(plan, entry.grantId, entry.slot)
    return { seq: room.head }
  }

  return {
    async createPlan({ first, epochs }) {
      const known = plans.get(first.planId)
      if (known) {
        const grant = known.grants.get(known.hashes.get(hex(first.hash)) ?? '')
        return grant && grant.madeBy === null ? { outcome: 'same', grant } : 'taken'
      }
      const grant = newGrantToGrant(first)
      plans.set(first.planId, {
        version: 0,
        hashes: new Map([[hex(first.hash), grant.id]]),
        grants: new Map([[grant.id, grant]]),
        slots: new Set(),
      })
      for (const [kind, name] of [
        ['plan', roomOf(first.planId)],
        ['discussion', discussionRoomOf(first.planId)],
      ] as const) {
        const authors = new Map<number, string>()
        rooms.set(name, {
          kind,
          planId: first.planId,
          epoch: epochs[kind],
          head: 0,
          bytes: 0,
          segments: [],
          tail: [],
          authors,
          collectedAt: null,
        })
      }
      return { outcome: 'created', grant }
    },

    async findGrant(planId, hash) {
      const plan = plans.get(planId)
      if (!plan) return 'no-such-plan'
      return plan.grants.get(plan.hashes.get(hex(hash)) ?? '') ?? 'unknown-link'
    },

    async grantsOf(planId): Promise<PlanGrants | 'no-such-plan'> {
      const plan = plans.get(planId)
      return plan ? { version: plan.version, grants: [...plan.grants.values()] } : 'no-such-plan'
    },

    async addGrant(grant, version) {
      const plan = plans.get(grant.planId)
      if (plan?.version !== version) return 'stale'
      plan.version++
      plan.hashes.set(hex(grant.hash), grant.id)
      plan.grants.set(grant.id, newGrantToGrant(grant))
      return 'added'
    },

    async changeGrants(planId, changes, version) {
      const plan = plans.get(planId)
      if (plan?.version !== version) return 'stale'
      plan.version++
      for (const change of changes) {
        const grant = plan.grants.get(change.id)
        if (grant) plan.grants.set(grant.id, { ...grant, ...change })
      }
      return 'changed'
    },

    async markSeen(seen) {
      for (const { grantId, at } of seen) {
        const plan = planOfGrant(grantId)
        const grant = plan?.grants.get(grantId)
        if (plan && grant) plan.grants.set(grantId, { ...grant, lastSeenAt: at, usedAt: grant.usedAt ?? at })
      }
    },

    async readRoom(name): Promise<StoredRoom | 'no-such-room'> {
      const room = rooms.get(name)
      if (!room) return 'no-such-room'
      const { epoch, head, bytes } = room
      const content = { segments: [...room.segments], tail: [...room.tail], authors: storedAuthors(room) }
      return { epoch, head, bytes, ...content, restored: 0, collectedAt: room.collectedAt, healsUntil: 0 }
    },

    async append(batch) {
      return batch.map(appendOne)
    },

    async compact(name, segment, { at, isCollection }) {
      const room = rooms.get(name)
      if (!room) return 'changed'
      const covered = (from: number, to: number) => from >= segment.fromSeq && to <= segment.toSeq
      const gone = [
        ...room.segments.map((one) => [one.fromSeq, one.toSeq] as const),
        ...room.tail.map((row) => [row.seq, row.seq] as const),
      ].filter(([from, to]) => covered(from, to))
      const rows = gone.reduce((sum, [from, to]) => sum + to - from + 1, 0)
      if (rows !== segment.toSeq - segment.fromSeq + 1) return 'changed'
      const others = room.segments.filter((one) => !covered(one.fromSeq, one.toSeq))
      room.segments = [...others, segment].toSorted((a, b) => a.fromSeq - b.fromSeq)
      room.tail = room.tail.filter((row) => !covered(row.seq, row.seq))
      if (isCollection) room.collectedAt = at
      return 'compacted'
    },

    // Memory is not damaged, so nothing is kept aside but the time of a collection.
    async forgetReplaced(before) {
      for (const room of rooms.values()) {
        if (room.collectedAt !== null && room.collectedAt < before) room.collectedAt = null
      }
    },

    async contributions(planId, sinceDay) {
      const counts = new Map<string, number>()
      for (const entry of plans.get(planId)?.slots ?? []) {
        const [grantId, slot] = entry.split(' ')
        const key = `${grantId} ${dayOfSlot(Number(slot))}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
      return [...counts]
        .map(([key, slots]) => ({ grantId: key.split(' ')[0] ?? '', day: Number(key.split(' ')[1]), slots }))
        .filter(({ day }) => day >= sinceDay)
        .toSorted((a, b) => a.day - b.day || (a.grantId < b.grantId ? -1 : 1))
    },

    async authors(planId) {
      return [roomOf(planId), discussionRoomOf(planId)].flatMap((name) => {
        const room = rooms.get(name)
        const authors = [...(room?.authors ?? [])].toSorted(([a], [b]) => a - b)
        return room ? authors.map(([clientId, grantId]) => ({ clientId, grantId, room: room.kind })) : []
      })
    },

    async probe() {},
    async close() {},
  }
}

function recordSlot({ slots }: MemoryPlan, grantId: string, slot: number): void {
  slots.add(`${grantId} ${slot}`)
  for (const entry of slots) {
    const [id, old] = entry.split(' ')
    if (id === grantId && Number(old) < oldestSlot(slot)) slots.delete(entry)
  }
}

function newGrantToGrant(grant: NewGrant): Grant {
  const { id, planId, right, side, role, name, roleId, personId, madeBy, createdAt, expiresAt } = grant
  const made = { id, planId, right, side, role, name, roleId, personId, madeBy, createdAt, expiresAt }
  const unused = { usedAt: null, lastSeenAt: null, revokedAt: null, revokedBy: null, revokedWith: null, edits: 0 }
  return { ...made, ...unused }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
