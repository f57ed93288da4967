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
import { dayText } from '../../format/day.ts'
import { companiesText, companyOf } from '../../format/names.ts'
import { lineWords } from '../../words/lines.ts'
import { causeWords } from '../../words/schedule/causes.ts'
import { meetingNoteWords as words } from '../../words/schedule/meeting-notes.ts'
import { causeLines } from '../../road/cause-lines.ts'

const DAYS_AHEAD = 7

export function agendaText(plan: Plan, outlook: PlanOutlook): string {
  const week = addCalendarDays(outlook.today, DAYS_AHEAD)
  return sections([
    [
      `${companiesText(plan.buyer, plan.seller)}${plan.title === '' ? '' : `: ${plan.title}`}`,
      words.asOf(dayText(outlook.today, outlook.today)),
    ],
    headline(plan, outlook),
    listed(causeWords.heading, moved(plan, outlook)),
    ...(['buyer', 'seller'] as const).map((side) =>
      listed(
        words.headings.owedBy(companyOf(plan, side), dayText(week, outlook.today)),
        owed(plan, outlook, side, week),
      ),
    ),
    listed(words.headings.owedByNobody, owed(plan, outlook, null, week)),
    listed(words.headings.atRisk, risks(plan, outlook)),
    listed(words.headings.toAgree, openQuestions(plan, outlook)),
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
      words.to(person, role?.title ?? null, companyOf(plan, side)),
      words.from(companyOf(plan, from)),
      words.date(dayText(today, today)),
    ],
    [plan.title === '' ? companiesText(plan.buyer, plan.seller) : plan.title],
    headline(plan, outlook),
    listed(words.headings.whatMovedBoth, moved(plan, outlook)),
    goLive === null ? [] : bySide(plan, outlook),
    listed(words.headings.openAt(companyOf(plan, side)), late),
    listed(words.headings.atRisk, risks(plan, outlook)),
    late.length === 0 ? [] : [words.request],
  ])
}

/** Whom an escalation can go to: the other side's executives first, in the order of the roster. */
export function executivesOf(plan: Plan, from: Side): readonly RoleId[] {
  const others = plan.roles.filter(({ side }) => side !== from)
  const leads = others.filter(({ function: part }) => part === 'economicBuyer' || part === 'sponsor')
  return [...leads, ...others.filter((role) => !leads.includes(role))].map(({ id }) => id)
}

function headline(plan: Plan, { goLive, measuredFrom, room, today }: PlanOutlook): readonly string[] {
  if (goLive === null || !goLive.dated) return [words.goLive.noDate]
  const by = measuredFrom.by === null ? '' : companyOf(plan, measuredFrom.by)
  const date =
    goLive.agreed === null ? '' : words.goLive.measuredFrom(measuredFrom.state, dayText(goLive.agreed, today))
  const slip = goLive.slip === null ? words.goLive.notAgreed : words.goLive.slip(goLive.slip, date)
  const keyDate = plan.keyDates.find(({ id }) => id === room?.keyDateId)
  return [
    (goLive.done ? words.goLive.was : words.goLive.isForecast)(dayText(goLive.finish, today), slip),
    ...(measuredFrom.state === 'offered' ? [words.goLive.offeredBy(by)] : []),
    ...(room === null || keyDate === undefined
      ? []
      : [words.goLive.room(room.workdays, keyDate.title, dayText(room.date, today))]),
    ...(plan.costOfSlip.trim() === '' ? [] : [plan.costOfSlip.trim()]),
  ]
}

function moved(plan: Plan, outlook: PlanOutlook): readonly string[] {
  return causeLines(plan, outlook, 'milestone').map(({ days, number, title, reason, trail }) => {
    const name = number === null ? title : words.milestone(number, title)
    return words.moved.cause(days, name, trail, reason === null ? null : reason.replace(/[.\s]+$/u, ''))
  })
}

function bySide(plan: Plan, { sums, lost, won }: PlanOutlook): readonly string[] {
  if (sums.bySide.length === 0) return []
  return [words.moved.inAll(lost, won, causeSides(plan, sums.bySide))]
}

function causeSides(plan: Plan, lines: PlanOutlook['sums']['bySide']): readonly string[] {
  const names: Readonly<Record<string, string>> = {
    buyer: companyOf(plan, 'buyer'),
    seller: companyOf(plan, 'seller'),
    both: words.moved.both,
    nobody: words.moved.nobody,
    plan: words.moved.plan,
  }
  return lines.map(({ key, days }) => `${names[key] ?? key} ${days > 0 ? '+' : days < 0 ? '−' : ''}${Math.abs(days)}`)
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
  const when = due < today ? words.owed.wasDue(dayText(due, today)) : dayText(due, today)
  return words.owed.line(title || lineWords.untitled, milestones.get(milestoneId)?.number ?? '', when, who)
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
    ...(numbers.length === 0 ? [] : [words.risks.promisedTooEarly(numbers)]),
  ]
}

function statusRisk({ id, title, due }: Milestone, { milestones, today }: PlanOutlook): readonly string[] {
  const own = milestones.get(id)
  if (own === undefined) return []
  const name = words.milestone(own.number, title || lineWords.untitledInSentence)
  if (own.status === 'atRisk') return [`${name}: ${words.risks.notBegun(own.takes, own.left ?? 0)}`]
  if (own.status === 'overdue' && due !== null) return [`${name}: ${words.owed.wasDue(dayText(due, today))}`]
  if (own.cannotBeMet !== null && own.status !== 'pushed' && due !== null)
    return [`${name}: ${words.risks.promised(dayText(due, today), dayText(own.cannotBeMet.earliest, today))}`]
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
  if (role === undefined) return [words.risks.noOwner(own.number)]
  return role.personId === null ? [words.risks.noName(role.title, companyOf(plan, role.side), own.number)] : []
}

function openQuestions(plan: Plan, { causes, milestones, scope, measuredFrom }: PlanOutlook): readonly string[] {
  const numbers = (ids: readonly MilestoneId[]) =>
    ids.flatMap((id) => String(milestones.get(id)?.number ?? '')).filter(Boolean)
  const claims = (causes ?? []).filter(
    (cause): cause is CauseShare & { claim: NonNullable<CauseShare['claim']> } => cause.claim !== null,
  )
  return [
    ...(measuredFrom.state === 'agreed' ? [] : [words.questions.notAgreed]),
    ...(scope.added.length === 0 ? [] : [words.questions.added(numbers(scope.added))]),
    ...claims.map(({ id, claim }) => {
      const role = plan.roles.find((one) => one.id === claim.roleId)?.title ?? ''
      const number = milestones.get(id as MilestoneId)?.number ?? ''
      return words.questions.claim(companyOf(plan, claim.side), role, number)
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
