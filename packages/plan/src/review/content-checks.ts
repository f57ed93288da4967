/** What the plan says: why it is worth it, in which words, with how many milestones, and how success will be seen. */
import type { Criterion } from '../criteria.ts'
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
export function contentChecks(plan: Plan, needed: readonly Milestone[], words: number): Checks<ContentKind> {
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
    objectives: {
      inPlace: plan.objectives.some(({ text }) => text.trim() !== ''),
      target: { kind: 'objectives' },
      facts: { objectives: plan.objectives.length },
    },
    criteria: criteria(plan.criteria),
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

function criteria(all: readonly Criterion[]): Found<'criteria'> {
  const said = all.filter(({ text }) => text.trim() !== '')
  const open = said.filter(({ baseline, target, by }) => !isSaid(baseline) || !isSaid(target) || by === null)
  const problem = said.length === 0 ? 'none' : open.length > 0 ? 'unmeasured' : null
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
