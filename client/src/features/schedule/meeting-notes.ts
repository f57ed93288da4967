/**
 * Two texts to copy. The agenda: what the next meeting has to talk about. The escalation note: to an executive of the other
 * side, from what the plan says and from nothing else; no judgement, no word about a person beyond their role.
 */
import {
  type CauseShare,
  type Milestone,
  type MilestoneId,
  type Plan,
  type PlanOutlook,
  type RoleId,
  type Side,
} from '@milepost/plan'
import { addCalendarDays, type LocalDate } from '@milepost/schedule'
import { count } from '../../format/count.ts'
import { dayText } from '../../format/day.ts'
import { companiesText, companyOf, listText } from '../../format/names.ts'
import { balanceText, roomText, slipText } from '../../words/slip-text.ts'
import { causeLines } from './cause-lines.ts'

const DAYS_AHEAD = 7

export function agendaText(plan: Plan, outlook: PlanOutlook): string {
  const week = addCalendarDays(outlook.today, DAYS_AHEAD)
  return sections([
    [
      `${companiesText(plan.buyer, plan.seller)}${plan.title === '' ? '' : `: ${plan.title}`}`,
      `As of ${dayText(outlook.today, outlook.today)}`,
    ],
    headline(plan, outlook),
    listed('What moved it', moved(plan, outlook)),
    ...(['buyer', 'seller'] as const).map((side) =>
      listed(`Owed by ${companyOf(plan, side)} until ${dayText(week, outlook.today)}`, owed(plan, outlook, side, week)),
    ),
    listed('Owed by nobody yet', owed(plan, outlook, null, week)),
    listed('At risk', risks(plan, outlook)),
    listed('To agree', openQuestions(plan, outlook)),
  ])
}

/** `to`: the role it is addressed to. Only what the other side's roles carry or owe is asked for. */
export function escalationText(plan: Plan, outlook: PlanOutlook, to: RoleId, from: Side): string {
  const role = plan.roles.find(({ id }) => id === to)
  const person = plan.people.find(({ id }) => id === role?.personId)?.name ?? ''
  const side: Side = from === 'buyer' ? 'seller' : 'buyer'
  const { goLive, today } = outlook
  const late = owed(plan, outlook, side, addCalendarDays(today, DAYS_AHEAD))
  return sections([
    [
      `To: ${person === '' ? '' : `${person}, `}${role?.title ?? 'executive'}, ${companyOf(plan, side)}`,
      `From: ${companyOf(plan, from)}`,
      `Date: ${dayText(today, today)}`,
    ],
    [plan.title === '' ? companiesText(plan.buyer, plan.seller) : plan.title],
    headline(plan, outlook),
    listed('What moved it, as both sides see it in the plan', moved(plan, outlook)),
    goLive === null ? [] : bySide(plan, outlook),
    listed(`Open at ${companyOf(plan, side)}`, late),
    listed('At risk', risks(plan, outlook)),
    late.length === 0 ? [] : ['We ask for your help with what is open, so that the date can be kept.'],
  ])
}

/** Whom an escalation can go to: the other side's executives first, in the order of the roster. */
export function executivesOf(plan: Plan, from: Side): readonly RoleId[] {
  const others = plan.roles.filter(({ side }) => side !== from)
  const leads = others.filter(({ function: part }) => part === 'economicBuyer' || part === 'sponsor')
  return [...leads, ...others.filter((role) => !leads.includes(role))].map(({ id }) => id)
}

function headline(plan: Plan, { goLive, measuredFrom, room, today }: PlanOutlook): readonly string[] {
  if (goLive === null || !goLive.dated) return ['Go-live has no date yet.']
  const by = measuredFrom.by === null ? '' : companyOf(plan, measuredFrom.by)
  const date = goLive.agreed === null ? '' : `the ${measuredFrom.state} ${dayText(goLive.agreed, today)}`
  const keyDate = plan.keyDates.find(({ id }) => id === room?.keyDateId)
  return [
    `Go-live ${goLive.done ? 'was' : 'is forecast for'} ${dayText(goLive.finish, today)}${goLive.slip === null ? ', no date is agreed yet' : `, ${decapitalised(slipText(goLive.slip, date))}`}.`,
    ...(measuredFrom.state === 'offered' ? [`The dates were offered by ${by} and are not yet agreed.`] : []),
    ...(room === null || keyDate === undefined
      ? []
      : [`${roomText(room.workdays)} ${keyDate.title} on ${dayText(room.date, today)}.`]),
    ...(plan.costOfSlip.trim() === '' ? [] : [plan.costOfSlip.trim()]),
  ]
}

function moved(plan: Plan, outlook: PlanOutlook): readonly string[] {
  return causeLines(plan, outlook, 'milestone').map(({ days, number, title, reason, trail }) => {
    const name = number === null ? title : `Milestone ${number}, ${title}`
    const said = reason === null ? '' : ` ${reason.replace(/[.\s]+$/u, '')}.`
    return `${days > 0 ? '+' : '−'}${count(Math.abs(days), 'working day')}: ${name}${trail === '' ? '' : ` (${trail})`}.${said}`
  })
}

function bySide(plan: Plan, { sums, lost, won }: PlanOutlook): readonly string[] {
  if (sums.bySide.length === 0) return []
  const { parts, rest } = balanceText(lost, won)
  const names = causeSides(plan, sums.bySide)
  return [`In all ${[...parts, rest].join(', ')}. By side: ${listText(names)}.`]
}

function causeSides(plan: Plan, lines: PlanOutlook['sums']['bySide']): readonly string[] {
  const words: Readonly<Record<string, string>> = {
    buyer: companyOf(plan, 'buyer'),
    seller: companyOf(plan, 'seller'),
    both: 'both sides',
    nobody: 'nobody yet',
    plan: 'calendar or order',
  }
  return lines.map(({ key, days }) => `${words[key] ?? key} ${days > 0 ? '+' : days < 0 ? '−' : ''}${Math.abs(days)}`)
}

interface Owed {
  readonly text: string
  readonly date: LocalDate
}

/** Open work of one side (null: of no side) that is due by then, the earliest first; a milestone stands for itself where it has no open step. */
function owed(plan: Plan, outlook: PlanOutlook, side: Side | null, until: LocalDate): readonly string[] {
  const found: Owed[] = []
  for (const milestone of plan.milestones) {
    if (milestone.done !== null || milestone.skipped !== null) continue
    const open = milestone.steps.filter(({ done }) => done === null)
    const items = open.length === 0 ? [{ ...milestone, due: milestone.due ?? null }] : open
    for (const { title, due, ownerRole } of items) {
      const role = plan.roles.find(({ id }) => id === (ownerRole ?? milestone.ownerRole))
      if (due === null || due > until || (role?.side ?? null) !== side) continue
      found.push({ date: due, text: owedText(plan, outlook, title, due, role?.id ?? null, milestone.id) })
    }
  }
  return found.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)).map(({ text }) => text)
}

function owedText(
  plan: Plan,
  { today, milestones }: PlanOutlook,
  title: string,
  due: LocalDate,
  roleId: RoleId | null,
  milestoneId: MilestoneId,
): string {
  const role = plan.roles.find(({ id }) => id === roleId)
  const person = plan.people.find(({ id }) => id === role?.personId)?.name ?? ''
  const who = role === undefined ? '' : ` – ${role.title}${person === '' ? '' : `, ${person}`}`
  const when = due < today ? `was due ${dayText(due, today)}` : dayText(due, today)
  return `${title || 'Untitled'} (milestone ${milestones.get(milestoneId)?.number ?? ''}), ${when}${who}`
}

function risks(plan: Plan, outlook: PlanOutlook): readonly string[] {
  const pushed = [...outlook.milestones.values()].filter(
    ({ status, cannotBeMet }) => status === 'pushed' && cannotBeMet !== null,
  )
  const numbers = pushed.map(({ number }) => String(number))
  return [
    ...plan.milestones.flatMap((milestone) => [
      ...statusRisk(milestone, outlook),
      ...ownerRisk(plan, milestone, outlook),
    ]),
    ...(numbers.length === 0
      ? []
      : [
          `${numbers.length === 1 ? 'Milestone' : 'Milestones'} ${listText(numbers)}: promised earlier than what they wait for allows`,
        ]),
  ]
}

function statusRisk({ id, title, due }: Milestone, { milestones, today }: PlanOutlook): readonly string[] {
  const own = milestones.get(id)
  if (own === undefined) return []
  const name = `Milestone ${own.number}, ${title || 'untitled'}`
  if (own.status === 'atRisk') return [`${name}: ${atRiskText(own)}`]
  if (own.status === 'overdue' && due !== null) return [`${name}: was due ${dayText(due, today)}`]
  if (own.cannotBeMet !== null && own.status !== 'pushed' && due !== null)
    return [`${name}: promised for ${dayText(due, today)}, ${dayText(own.cannotBeMet.earliest, today)} at the earliest`]
  return []
}

/** A role without a name is a question for the meeting, from two weeks before its milestone begins. */
function ownerRisk(
  plan: Plan,
  { id, done, ownerRole }: Milestone,
  { milestones, today }: PlanOutlook,
): readonly string[] {
  const own = milestones.get(id)
  const role = plan.roles.find((one) => one.id === ownerRole)
  if (own === undefined || done !== null || own.finish === null || own.awaited > addCalendarDays(today, 2 * DAYS_AHEAD))
    return []
  if (role === undefined) return [`Milestone ${own.number} has no owner yet`]
  return role.personId === null
    ? [`Who is the ${role.title} at ${companyOf(plan, role.side)}? Milestone ${own.number} waits for a name`]
    : []
}

export function atRiskText({ takes, left }: { readonly takes: number; readonly left: number | null }): string {
  return `not begun: needs ${count(takes, 'day')}, ${left ?? 0} left`
}

function openQuestions(plan: Plan, { causes, milestones, scope, measuredFrom }: PlanOutlook): readonly string[] {
  const numbers = (ids: readonly MilestoneId[]) =>
    listText(ids.flatMap((id) => String(milestones.get(id)?.number ?? '')).filter(Boolean))
  const claims = (causes ?? []).filter(
    (cause): cause is CauseShare & { claim: NonNullable<CauseShare['claim']> } => cause.claim !== null,
  )
  return [
    ...(measuredFrom.state === 'agreed' ? [] : ['Both sides have not agreed on these dates yet']),
    ...(scope.added.length === 0 ? [] : [`Added since the agreement: milestone ${numbers(scope.added)}`]),
    ...claims.map(({ id, claim }) => {
      const role = plan.roles.find((one) => one.id === claim.roleId)?.title ?? ''
      return `${companyOf(plan, claim.side)} says that ${role} caused milestone ${milestones.get(id as MilestoneId)?.number ?? ''}`
    }),
  ]
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `- ${line}`)]
}

function sections(parts: readonly (readonly string[])[]): string {
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function decapitalised(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
