/**
 * The lines under "What moved it", for each way of looking: by milestone (with its reason), role, person or side. Whatever
 * the way, the lines are in the order of the causes and add up to the headline.
 */
import type { CauseShare, CauseSum, MilestoneId, Plan, PlanOutlook, Side } from '@milepost/plan'
import { companyOf, listText } from '../format/names.ts'
import { unnamedWords } from '../words/unnamed.ts'
import { causeWords as words } from '../words/schedule/causes.ts'

export type Grouping = 'milestone' | 'role' | 'person' | 'side'

export interface CauseLine {
  readonly key: string
  /** Net working days; 0 where what it lost and won back is equal. */
  readonly days: number
  readonly lost: number
  readonly won: number
  /** The milestone's number on screen; null for anything else. */
  readonly number: number | null
  readonly milestoneId: MilestoneId | null
  readonly title: string
  /** Why, in the words of whoever moved it; who claims what does not count yet. */
  readonly reason: string | null
  readonly side: Side | null
  /** Behind a milestone: its role. Behind a role, person or side: the milestones. */
  readonly trail: string
}

export function causeLines(plan: Plan, outlook: PlanOutlook, grouping: Grouping): readonly CauseLine[] {
  const { causes, sums } = outlook
  switch (grouping) {
    case 'milestone':
      return (causes ?? []).map((cause) => milestoneLine(plan, outlook, cause))
    case 'role':
      return sums.byRole.map((sum) => sumLine(outlook, sum, plan.roles.find(({ id }) => id === sum.key)?.title))
    case 'person':
      return sums.byPerson.map((sum) => sumLine(outlook, sum, plan.people.find(({ id }) => id === sum.key)?.name))
    case 'side':
      return sums.bySide.map((sum) => sumLine(outlook, sum, companyInSum(plan, sum)))
  }
}

function milestoneLine(plan: Plan, outlook: PlanOutlook, cause: CauseShare): CauseLine {
  const { id, days } = cause
  const base = { key: id, days, lost: Math.max(0, days), won: Math.max(0, -days), reason: null }
  if (id === 'plan')
    return { ...base, number: null, milestoneId: null, title: words.changedPlan, side: null, trail: '' }
  return {
    ...base,
    number: outlook.milestones.get(id)?.number ?? null,
    milestoneId: outlook.milestones.has(id) ? id : null,
    title: titleOf(plan, id) + sharedText(outlook, cause),
    reason: reasonOf(plan, cause),
    side: cause.carrier.kind === 'role' ? cause.carrier.side : null,
    trail: carrierText(plan, cause.carrier),
  }
}

function sumLine({ milestones }: PlanOutlook, sum: CauseSum, name: string | undefined): CauseLine {
  const numbers = sum.milestones.flatMap((id) => milestones.get(id)?.number ?? [])
  const gone = sum.milestones.length - numbers.length
  const trail = [
    ...(numbers.length === 0 ? [] : [words.milestones(numbers.map(String))]),
    ...(gone === 0 ? [] : [words.removed]),
  ]
  return {
    key: sum.key,
    days: sum.days,
    lost: sum.lost,
    won: sum.won,
    number: null,
    milestoneId: null,
    title: name === undefined || name === '' ? (KEY_WORDS[sum.key] ?? words.nobodyYet) : name,
    reason: null,
    side: sum.side,
    trail: listText(trail),
  }
}

const KEY_WORDS: Readonly<Record<string, string>> = {
  plan: words.changedPlan,
  both: words.bothSides,
  nobody: words.nobodyYet,
}

const SIDES = ['buyer', 'seller'] as const

function companyInSum(plan: Plan, { key }: CauseSum): string | undefined {
  const side = SIDES.find((one) => one === key)
  return side === undefined ? undefined : companyOf(plan, side)
}

function carrierText(plan: Plan, carrier: CauseShare['carrier']): string {
  if (carrier.kind === 'role') return plan.roles.find(({ id }) => id === carrier.roleId)?.title ?? words.nobodyYet
  return carrier.kind === 'both' ? words.bothSides : words.nobodyYet
}

function titleOf(plan: Plan, id: MilestoneId): string {
  const milestone = [...plan.milestones, ...plan.archivedMilestones].find((one) => one.id === id)
  return milestone === undefined || milestone.title === '' ? unnamedWords.milestone : milestone.title
}

function sharedText({ milestones }: PlanOutlook, { with: others }: CauseShare): string {
  const numbers = others.flatMap((id) => milestones.get(id)?.number ?? [])
  return numbers.length === 0 ? '' : words.together(numbers.map(String))
}

/** The reason as written; where a role of the other side is named and that side has not agreed, who says so. */
function reasonOf(plan: Plan, { moveId, claim }: CauseShare): string | null {
  const text = plan.moves.find(({ id }) => id === moveId)?.text.trim() ?? ''
  if (claim === null) return text === '' ? null : text
  const role = plan.roles.find(({ id }) => id === claim.roleId)?.title ?? ''
  const said = words.claim(companyOf(plan, claim.side), role)
  return text === '' ? said : `${text} (${said})`
}
