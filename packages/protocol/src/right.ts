// What a link lets its holder do: the one table of rights, as pure functions that relay and app both ask.
//
// Rights form a ladder (each includes the ones below), so a rule is written as the least right it needs; what does not
// fit the ladder (whose link is it, which side is it for) is spelled out in the functions. Rules RIGHT-1 to RIGHT-8, SPEC.md.
import type { RoomKind } from './room-name.ts'
import type { Side } from './side.ts'

export type Right = 'view' | 'comment' | 'edit' | 'manage'

/** Weakest first. */
export const RIGHTS: readonly Right[] = ['view', 'comment', 'edit', 'manage']

export function isRight(value: unknown): value is Right {
  return RIGHTS.some((right) => right === value)
}

/** Is `right` worth `needed` or more? */
export function rightAtLeast(right: Right, needed: Right): boolean {
  return RIGHTS.indexOf(right) >= RIGHTS.indexOf(needed)
}

/** Who asks: the part of a grant that rules look at. */
export interface Holder {
  readonly id: string
  readonly right: Right
  readonly side: Side
}

/** Whose link it is about. */
export interface Target {
  readonly right: Right
  readonly side: Side
  /** The grant that made it; null for the first link of a plan. */
  readonly madeBy: string | null
}

/** May this right come into the room at all? */
export function mayReadRoom(right: Right, room: RoomKind): boolean {
  return room === 'plan' || rightAtLeast(right, 'comment')
}

/** May it change what the room holds? */
export function mayWriteRoom(right: Right, room: RoomKind): boolean {
  return rightAtLeast(right, room === 'plan' ? 'edit' : 'comment')
}

/** May `by` make a link with this right for this side? */
export function mayGrant(
  by: Pick<Holder, 'right' | 'side'>,
  link: { readonly right: Right; readonly side: Side },
): boolean {
  if (by.right === 'manage') return true
  return by.side === link.side && rightAtLeast(by.right, link.right)
}

/** The rights `by` may choose from when making a link for `side`, weakest first. */
export function grantableRights(by: Pick<Holder, 'right' | 'side'>, side: Side): readonly Right[] {
  return RIGHTS.filter((right) => mayGrant(by, { right, side }))
}

/** May it see the links of both sides? */
export function mayListGrants(right: Right): boolean {
  return rightAtLeast(right, 'edit')
}

/**
 * May `by` give this link another right? Never to more than `by` could create anew. Whether a manager is left afterwards
 * is for the relay to say, which knows all links.
 */
export function mayChangeGrant(by: Holder, target: Target, right: Right): boolean {
  return mayRevokeGrant(by, target) && mayGrant(by, { right, side: target.side })
}

/** May `by` take this link back? An editor: the ones it made, up to its own right. */
export function mayRevokeGrant(by: Holder, target: Target): boolean {
  if (by.right === 'manage') return true
  return by.right === 'edit' && target.madeBy === by.id && rightAtLeast(by.right, target.right)
}
