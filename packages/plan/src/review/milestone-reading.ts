/**
 * What the review needs of one milestone and its steps, read once for each reading of it: a milestone that nobody touched is
 * the same frozen object as before, so typing in one title reads one milestone again, not a hundred and fifty.
 */
import type { RoleId } from '../ids.ts'
import type { Milestone } from '../read-plan.ts'
import type { Mark } from '../value.ts'
import { isOnboarding, isSignature, outcomeWording, type Wording } from './task-words.ts'

export interface MilestoneReading {
  readonly wording: Wording | null
  readonly hasBenefit: boolean
  readonly isSignature: boolean
  readonly isOnboarding: boolean
  /** Roles that own it or one of its steps, or do one together. */
  readonly roles: ReadonlySet<RoleId>
  /** Who ticked or left out what, and when. */
  readonly marks: readonly Mark[]
}

const readings = new WeakMap<Milestone, MilestoneReading>()

export function readingOf(milestone: Milestone): MilestoneReading {
  const known = readings.get(milestone)
  if (known !== undefined) return known
  const reading = read(milestone)
  readings.set(milestone, reading)
  return reading
}

function read({ title, benefit, ownerRole, done, skipped, archived, steps }: Milestone): MilestoneReading {
  const roles = [ownerRole, ...steps.flatMap((step) => [step.ownerRole, step.withRole])]
  const marks = [done, skipped, archived, ...steps.map((step) => step.done)]
  return {
    wording: outcomeWording(title),
    hasBenefit: benefit.trim() !== '',
    isSignature: isSignature(title),
    isOnboarding: isOnboarding(title),
    roles: new Set(roles.filter((role) => role !== null)),
    marks: marks.filter((mark) => mark !== null),
  }
}
