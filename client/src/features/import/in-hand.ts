/**
 * The spreadsheet that somebody chose before there is a plan for it. It is held while they say who the plan is for, and goes
 * to the plan that was made then and to no other. Only in memory: a file that somebody wanted to look at is kept nowhere.
 */
import type { PlanId } from '@milepost/protocol'

let held: File | null = null
let owner: PlanId | null = null

export function fileInHand(): File | null {
  return held
}

/** Null: it is wanted no more. */
export function holdFile(file: File | null): void {
  held = file
  owner = null
}

export function giveFileTo(planId: PlanId): void {
  owner = planId
}

/** The file that this plan was made for, until it was looked at. */
export function fileFor(planId: PlanId): File | null {
  return owner === planId ? held : null
}
