/**
 * Ids of records: 21 random characters of `A-Za-z0-9_-`, made by exactly one
 * client. Random, not counted, because two people add records while apart: an id
 * made twice would lose one of the two records whole.
 *
 * Each kind of record has a brand of its own, so that a step's id is never taken
 * for a milestone's. `parseId` is the one door for ids that others wrote.
 */
declare const brand: unique symbol

export type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type MilestoneId = Id<'milestone'>
export type StepId = Id<'step'>
export type RoleId = Id<'role'>
export type PersonId = Id<'person'>
export type KeyDateId = Id<'keyDate'>
export type ObjectiveId = Id<'objective'>
export type CriterionId = Id<'criterion'>
export type DecisionId = Id<'decision'>
export type ExpectationId = Id<'expectation'>
export type OptionId = Id<'option'>
export type MoveId = Id<'move'>
export type OfferId = Id<'offer'>
export type CommentId = Id<'comment'>

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
const ID_LENGTH = 21
const ID_PATTERN = /^[A-Za-z0-9_-]{1,40}$/

/** Where the random bytes of an id come from; tests bring their own. */
export type RandomBytes = (count: number) => Uint8Array

export function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count))
}

export function newId<Kind extends string>(random: RandomBytes = randomBytes): Id<Kind> {
  let id = ''
  for (const byte of random(ID_LENGTH)) id += ALPHABET[byte & 63]
  return id as Id<Kind>
}

/**
 * Someone else's id, or null. Names that every object inherits (`__proto__`,
 * `constructor`) fit the pattern and are none all the same: used as a key they
 * would read or write what was never meant.
 */
export function parseId<Kind extends string>(raw: unknown): Id<Kind> | null {
  if (typeof raw !== 'string' || !ID_PATTERN.test(raw) || raw in Object.prototype) return null
  return raw as Id<Kind>
}
