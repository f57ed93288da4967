/**
 * What plans that are done teach the template they came from: how long milestones really took, which steps people added and
 * which they did without. Proposals with their evidence; nothing changes by itself (`take-over.ts` makes what somebody took).
 *
 * A number or a step counts where at least two plans say it, and a step where most of them do. Working days are those of each
 * plan's own calendar, so a holiday is nobody's slowness.
 */
import { planStart, planToSchedule, wordsAlike, type Milestone, type Plan, type Step } from '@milepost/plan'
import { addCalendarDays, workCalendar, workdaysBetween, type LocalDate } from '@milepost/schedule'
import { namesInWording, withWording } from './neutral-wording.ts'
import { originsOf } from './origins.ts'
import { estimateOf, type Template, type TemplateMilestone, type TemplateStep } from './template.ts'

export type Proposal = EstimateProposal | AddedStep | SkippedStep

/** The milestone really took longer, or less long. */
export interface EstimateProposal {
  readonly kind: 'estimate'
  readonly milestone: string
  /** Working days in each plan, shortest first. */
  readonly took: readonly number[]
  /** What the template says now; null where it says nothing. */
  readonly says: number | null
  readonly proposes: number
}

/** People added this step in `times` of `of` plans. */
export interface AddedStep {
  readonly kind: 'added'
  readonly milestone: string
  readonly step: Omit<TemplateStep, 'key' | 'after'>
  readonly times: number
  readonly of: number
}

/** People did without this step in `times` of `of` plans. */
export interface SkippedStep {
  readonly kind: 'skipped'
  readonly milestone: string
  readonly step: string
  readonly times: number
  readonly of: number
}

/** Fewer plans than this are a story and no evidence. */
const FEWEST = 2
/** A difference below a day, or below this share of the estimate, is noise. */
const WORTH_SAYING = 0.1

/** Whether a plan has got far enough to learn from. */
export function isDonePlan({ milestones, goLiveId, resultId }: Plan): boolean {
  return milestones.some(({ id, done }) => done !== null && (id === goLiveId || id === resultId))
}

/** Whether a plan began with the template, or with the one that the template was made from. */
export function beganWith({ id, basedOn }: Template, plan: Plan): boolean {
  return plan.template !== null && (plan.template.id === id || plan.template.id === basedOn)
}

/** In the order of the template. Plans of other templates, and those that are not done, say nothing. */
export function learnFrom(template: Template, plans: readonly Plan[]): readonly Proposal[] {
  const lived = plans.filter((plan) => isDonePlan(plan) && beganWith(template, plan))
  return template.milestones.flatMap((milestone): readonly Proposal[] => {
    const found = lived.flatMap((plan) => {
      const its = counterpartOf(plan, milestone)
      return its === null || its.done === null || its.skipped !== null ? [] : [{ plan, its }]
    })
    if (found.length < FEWEST) return []
    return [...estimateFrom(milestone, found), ...skippedIn(milestone, found), ...addedIn(template, milestone, found)]
  })
}

interface Lived {
  readonly plan: Plan
  readonly its: Milestone
}

/** By the key it was made from; plans of old did not keep it and are known by the title alone. */
function counterpartOf(plan: Plan, { key, title }: TemplateMilestone): Milestone | null {
  const keys = originsOf(plan)
  const isIt =
    keys === null
      ? (milestone: Milestone) => sameWords(milestone.title, title)
      : (milestone: Milestone) => keys.get(milestone.id) === key
  return plan.milestones.find(isIt) ?? null
}

function estimateFrom(milestone: TemplateMilestone, found: readonly Lived[]): readonly EstimateProposal[] {
  const took = found.flatMap(({ plan, its }) => workdaysTaken(plan, its) ?? []).toSorted((a, b) => a - b)
  if (took.length < FEWEST) return []
  const says = estimateOf(milestone)
  const proposes = medianOf(took)
  const isWorthIt = says === null || Math.abs(proposes - says) >= Math.max(1, says * WORTH_SAYING)
  return isWorthIt ? [{ kind: 'estimate', milestone: milestone.key, took, says, proposes }] : []
}

/** Null where nobody can say when it began. */
export function workdaysTaken(plan: Plan, milestone: Milestone): number | null {
  const { done, startedOn } = milestone
  if (done === null) return null
  const calendar = workCalendar(planToSchedule(plan, done.on).calendar)
  // The day it was begun counts, the day on which what it waited for was done does not.
  const before = startedOn === null ? readyOn(plan, milestone, done.on) : addCalendarDays(startedOn, -1)
  const days = before === null ? 0 : workdaysBetween(calendar, before, done.on)
  return days > 0 ? days : null
}

/** The day after which it could begin: the last of what it waited for was done, or the day before the plan began. */
function readyOn(plan: Plan, milestone: Milestone, doneOn: LocalDate): LocalDate | null {
  const at = plan.milestones.indexOf(milestone)
  const waited =
    milestone.after === null
      ? plan.milestones
          .slice(0, at)
          .filter(({ skipped }) => skipped === null)
          .slice(-1)
      : plan.milestones.filter(({ id, skipped }) => milestone.after?.includes(id) === true && skipped === null)
  if (waited.some(({ done }) => done === null)) return null
  const days = waited.flatMap(({ done }) => done?.on ?? []).toSorted()
  return days.at(-1) ?? addCalendarDays(planStart(plan, doneOn), -1)
}

function medianOf(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2
  return Math.round(((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2)
}

/** Only plans that began with the step can have done without it. */
function skippedIn(milestone: TemplateMilestone, found: readonly Lived[]): readonly SkippedStep[] {
  return milestone.steps.flatMap(({ key }) => {
    const had = found.filter(({ plan }) => [...(originsOf(plan)?.values() ?? [])].includes(key))
    const times = had.filter(({ plan, its }) => !its.steps.some((step) => originsOf(plan)?.get(step.id) === key)).length
    return isMost(times, had.length)
      ? [{ kind: 'skipped', milestone: milestone.key, step: key, times, of: had.length }]
      : []
  })
}

/** Steps that no line of the template became, the same words in most plans, names aside. */
function addedIn(template: Template, milestone: TemplateMilestone, found: readonly Lived[]): readonly AddedStep[] {
  const known = new Set(template.milestones.flatMap(({ steps }) => steps.map(({ title }) => wordsAlike(title))))
  const keys = new Set(template.milestones.flatMap(({ steps }) => steps.map(({ key }) => key)))
  const groups = new Map<string, { readonly step: AddedStep['step']; readonly plans: Set<Plan> }>()
  for (const { plan, its } of found) {
    for (const step of its.steps) {
      if (keys.has(originsOf(plan)?.get(step.id) ?? '')) continue
      const written = asTemplateStep(template, plan, step)
      const words = wordsAlike(written.title)
      if (words !== '' && !known.has(words))
        groups.set(words, { step: written, plans: (groups.get(words)?.plans ?? new Set()).add(plan) })
    }
  }
  return [...groups.values()].flatMap(({ step, plans }) => {
    const times = plans.size
    return isMost(times, found.length)
      ? [{ kind: 'added', milestone: milestone.key, step, times, of: found.length }]
      : []
  })
}

/** As a template would write it: without names, with the template's own roles. */
function asTemplateStep(template: Template, plan: Plan, step: Step): AddedStep['step'] {
  const roleOf = (id: Step['ownerRole']) => {
    const role = plan.roles.find((one) => one.id === id)
    const known = template.roles.find(({ side, title }) => side === role?.side && sameWords(title, role.title))
    return known?.key ?? null
  }
  const { title, outcome, estimate } = step
  const written: TemplateStep = { key: 'step', title, outcome, estimate, owner: null, with: null, after: null }
  const alone: TemplateMilestone = {
    key: 'milestone',
    title: '',
    benefit: '',
    owner: null,
    after: null,
    estimate: null,
    steps: [written],
  }
  const draft: Template = { ...template, roles: [], criteria: [], milestones: [alone] }
  const neutral = withWording(draft, namesInWording(draft, plan)).milestones[0]?.steps[0] ?? written
  const owner = roleOf(step.ownerRole)
  const other = roleOf(step.withRole)
  return { title: neutral.title, outcome: neutral.outcome, estimate, owner, with: other === owner ? null : other }
}

function isMost(times: number, of: number): boolean {
  return times >= FEWEST && times > of / 2
}

function sameWords(a: string, b: string): boolean {
  return wordsAlike(a) === wordsAlike(b)
}
