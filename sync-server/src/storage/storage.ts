// What the relay asks of its storage, and what it may rely on. One interface, one contract suite
// (`testing/storage-contract.ts`), several engines.
//
// Promises of every engine:
// - A promise that resolves after a write means: it is on disk, and a power cut does not take it back.
// - A promise that rejects means: ask again; nothing may be told to anybody as kept. What was written may or may not be
//   there, so heads are read anew before the next write of that room is believed.
// - Calls take effect in the order they were made. An answer to a read holds every write answered before it.
// - `seq` counts 1, 2, 3 … per room without a hole, and is given inside the transaction that writes the row.
// - Bytes are copied or handed over before the call returns: the caller may reuse nothing but may keep what it passed.
import {
  CONTRIBUTION_SLOT_MS,
  LIMITS,
  type PlanId,
  type Right,
  type RoomKind,
  type RoomName,
  type Side,
} from '@milepost/protocol'

/** What the relay keeps of a link. The hash goes in and never comes out. */
export interface Link {
  readonly id: string
  readonly planId: PlanId
  readonly right: Right
  readonly side: Side
  readonly role: string
  readonly name: string
  readonly roleId: string | null
  readonly personId: string | null
  /** The grant whose holder made it; null for the plan's first. */
  readonly madeBy: string | null
  readonly createdAt: number
  readonly expiresAt: number | null
  readonly usedAt: number | null
  readonly lastSeenAt: number | null
  readonly revokedAt: number | null
  readonly revokedBy: string | null
  /** The grant whose revocation took this one along; null where it was meant itself. */
  readonly revokedWith: string | null
}

/** A link with what is counted only where somebody looks at the list. */
export interface Grant extends Link {
  /** Changes kept from this link. */
  readonly edits: number
}

export type NewGrant = Pick<
  Grant,
  'id' | 'planId' | 'right' | 'side' | 'role' | 'name' | 'roleId' | 'personId' | 'madeBy' | 'createdAt' | 'expiresAt'
> & {
  /** SHA-256 of the capability. */
  readonly hash: Uint8Array
}

/** All that ever changes in a grant by somebody's will. */
export type GrantChange = Pick<Grant, 'id' | 'right' | 'revokedAt' | 'revokedBy' | 'revokedWith'>

/** `version` counts the changes of a plan's grants: whoever decides on a reading names it when writing. */
export interface PlanGrants {
  readonly version: number
  readonly grants: readonly Grant[]
}

export interface NewPlan {
  readonly first: NewGrant
  /** One random epoch per room. */
  readonly epochs: Readonly<Record<RoomKind, string>>
}

/** One change on its way to disk. */
export interface Append {
  readonly room: RoomName
  readonly grantId: string
  readonly update: Uint8Array
  /** Yjs client ids seen for the first time: this grant wrote them. The first claim stays. */
  readonly newAuthors: readonly number[]
  /**
   * The five-minute slot in which something new was written; null where nothing new, or counted already. Slots older than
   * `LIMITS.contributionDays` before this one are forgotten with it.
   */
  readonly slot: number | null
}

/** `failed`: this room's rows were rolled back, the others of the batch stand. */
export type AppendOutcome = { readonly seq: number } | 'no-such-room' | 'failed'

export interface Row {
  readonly seq: number
  readonly update: Uint8Array
}

/** Merged rows `fromSeq` to `toSeq`. */
export interface Segment {
  readonly fromSeq: number
  readonly toSeq: number
  readonly update: Uint8Array
  /** Which structs it holds (`rooms/runs.ts`), so that a vector needs no decoding. */
  readonly runs: Uint8Array
}

/** Everything about a room: segments in order, then the rows after them. */
export interface StoredRoom {
  readonly epoch: string
  readonly head: number
  /** Bytes ever taken in. */
  readonly bytes: number
  readonly segments: readonly Segment[]
  readonly tail: readonly Row[]
  readonly authors: readonly StoredAuthor[]
  /** Segments that came back damaged just now and were put together again from what they had replaced. */
  readonly restored: number
  /** When deleted content was last collected, as long as what was there before is kept. */
  readonly collectedAt: number | null
  /** Until then the relay, restored from a backup, takes in others' changes from whoever still has them; 0: never was. */
  readonly healsUntil: number
}

/** About putting a segment in the place of others. */
export interface Replacement {
  readonly at: number
  /** Does it leave out what was deleted? */
  readonly isCollection: boolean
}

const SLOTS_PER_DAY = (24 * 60 * 60 * 1000) / CONTRIBUTION_SLOT_MS

export function dayOfSlot(slot: number): number {
  return Math.floor(slot / SLOTS_PER_DAY)
}

export function firstSlotOfDay(day: number): number {
  return day * SLOTS_PER_DAY
}

/** The oldest slot that is still kept when this one is written. */
export function oldestSlot(slot: number): number {
  return firstSlotOfDay(dayOfSlot(slot) - LIMITS.contributionDays + 1)
}

export interface StoredAuthor {
  readonly clientId: number
  /** As `holderOf` the grant that was first. */
  readonly holder: string
}

/** Who stands behind a link: a person of one side, as its maker named him; a link without a person is its own. */
export function holderOf({ id, side, personId }: Pick<Grant, 'id' | 'side' | 'personId'>): string {
  return personId === null ? id : `${side} ${personId}`
}

export interface Contribution {
  readonly grantId: string
  /** Days since 1970, UTC. */
  readonly day: number
  readonly slots: number
}

export interface Author {
  readonly clientId: number
  readonly grantId: string
  readonly room: RoomKind
}

export interface Seen {
  readonly grantId: string
  readonly at: number
}

export interface Storage {
  /** `same`: this very link made this plan before. `taken`: somebody else did. */
  createPlan(plan: NewPlan): Promise<{ readonly outcome: 'created' | 'same'; readonly grant: Link } | 'taken'>
  /** Asked for everybody who comes in: it costs the same however much was written. */
  findGrant(planId: PlanId, hash: Uint8Array): Promise<Link | 'no-such-plan' | 'unknown-link'>
  grantsOf(planId: PlanId): Promise<PlanGrants | 'no-such-plan'>
  /** `stale`: the grants changed since `version` was read; nothing was written. */
  addGrant(grant: NewGrant, version: number): Promise<'added' | 'stale'>
  changeGrants(planId: PlanId, changes: readonly GrantChange[], version: number): Promise<'changed' | 'stale'>
  /** Sets `lastSeenAt`, and `usedAt` where it is the first time. */
  markSeen(seen: readonly Seen[]): Promise<void>

  /** `damaged`: a checksum does not fit, or a row is missing. Such a room is not served: half a document would be taken for the whole. */
  readRoom(room: RoomName): Promise<StoredRoom | 'no-such-room' | 'damaged'>
  /** All of it in one transaction, one outcome per entry in order. */
  append(batch: readonly Append[]): Promise<readonly AppendOutcome[]>
  /** Puts `segment` in place of every row and segment it covers. `changed`: what is there is not what it covers. */
  compact(room: RoomName, segment: Segment, replacement: Replacement): Promise<'compacted' | 'changed'>
  /**
   * What compaction replaced is kept aside, so that a damaged segment can be put together again, until it is forgotten
   * here: everything replaced before this time (milliseconds since 1970), or a good part of it.
   */
  forgetReplaced(before: number): Promise<void>

  /** By day, then grant. */
  contributions(planId: PlanId, sinceDay: number): Promise<readonly Contribution[]>
  /** By room, then client id. */
  authors(planId: PlanId): Promise<readonly Author[]>

  /** Writes something and waits for the disk; rejects where that fails. */
  probe(): Promise<void>
  close(): Promise<void>
}
