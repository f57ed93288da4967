/**
 * The foot of the schedule: where both sides stand with these dates, and the one thing to do about it. Whoever cannot
 * change the plan reads the same words without the buttons.
 */
import { makeOffer, offerDays, type Plan, type PlanOutlook } from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { count, plural } from '../../format/count.ts'
import { shortDayText } from '../../format/day.ts'
import { companyOf, listText } from '../../format/names.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { useActions, type Action } from '../../hooks/use-actions.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import styles from './AgreementBar.module.css'
import { agreementState, turnOf, type AgreementState } from './agreement-state.ts'
import {
  lazyAgreementDialog as AgreementDialog,
  lazyCalendarDialog as CalendarDialog,
  lazyNotesDialog as NotesDialog,
} from './lazy-panels.ts'

interface AgreementBarProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
}

type Opened = 'agreement' | 'agenda' | 'escalation' | 'calendar' | null

export function AgreementBar({ plan, outlook }: AgreementBarProps): ReactNode {
  const { doc, undo } = usePlanSession()
  const { canEdit, side } = useAccess()
  const announce = useAnnounce()
  const [opened, setOpened] = useState<Opened>(null)
  const state = agreementState(plan, outlook)
  const turn = turnOf(state, side)
  const offer = () => {
    undo.stopCapturing()
    if (makeOffer(doc, offerDays(plan, outlook.today)) !== null) announce.own('The dates are offered to the other side')
  }
  const mayEscalate = side !== null && outlook.goLive !== null && (outlook.goLive.slip ?? 0) > 0
  useActions(() => [
    ...(plan.offers.length > 0 ? [opens('agreement', 'Agreement', 'offer agreed dates', setOpened)] : []),
    ...(canEdit ? [opens('calendar', 'Calendar', 'holidays workdays time zone', setOpened)] : []),
    opens('agenda', 'Agenda', 'meeting check-in notes', setOpened),
    ...(mayEscalate ? [opens('escalation', 'Escalation note', 'executive copy', setOpened)] : []),
  ])
  return (
    <div className={styles.bar} data-place="agreement">
      <p className={styles.words}>{agreementText(plan, outlook, state)}</p>
      <span className={styles.ways}>
        {canEdit && isDated(outlook) && state.open === null && state.differs && (
          <Button size="sm" onPress={offer}>
            {state.standing === null ? 'Offer these dates' : 'Offer the dates of today'}
          </Button>
        )}
        {plan.offers.length > 0 && (
          <Button size="sm" look={turn === 'mine' ? 'default' : 'quiet'} onPress={() => setOpened('agreement')}>
            {turn === 'mine' && canEdit ? 'Look and answer' : 'Agreement'}
          </Button>
        )}
        {canEdit && (
          <Button size="sm" look="quiet" onPress={() => setOpened('calendar')}>
            Calendar
          </Button>
        )}
        <Button size="sm" look="quiet" onPress={() => setOpened('agenda')}>
          Agenda
        </Button>
        {mayEscalate && (
          <Button size="sm" look="quiet" onPress={() => setOpened('escalation')}>
            Escalation note
          </Button>
        )}
      </span>
      {opened === 'agreement' && <AgreementDialog onClose={() => setOpened(null)} />}
      {opened === 'calendar' && <CalendarDialog onClose={() => setOpened(null)} />}
      {(opened === 'agenda' || opened === 'escalation') && (
        <NotesDialog kind={opened} onClose={() => setOpened(null)} />
      )}
    </div>
  )
}

function opens(id: Exclude<Opened, null>, label: string, alias: string, open: (what: Opened) => void): Action {
  return { id, kind: 'action', label, alias, run: () => open(id) }
}

/** Where nobody has said a day or how long anything takes, there is nothing to agree on: every forecast is only today. */
function isDated({ goLive }: PlanOutlook): boolean {
  return goLive === null || goLive.dated
}

/** One sentence, the same for both sides. */
export function agreementText(plan: Plan, outlook: PlanOutlook, state: AgreementState): string {
  const { today, scope, milestones } = outlook
  const { standing, open, ended } = state
  const other = (side: 'buyer' | 'seller') => companyOf(plan, side === 'buyer' ? 'seller' : 'buyer')
  const day = (at: number) => shortDayText(new Date(at).toISOString().slice(0, 10), today)
  const parts: string[] = []
  if (standing !== null) parts.push(`Agreed by both sides on ${day(standing.accepted?.at ?? standing.at)}.`)
  else if (ended && open === null) parts.push('The agreement was ended; nothing is agreed now.')
  else if (open === null) parts.push('No dates are agreed yet.')
  if (open !== null) {
    const what = standing === null ? 'These dates were offered' : 'Other dates were offered'
    parts.push(`${what} by ${companyOf(plan, open.side)} on ${day(open.at)}, not yet agreed by ${other(open.side)}.`)
  }
  const changes = [
    ...(scope.added.length === 0 ? [] : [`${count(scope.added.length, 'milestone')} added`]),
    ...(scope.dropped.length === 0 ? [] : [`${count(scope.dropped.length, 'milestone')} left out`]),
  ]
  if (changes.length > 0) parts.push(`Change of scope since: ${listText(changes)}.`)
  const needed = [...milestones.values()].filter(({ finish }) => finish !== null)
  const disputed = needed.filter(({ confirmed }) => confirmed.buyer === 'disputed' || confirmed.seller === 'disputed')
  if (disputed.length > 0) parts.push(`Disputed: ${disputed.map(({ number }) => `milestone ${number}`).join(', ')}.`)
  if (open !== null || standing !== null) parts.push(...unconfirmedText(plan, outlook))
  const kept = onTimeText(plan, outlook)
  if (kept !== null) parts.push(kept)
  return parts.join(' ')
}

/** Who has not said yet that a milestone is right for its organisation; done ones no longer ask. */
function unconfirmedText(plan: Plan, { milestones }: PlanOutlook): readonly string[] {
  const asked = [...milestones.values()].filter(({ status }) => status !== 'done' && status !== 'skipped')
  return (['buyer', 'seller'] as const).flatMap((side) => {
    const numbers = asked.filter(({ confirmed }) => confirmed[side] === null).map(({ number }) => String(number))
    if (numbers.length === 0) return []
    const which =
      numbers.length > 3
        ? count(numbers.length, 'milestone')
        : `${plural(numbers.length, 'milestone')} ${listText(numbers)}`
    return [`${companyOf(plan, side)} has not confirmed ${which}.`]
  })
}

/** Commitments met, side by side; only of a side that had one to meet. */
function onTimeText(plan: Plan, { onTime }: PlanOutlook): string | null {
  const sides = (['buyer', 'seller'] as const).filter((side) => (onTime?.[side].due ?? 0) > 0)
  if (onTime === null || sides.length === 0) return null
  return `Met on time: ${sides.map((side) => `${companyOf(plan, side)} ${onTime[side].met} of ${onTime[side].due}`).join(', ')}.`
}
