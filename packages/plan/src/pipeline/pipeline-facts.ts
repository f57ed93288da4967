/**
 * What a pipeline review says about one plan: facts alone, each with the place in the plan that it was read from, because a
 * judgement rests on what people did and not on anybody's feeling. Blockers and questions come from the same checks that both
 * sides see beside their plan: nothing is held against a buyer here that they cannot see there.
 */
import { calendarDaysBetween, workdaysBetween, type LocalDate } from '@milepost/schedule'
import type { MilestoneId } from '../ids.ts'
import { planOutlook, type PlanOutlook } from '../outlook/plan-outlook.ts'
import { startOf } from '../plan-to-schedule.ts'
import type { Milestone, Plan } from '../read-plan.ts'
import { hasContributed } from '../review/contributions.ts'
import type { ReviewCheck, ReviewKind, ReviewTarget } from '../review/review-check.ts'
import { reviewPlan } from '../review/review-plan.ts'
import type { RoleFunction } from '../roles.ts'
import type { Author } from '../value.ts'

/** The place a statement was read from: its number and words, so that they can be said. */
export interface Evidence {
  readonly target: ReviewTarget
  /** Of a milestone, or the one a step stands in. */
  readonly number: number | null
  readonly title: string
}

export interface DateMove {
  readonly evidence: Evidence
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  readonly text: string
  readonly by: Author
}

/** A function of the buyer's in such a decision. */
export interface FunctionPart {
  readonly part: RoleFunction
  /** Null: the plan has no such role. */
  readonly role: string | null
  readonly person: string | null
  /** Who has it put something into the plan. */
  readonly active: boolean
  /** What they own: milestones and steps that are done, and those that are not. */
  readonly settled: number
  readonly open: number
  /** The role; where there is none, the people it is not among. */
  readonly evidence: Evidence
}

export interface Velocity {
  readonly evidence: Evidence
  /** Working days from its beginning, or from the one before, to the day it was done. */
  readonly took: number
  readonly estimate: number | null
}

export interface PipelineFacts {
  /** Dates that were moved, the newest first. */
  readonly moves: readonly DateMove[]
  readonly functions: readonly FunctionPart[]
  readonly velocity: readonly Velocity[]
  readonly blockers: readonly { readonly check: ReviewCheck; readonly evidence: Evidence }[]
  readonly questions: readonly { readonly kind: QuestionKind; readonly evidence: Evidence }[]
  /** Milestones that the buyer has called right for their organisation, of all that are needed. */
  readonly confirmed: { readonly confirmed: number; readonly all: number }
  /** Null where no milestone is go-live. */
  readonly goLive: Evidence | null
  /** Days since the plan was made. */
  readonly age: number | null
}

const FUNCTIONS = ['economicBuyer', 'technical', 'security', 'legal', 'purchasing', 'finance', 'endUser'] as const

const BLOCKERS: ReadonlySet<ReviewKind> = new Set([
  'feasible',
  'waitsOnNobody',
  'bothSidesContribute',
  'nextStep',
  'workedBack',
])

/** What a coach would ask: gaps that the plan itself shows. `technical` is asked here alone. */
export const QUESTION_KINDS = [
  'technical',
  'decisionMaker',
  'economicBuyer',
  'legal',
  'security',
  'purchasing',
  'finance',
  'agreed',
  'keyDates',
  'rolesNamed',
  'owners',
  'slipReasons',
  'sellerSponsor',
  'upToDate',
  'buyerPriority',
  'criteria',
] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** `words`: how many the value proposition has; it is rich text and not in the plan. */
export function pipelineFacts(plan: Plan, today: LocalDate, words: number): PipelineFacts {
  const outlook = planOutlook(plan, today)
  const { attention } = reviewPlan(plan, outlook, today, words)
  const found = new Map<string, ReviewCheck>(attention.map((check) => [check.kind, check]))
  const functions = FUNCTIONS.map((part) => functionPart(plan, part))
  const isMissing = (part: RoleFunction) => functions.find((each) => each.part === part)?.role === null
  return {
    moves: movesOf(plan),
    functions,
    velocity: velocityOf(plan, outlook),
    blockers: attention
      .filter(({ kind }) => BLOCKERS.has(kind))
      .map((check) => ({ check, evidence: evidenceOf(plan, check.target) })),
    questions: QUESTION_KINDS.flatMap((kind): PipelineFacts['questions'] => {
      if (kind === 'technical')
        return isMissing(kind) ? [{ kind, evidence: evidenceOf(plan, { kind: 'people', side: 'buyer' }) }] : []
      const check = found.get(kind)
      return check === undefined || isOnlyUnscored(check) ? [] : [{ kind, evidence: evidenceOf(plan, check.target) }]
    }),
    confirmed: confirmedOf(plan, outlook),
    goLive: plan.goLiveId === null ? null : evidenceOf(plan, { kind: 'milestone', milestoneId: plan.goLiveId }),
    age: plan.createdAt === null ? null : calendarDaysBetween(dayOf(plan.createdAt), today),
  }
}

/** What is measured is written down; the question is about plans where it is not. */
function isOnlyUnscored(check: ReviewCheck): boolean {
  return check.kind === 'criteria' && check.facts.problem === 'unscored'
}

function movesOf(plan: Plan): readonly DateMove[] {
  return plan.moves.toReversed().flatMap(({ milestoneId, from, to, text, by }) => {
    if (milestoneId === null) return []
    return [{ evidence: evidenceOf(plan, { kind: 'milestone', milestoneId }), from, to, text, by }]
  })
}

function functionPart(plan: Plan, part: RoleFunction): FunctionPart {
  const role = plan.roles.find(({ side, function: has }) => side === 'buyer' && has === part)
  const person = plan.people.find(({ id }) => id === role?.personId)
  const owned = plan.milestones
    .filter(({ skipped }) => skipped === null)
    .flatMap((milestone) => [milestone, ...milestone.steps])
    .filter(({ ownerRole }) => role !== undefined && ownerRole === role.id)
  const settled = owned.filter(({ done }) => done !== null).length
  return {
    part,
    role: role?.title ?? null,
    person: person?.name ?? null,
    active: person !== undefined && hasContributed(plan, person),
    settled,
    open: owned.length - settled,
    evidence: evidenceOf(
      plan,
      role === undefined ? { kind: 'people', side: 'buyer' } : { kind: 'role', roleId: role.id },
    ),
  }
}

/** Of what is done, in plan order; what began nowhere is counted from the day before it was done. */
function velocityOf(plan: Plan, { calendar }: PlanOutlook): readonly Velocity[] {
  const done = plan.milestones.filter((milestone) => milestone.done !== null)
  return done.flatMap((milestone, at) => {
    const end = milestone.done?.on
    const began = startOf(milestone) ?? done[at - 1]?.done?.on ?? plan.start
    if (end === undefined || began === null || began > end) return []
    const evidence = evidenceOf(plan, { kind: 'milestone', milestoneId: milestone.id })
    return [{ evidence, took: workdaysBetween(calendar, began, end), estimate: milestone.estimate }]
  })
}

function confirmedOf(plan: Plan, { milestones }: PlanOutlook): PipelineFacts['confirmed'] {
  const needed = plan.milestones.filter(({ skipped }) => skipped === null)
  const confirmed = needed.filter(({ id }) => milestones.get(id)?.confirmed.buyer === 'confirmed')
  return { confirmed: confirmed.length, all: needed.length }
}

function evidenceOf(plan: Plan, target: ReviewTarget): Evidence {
  switch (target.kind) {
    case 'milestone':
      return { target, ...milestoneWords(plan, target.milestoneId) }
    case 'step': {
      const { number } = milestoneWords(plan, target.milestoneId)
      return { target, number, title: stepTitle(plan.milestones, target) }
    }
    case 'role':
      return { target, number: null, title: plan.roles.find(({ id }) => id === target.roleId)?.title ?? '' }
    case 'keyDate':
      return { target, number: null, title: plan.keyDates.find(({ id }) => id === target.keyDateId)?.title ?? '' }
    default:
      return { target, number: null, title: '' }
  }
}

function milestoneWords(plan: Plan, id: MilestoneId): { readonly number: number | null; readonly title: string } {
  const at = plan.milestones.findIndex((milestone) => milestone.id === id)
  return { number: at === -1 ? null : at + 1, title: plan.milestones[at]?.title ?? '' }
}

function stepTitle(milestones: readonly Milestone[], target: ReviewTarget & { readonly kind: 'step' }): string {
  const steps = milestones.find(({ id }) => id === target.milestoneId)?.steps ?? []
  return steps.find(({ id }) => id === target.stepId)?.title ?? ''
}

function dayOf(at: number): LocalDate {
  return new Date(at).toISOString().slice(0, 10) as LocalDate
}
