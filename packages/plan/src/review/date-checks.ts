/** Whether the dates lead to go-live, can be kept, and are those of today. What they mean is asked of the outlook. */
import { workdaysBetween, type LocalDate } from '@milepost/schedule'
import { dayIn } from '../day-in.ts'
import { doneTooEarly, saysWhatWaits } from '../done-in-order.ts'
import type { MilestoneId } from '../ids.ts'
import type { PlanOutlook } from '../outlook/plan-outlook.ts'
import type { Milestone, Plan } from '../read-plan.ts'
import type { Instant } from '../value.ts'
import { latestMark } from './contributions.ts'
import type { Checks, Found, ReviewTarget } from './review-check.ts'

/** A next step further away than this holds nobody's attention. */
const NEXT_STEP_WITHIN = 10
/** A plan in which nothing happened for longer is not the one that people work by. */
const CHANGED_WITHIN = 10

type DateKind =
  | 'feasible'
  | 'workedBack'
  | 'keyDates'
  | 'nextStep'
  | 'agreed'
  | 'slipReasons'
  | 'doneInOrder'
  | 'upToDate'

export function dateChecks(
  plan: Plan,
  outlook: PlanOutlook,
  needed: readonly Milestone[],
  today: LocalDate,
): Checks<DateKind> {
  const open = needed.filter(({ done }) => done === null)
  return {
    feasible: needed.length === 0 ? null : feasible(outlook, open),
    workedBack: workedBack(plan, outlook, open),
    keyDates: keyDates(plan),
    nextStep: needed.length > 0 && open.length === 0 ? null : nextStep(outlook, today),
    agreed: agreed(outlook),
    slipReasons: slipReasons(plan, outlook, needed),
    doneInOrder: saysWhatWaits(plan) ? doneInOrder(plan) : null,
    upToDate: open.length === 0 ? null : upToDate(plan, outlook, today),
  }
}

function feasible(outlook: PlanOutlook, open: readonly Milestone[]): Found<'feasible'> {
  const { room, findings } = outlook
  const withStatus = (status: string) =>
    open.filter(({ id }) => outlook.milestones.get(id)?.status === status).map(({ id }) => id)
  const impossible = findings.flatMap((finding) =>
    finding.kind === 'cannotBeMet' || finding.kind === 'promisedTooEarly' ? [finding.milestoneId] : [],
  )
  const workdays = open.length === 0 || room === null ? 0 : Math.max(0, -room.workdays)
  const reasons = [
    ['pastKeyDate', workdays > 0 && outlook.goLive !== null ? [outlook.goLive.id] : []],
    ['overdue', withStatus('overdue')],
    ['cannotBeMet', [...new Set(impossible)]],
    ['atRisk', withStatus('atRisk')],
  ] as const
  const [problem, milestoneIds] = reasons.find(([, ids]) => ids.length > 0) ?? [null, []]
  const keyDateId = problem === 'pastKeyDate' ? (room?.keyDateId ?? null) : null
  return {
    inPlace: problem === null,
    target: milestoneOr(milestoneIds[0], { kind: 'milestones' }),
    facts: { problem, milestoneIds, workdays, keyDateId },
  }
}

function workedBack(plan: Plan, outlook: PlanOutlook, open: readonly Milestone[]): Found<'workedBack'> {
  const goLive = plan.milestones.find(({ id, skipped }) => id === plan.goLiveId && skipped === null)
  const isDated = ({ id, due, done }: Milestone) =>
    due !== null || done !== null || (outlook.milestones.get(id)?.agreed ?? null) !== null
  const undated = open.filter((milestone) => !isDated(milestone)).map(({ id }) => id)
  const problem = goLive === undefined ? 'noGoLive' : !isDated(goLive) ? 'noDay' : undated.length > 0 ? 'undated' : null
  const target = problem === 'undated' ? undated[0] : goLive?.id
  return {
    inPlace: problem === null,
    target: milestoneOr(target, { kind: plan.milestones.length === 0 ? 'milestones' : 'goLive' }),
    facts: { problem, milestoneIds: problem === 'undated' ? undated : [] },
  }
}

function keyDates({ keyDates }: Plan): Found<'keyDates'> {
  const buyers = keyDates.filter(({ side }) => side === 'buyer')
  const dated = buyers.filter(({ span }) => span !== null)
  const problem =
    buyers.length === 0
      ? 'none'
      : dated.length === 0
        ? 'noDay'
        : dated.some(({ compelling }) => compelling)
          ? null
          : 'noneCompelling'
  const keyDateId = (dated[0] ?? buyers[0])?.id
  return {
    inPlace: problem === null,
    target: keyDateId === undefined ? { kind: 'keyDates' } : { kind: 'keyDate', keyDateId },
    facts: { problem },
  }
}

function nextStep({ next, calendar }: PlanOutlook, today: LocalDate): Found<'nextStep'> {
  const workdays = next === null ? 0 : workdaysBetween(calendar, today, next.date)
  const problem = next === null ? 'none' : workdays > NEXT_STEP_WITHIN ? 'far' : null
  const target: ReviewTarget =
    next === null
      ? { kind: 'milestones' }
      : next.stepId === null
        ? { kind: 'milestone', milestoneId: next.milestoneId }
        : { kind: 'step', milestoneId: next.milestoneId, stepId: next.stepId }
  return { inPlace: problem === null, target, facts: { problem, workdays } }
}

function agreed({ measuredFrom: { state, by } }: PlanOutlook): Found<'agreed'> {
  return { inPlace: state === 'agreed', target: { kind: 'agreement' }, facts: { state, by } }
}

/**
 * Whoever moved a date to a later day says why. Days that a milestone lost without any move are asked for while it is open;
 * once it is done there is no date left to move.
 */
function slipReasons(plan: Plan, outlook: PlanOutlook, needed: readonly Milestone[]): Found<'slipReasons'> | null {
  const moves = new Map(plan.moves.map((move) => [move.milestoneId, move]))
  const slipped = needed.filter(({ id, done }) => {
    const move = moves.get(id)
    if (move !== undefined) return move.from !== null && move.to !== null && move.to > move.from
    return done === null && (outlook.milestones.get(id)?.days ?? 0) > 0
  })
  if (slipped.length === 0) return null
  const milestoneIds = slipped.filter(({ id }) => (moves.get(id)?.text ?? '').trim() === '').map(({ id }) => id)
  return {
    inPlace: milestoneIds.length === 0,
    target: milestoneOr(milestoneIds[0], { kind: 'milestones' }),
    facts: { milestoneIds },
  }
}

function doneInOrder(plan: Plan): Found<'doneInOrder'> {
  const found = doneTooEarly(plan)
  const [first] = found
  const target: ReviewTarget =
    first === undefined
      ? { kind: 'milestones' }
      : first.stepId === null
        ? { kind: 'milestone', milestoneId: first.milestoneId }
        : { kind: 'step', milestoneId: first.milestoneId, stepId: first.stepId }
  return { inPlace: found.length === 0, target, facts: { found } }
}

function upToDate(plan: Plan, { calendar }: PlanOutlook, today: LocalDate): Found<'upToDate'> | null {
  const at = latestMark(plan)
  if (at === null) return null
  const workdays = Math.max(0, workdaysBetween(calendar, dayOf(plan.timeZone, at, today), today))
  return { inPlace: workdays <= CHANGED_WITHIN, target: { kind: 'milestones' }, facts: { workdays } }
}

/** The day of a clock time, never later than today: a clock that is ahead is no reason to call a plan fresh for long. */
export function dayOf(timeZone: string, at: Instant, today: LocalDate): LocalDate {
  const day = dayIn(timeZone, at)
  return day > today ? today : day
}

function milestoneOr(milestoneId: MilestoneId | undefined, other: ReviewTarget): ReviewTarget {
  return milestoneId === undefined ? other : { kind: 'milestone', milestoneId }
}
