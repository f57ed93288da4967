// Names of plans and of the two rooms each plan has on the relay.
//
// The discussion has a room of its own because that is the only way a relay that cannot read a plan can let somebody
// comment and not edit. Rules ROOM-1 to ROOM-3, SPEC.md.

/** 21 random characters of `A-Za-z0-9_-`, made by the device that made the plan. */
export type PlanId = string & { readonly __brand: 'PlanId' }

/** The live place of one document on the relay: `<planId>`, or `<planId>.c` for the discussion. */
export type RoomName = string & { readonly __brand: 'RoomName' }

export type RoomKind = 'plan' | 'discussion'

export interface Room {
  readonly name: RoomName
  readonly planId: PlanId
  readonly kind: RoomKind
}

const PLAN_ID = /^[A-Za-z0-9_-]{21}$/
const DISCUSSION = '.c'

export function parsePlanId(value: unknown): PlanId | null {
  return typeof value === 'string' && PLAN_ID.test(value) ? (value as PlanId) : null
}

export function roomOf(planId: PlanId): RoomName {
  return planId as string as RoomName
}

export function discussionRoomOf(planId: PlanId): RoomName {
  return `${planId}${DISCUSSION}` as RoomName
}

/** Reads a room name from outside; null where it is none. */
export function parseRoom(value: unknown): Room | null {
  if (typeof value !== 'string') return null
  const kind = value.endsWith(DISCUSSION) ? 'discussion' : 'plan'
  const planId = parsePlanId(kind === 'plan' ? value : value.slice(0, -DISCUSSION.length))
  return planId && { name: value as RoomName, planId, kind }
}
