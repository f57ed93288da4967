/**
 * A template: a plan without dates and persons. Milestones with their wording, roles, durations and what waits for what; it
 * becomes a plan with `startPlan` and from then on belongs to the two sides of that plan.
 *
 * Records are named by `key` inside their template, because ids are made new for every plan: two plans from one template
 * share nothing that a merge could mistake for the same.
 */
import type { CheckIn, RoleFunction, Side } from '@milepost/plan'

/** What kind of deal a template is meant for; empty and null: for any. */
export interface TemplateFit {
  readonly industry: string
  readonly goal: string
  readonly size: DealSize | null
}

export const DEAL_SIZES = ['small', 'medium', 'large'] as const
export type DealSize = (typeof DEAL_SIZES)[number]

export const ANY_DEAL: TemplateFit = { industry: '', goal: '', size: null }

export interface Template {
  /** Stands in each plan that was started from it, together with the version. */
  readonly id: string
  readonly version: number
  readonly name: string
  /** One sentence that tells it from the others. */
  readonly summary: string
  readonly fits: TemplateFit
  /** Id of the template it was made from; what is learnt there is worth knowing here. */
  readonly basedOn: string | null
  readonly roles: readonly TemplateRole[]
  /** In plan order. */
  readonly milestones: readonly TemplateMilestone[]
  /** Key of the milestone that is go-live, and of the one that is the result. */
  readonly goLive: string
  readonly result: string
  /** What both sides may agree to measure; numbers are theirs to fill in. */
  readonly criteria: readonly string[]
  readonly checkIn: TemplateCheckIn | null
}

export interface TemplateRole {
  readonly key: string
  readonly title: string
  readonly side: Side
  readonly function: RoleFunction | null
}

export interface TemplateMilestone {
  readonly key: string
  /** The outcome the buyer gets, never a task. */
  readonly title: string
  /** What the buyer gets out of the time it takes. */
  readonly benefit: string
  readonly owner: string | null
  /** Keys of earlier milestones it waits for; null: the one before it, []: nothing. */
  readonly after: readonly string[] | null
  /** Working days; null: what its steps take (`estimateOf`). */
  readonly estimate: number | null
  readonly steps: readonly TemplateStep[]
}

export interface TemplateStep {
  readonly key: string
  readonly title: string
  /** What there is once it is done. */
  readonly outcome: string
  readonly owner: string | null
  /** The second role of a step that two do together. */
  readonly with: string | null
  readonly estimate: number | null
  /** Keys of earlier steps it waits for; null: the one before it in its milestone, []: nothing. */
  readonly after: readonly string[] | null
}

/** The rhythm of meetings, with roles by key. */
export interface TemplateCheckIn extends Omit<CheckIn, 'roleIds'> {
  readonly roles: readonly string[]
}

/** Working days a milestone takes: as written, else the longest path through its steps; null where nobody said. */
export function estimateOf({ estimate, steps }: TemplateMilestone): number | null {
  if (estimate !== null || steps.every((step) => step.estimate === null)) return estimate
  return longestOf(longestPaths(steps))
}

/** Working days from the beginning of the plan to go-live, everything begun as early as possible. */
export function workdaysToGoLive({ milestones, goLive }: Template): number {
  const items = milestones.map((milestone) => ({ ...milestone, estimate: estimateOf(milestone) }))
  return longestPaths(items).get(goLive) ?? 0
}

interface Taking {
  readonly key: string
  readonly estimate: number | null
  readonly after: readonly string[] | null
}

/** When each item ends, in working days from the beginning. Links to what is not among the items count as nothing. */
function longestPaths(items: readonly Taking[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>()
  items.forEach(({ key, estimate, after }, index) => {
    const before = after ?? items.slice(Math.max(0, index - 1), index).map((item) => item.key)
    const begins = Math.max(0, ...before.map((other) => ends.get(other) ?? 0))
    ends.set(key, begins + (estimate ?? 0))
  })
  return ends
}

function longestOf(ends: ReadonlyMap<string, number>): number {
  return Math.max(0, ...ends.values())
}
