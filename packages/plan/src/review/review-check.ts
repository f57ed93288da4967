/**
 * What the review of a plan can say: a closed list of checks, each with what is needed to say it and the place where it can
 * be mended. No words here: those are the screen's.
 *
 * The names of the checks lie on disks (`findingsOff` holds the ones that a plan does without), so none is ever renamed.
 */
import type { LocalDate } from '@milepost/schedule'
import type { DoneTooEarly } from '../done-in-order.ts'
import type { CriterionId, KeyDateId, MilestoneId, ObjectiveId, RoleId, StepId } from '../ids.ts'
import type { Author, Side } from '../value.ts'
import type { Wording } from './task-words.ts'

/** Where a finding leads to. */
export type ReviewTarget =
  | { readonly kind: 'valueProposition' | 'buyerPriority' | 'objectives' | 'criteria' }
  | { readonly kind: 'goLive' | 'agreement' | 'milestones' | 'keyDates' }
  | { readonly kind: 'people'; readonly side: Side }
  | { readonly kind: 'milestone'; readonly milestoneId: MilestoneId }
  | { readonly kind: 'step'; readonly milestoneId: MilestoneId; readonly stepId: StepId }
  | { readonly kind: 'role'; readonly roleId: RoleId }
  | { readonly kind: 'keyDate'; readonly keyDateId: KeyDateId }

/** What each check knows. Where it is in place, a problem is null and a list of what is missing is empty. */
export interface ReviewFacts {
  /** Promises and the buyer's date can be kept as things stand. */
  readonly feasible: {
    readonly problem: 'pastKeyDate' | 'cannotBeMet' | 'overdue' | 'atRisk' | null
    readonly milestoneIds: readonly MilestoneId[]
    /** Working days past the buyer's date. */
    readonly workdays: number
    readonly keyDateId: KeyDateId | null
  }
  /** What could be done today is in somebody's hands. `roleId` null: not even a role owns it. */
  readonly waitsOnNobody: { readonly work: readonly Work[] }
  readonly valueProposition: { readonly words: number }
  /** Go-live has a day, and everything before it a promise that leads there. */
  readonly workedBack: {
    readonly problem: 'noGoLive' | 'noDay' | 'undated' | null
    readonly milestoneIds: readonly MilestoneId[]
  }
  /** The last milestone is the result: after go-live, and no signature. */
  readonly endsInValue: {
    readonly problem: 'noResult' | 'notLast' | 'beforeGoLive' | 'signature' | null
    readonly milestoneId: MilestoneId | null
  }
  readonly rolesNamed: { readonly work: readonly Work[] }
  readonly decisionMaker: { readonly roleIds: readonly RoleId[] }
  readonly bothSidesContribute: { readonly missing: readonly Side[] }
  readonly owners: { readonly milestoneIds: readonly MilestoneId[] }
  readonly agreed: { readonly state: 'agreed' | 'offered' | 'none'; readonly by: Side | null }
  readonly keyDates: { readonly problem: 'none' | 'noDay' | 'noneCompelling' | null }
  readonly nextStep: { readonly problem: 'none' | 'far' | null; readonly workdays: number }
  /** Something comes before go-live, and nothing that says onboarding or training comes only after it. */
  readonly goLiveAfterOnboarding: {
    readonly problem: 'first' | 'onboardingLater' | null
    readonly milestoneId: MilestoneId | null
  }
  readonly economicBuyer: { readonly roleId: RoleId | null }
  readonly slipReasons: { readonly milestoneIds: readonly MilestoneId[] }
  /** Nothing is done before what somebody said it waits for. */
  readonly doneInOrder: { readonly found: readonly DoneTooEarly[] }
  readonly upToDate: { readonly workdays: number }
  readonly buyerPriority: {}
  readonly bothSidesWork: { readonly missing: readonly Side[] }
  readonly outcomes: { readonly found: readonly TaskTitle[] }
  readonly benefits: { readonly milestoneIds: readonly MilestoneId[] }
  readonly legal: { readonly roleId: RoleId | null }
  readonly security: { readonly roleId: RoleId | null }
  readonly purchasing: { readonly roleId: RoleId | null }
  readonly finance: { readonly roleId: RoleId | null }
  readonly customerSuccessEarly: { readonly roleId: RoleId | null }
  readonly sellerSponsor: { readonly roleId: RoleId | null }
  /** `noGoal`: they say nothing of the buyer's goal that they serve. */
  readonly objectives: { readonly problem: 'none' | 'noGoal' | null; readonly objectiveIds: readonly ObjectiveId[] }
  /** `unscored`: their day has passed, and nobody wrote down what was reached. */
  readonly criteria: {
    readonly problem: 'none' | 'unmeasured' | 'unscored' | null
    readonly criterionIds: readonly CriterionId[]
  }
  readonly milestoneCount: { readonly milestones: number }
}

export type ReviewKind = keyof ReviewFacts

/** The most weighty first: what keeps a plan from happening, then what keeps it from being one of both sides. */
export const REVIEW_KINDS = [
  'feasible',
  'waitsOnNobody',
  'valueProposition',
  'workedBack',
  'endsInValue',
  'rolesNamed',
  'decisionMaker',
  'bothSidesContribute',
  'owners',
  'agreed',
  'keyDates',
  'nextStep',
  'goLiveAfterOnboarding',
  'economicBuyer',
  'slipReasons',
  'doneInOrder',
  'upToDate',
  'buyerPriority',
  'bothSidesWork',
  'outcomes',
  'benefits',
  'legal',
  'security',
  'purchasing',
  'finance',
  'customerSuccessEarly',
  'sellerSponsor',
  'objectives',
  'criteria',
  'milestoneCount',
] as const satisfies readonly ReviewKind[]

/** A piece of work and the role that has it. */
export interface Work {
  readonly milestoneId: MilestoneId
  /** Null: the milestone itself. */
  readonly stepId: StepId | null
  readonly roleId: RoleId | null
}

/** A milestone whose title says what is done, not what is true then. */
export interface TaskTitle {
  readonly milestoneId: MilestoneId
  readonly wording: Wording
}

/** What a check found: its facts, whether they are in order, and where to go if not. */
export interface Found<Kind extends ReviewKind> {
  readonly inPlace: boolean
  readonly target: ReviewTarget
  readonly facts: ReviewFacts[Kind]
}

export type ReviewCheck = {
  readonly [Kind in ReviewKind]: Found<Kind> & {
    readonly kind: Kind
    /** Who switched it off for this plan, and on which day; null: it counts. */
    readonly off: { readonly by: Author; readonly on: LocalDate } | null
  }
}[ReviewKind]

/** What one file of checks answers; null where a check has nothing to judge in this plan. */
export type Checks<Kind extends ReviewKind> = { readonly [Each in Kind]: Found<Each> | null }
