/** What the plan says: why it is worth it, in which words, with how many milestones, and how success will be seen. */
import type { LocalDate } from '@milepost/schedule'
import type { Criterion } from '../criteria.ts'
import type { Objective } from '../objectives.ts'
import type { Milestone, Plan } from '../read-plan.ts'
import { readingOf } from './milestone-reading.ts'
import type { Checks, Found, ReviewTarget } from './review-check.ts'

const WORDS = { least: 30, most: 40 } as const
const MILESTONES = { least: 7, most: 9 } as const

type ContentKind =
  | 'valueProposition'
  | 'buyerPriority'
  | 'milestoneCount'
  | 'outcomes'
  | 'benefits'
  | 'endsInValue'
  | 'goLiveAfterOnboarding'
  | 'objectives'
  | 'criteria'

/** `needed`: the milestones that are not skipped, in plan order. */
export function contentChecks(
  plan: Plan,
  needed: readonly Milestone[],
  words: number,
  today: LocalDate,
): Checks<ContentKind> {
  return {
    valueProposition: {
      inPlace: isWithin(words, WORDS),
      target: { kind: 'valueProposition' },
      facts: { words },
    },
    buyerPriority: { inPlace: plan.buyerPriority.trim() !== '', target: { kind: 'buyerPriority' }, facts: {} },
    milestoneCount: {
      inPlace: isWithin(needed.length, MILESTONES),
      target: { kind: 'milestones' },
      facts: { milestones: needed.length },
    },
    outcomes: needed.length === 0 ? null : outcomes(needed),
    benefits: needed.length === 0 ? null : benefits(needed),
    endsInValue: needed.length === 0 ? null : endsInValue(plan, needed),
    goLiveAfterOnboarding: goLiveAfterOnboarding(plan, needed),
    objectives: objectives(plan.objectives),
    criteria: criteria(plan.criteria, today),
  }
}

function outcomes(needed: readonly Milestone[]): Found<'outcomes'> {
  const found = needed.flatMap((milestone) => {
    const { wording } = readingOf(milestone)
    return wording === null ? [] : [{ milestoneId: milestone.id, wording }]
  })
  return { inPlace: found.length === 0, target: firstOf(found.map(({ milestoneId }) => milestoneId)), facts: { found } }
}

function benefits(needed: readonly Milestone[]): Found<'benefits'> {
  const milestoneIds = needed.filter((milestone) => !readingOf(milestone).hasBenefit).map(({ id }) => id)
  return { inPlace: milestoneIds.length === 0, target: firstOf(milestoneIds), facts: { milestoneIds } }
}

function endsInValue({ goLiveId, resultId }: Plan, needed: readonly Milestone[]): Found<'endsInValue'> | null {
  const last = needed.at(-1)
  if (last === undefined) return null
  const at = needed.findIndex(({ id }) => id === resultId)
  const problem =
    at === -1
      ? 'noResult'
      : at <= needed.findIndex(({ id }) => id === goLiveId)
        ? 'beforeGoLive'
        : at < needed.length - 1
          ? 'notLast'
          : readingOf(last).isSignature
            ? 'signature'
            : null
  const milestoneId = at === -1 ? last.id : (resultId ?? last.id)
  return { inPlace: problem === null, target: { kind: 'milestone', milestoneId }, facts: { problem, milestoneId } }
}

/** Where nobody says which one is go-live, that is what `workedBack` asks for first. */
function goLiveAfterOnboarding(
  { goLiveId }: Plan,
  needed: readonly Milestone[],
): Found<'goLiveAfterOnboarding'> | null {
  const at = needed.findIndex(({ id }) => id === goLiveId)
  if (goLiveId === null || at === -1) return null
  const later = needed.slice(at + 1).find((milestone) => readingOf(milestone).isOnboarding)
  const problem = at === 0 ? 'first' : later === undefined ? null : 'onboardingLater'
  const milestoneId = at === 0 || later === undefined ? goLiveId : later.id
  return { inPlace: problem === null, target: { kind: 'milestone', milestoneId }, facts: { problem, milestoneId } }
}

function objectives(all: readonly Objective[]): Found<'objectives'> {
  const said = all.filter(({ text }) => text.trim() !== '')
  const open = said.filter(({ goal }) => goal.trim() === '')
  const problem = said.length === 0 ? 'none' : open.length > 0 ? 'noGoal' : null
  return {
    inPlace: problem === null,
    target: { kind: 'objectives' },
    facts: { problem, objectiveIds: open.map(({ id }) => id) },
  }
}

/** What each needs to be measured at all comes first; a result is asked for once the day has come and gone. */
function criteria(all: readonly Criterion[], today: LocalDate): Found<'criteria'> {
  const said = all.filter(({ text }) => text.trim() !== '')
  const unmeasured = said.filter(({ baseline, target, by }) => !isSaid(baseline) || !isSaid(target) || by === null)
  const unscored = said.filter(
    ({ actual, result, by }) => by !== null && by < today && !isSaid(actual) && result === null,
  )
  const open = unmeasured.length > 0 ? unmeasured : unscored
  const problem =
    said.length === 0 ? 'none' : unmeasured.length > 0 ? 'unmeasured' : unscored.length > 0 ? 'unscored' : null
  return {
    inPlace: problem === null,
    target: { kind: 'criteria' },
    facts: { problem, criterionIds: open.map(({ id }) => id) },
  }
}

function isSaid(text: string | null): boolean {
  return text !== null && text.trim() !== ''
}

function firstOf(milestoneIds: readonly Milestone['id'][]): ReviewTarget {
  const [milestoneId] = milestoneIds
  return milestoneId === undefined ? { kind: 'milestones' } : { kind: 'milestone', milestoneId }
}

function isWithin(count: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return count >= least && count <= most
}
