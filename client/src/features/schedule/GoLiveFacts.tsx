/** The one date that everybody looks for, how far it is from the agreed one, and what room is left before the buyer's own. */
import type { GoalOutlook, Plan, PlanOutlook } from '@milepost/plan'
import type { ReactNode } from 'react'
import { dayText, shortDayText } from '../../format/day.ts'
import { companyOf, shortCompany } from '../../format/names.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { useSyncStatus } from '../../hooks/use-sync-status.ts'
import { classNames } from '../../ui/class-names.ts'
import clamp from '../../ui/clamp.module.css'
import { Explained } from '../../ui/Explained.tsx'
import { ArrowRightIcon, CheckIcon, FlagIcon } from '../../ui/icons/icons.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { dateWords } from '../../words/dates.ts'
import { lineWords } from '../../words/lines.ts'
import { schedulePanelWords } from '../../words/schedule/panel.ts'
import { calendarDaysText } from '../../words/slip-text.ts'
import styles from './SchedulePanel.module.css'

const words = schedulePanelWords.goLive

interface GoLiveFactsProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly goLive: GoalOutlook
}

export function GoLiveFacts({ plan, outlook, goLive }: GoLiveFactsProps): ReactNode {
  const { today, measuredFrom } = outlook
  const { finish, agreed, slip } = goLive
  const moved = agreed !== null && agreed !== finish
  if (!goLive.dated) return <NoDateYet />
  return (
    <div className={styles.goLive}>
      <h2 className={styles.label}>{goLive.done ? words.since : words.forecast}</h2>
      <p className={styles.big}>
        <time dateTime={finish}>{dayText(finish, today)}</time>
        {moved && (
          <del>
            <VisuallyHidden>{words.measured(measuredFrom.state)}</VisuallyHidden>
            {shortDayText(agreed, agreed.slice(0, 4) === finish.slice(0, 4) ? finish : today)}
          </del>
        )}
      </p>
      <div className={styles.facts}>
        {slip !== null && (
          <SlipFact plan={plan} outlook={outlook} slip={slip} calendar={goLive.slipCalendarDays ?? 0} />
        )}
        {measuredFrom.state === 'offered' && (
          <p>
            <span>
              {words.offered(
                companyOf(plan, measuredFrom.by),
                companyOf(plan, measuredFrom.by === 'buyer' ? 'seller' : 'buyer'),
              )}
            </span>
          </p>
        )}
        <RoomFact plan={plan} outlook={outlook} />
        <AsFarAsKnown />
      </div>
    </div>
  )
}

function SlipFact({
  plan,
  outlook: { measuredFrom },
  slip,
  calendar,
}: {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly slip: number
  readonly calendar: number
}) {
  const text = words.slip(
    slip,
    measuredFrom.state === 'offered' ? shortCompany(companyOf(plan, measuredFrom.by)) : null,
  )
  return (
    <p className={classNames(slip > 0 && styles.late, slip < 0 && styles.won)}>
      {slip === 0 ? <CheckIcon size={14} /> : <ArrowRightIcon size={14} />}
      <span>{slip === 0 ? text : <Explained text={calendarDaysText(calendar)}>{text}</Explained>}</span>
    </p>
  )
}

function RoomFact({ plan, outlook: { room, today } }: { readonly plan: Plan; readonly outlook: PlanOutlook }) {
  const keyDate = plan.keyDates.find(({ id }) => id === room?.keyDateId)
  if (room === null || keyDate === undefined) return null
  const company = shortCompany(companyOf(plan, keyDate.side))
  const what = keyDate.title === '' ? words.keyDate : keyDate.title
  const said = words.room(room.workdays, company, what, shortDayText(room.date, today))
  const cost = plan.costOfSlip.trim()
  return (
    <p className={classNames(room.workdays < 0 && styles.late)}>
      <FlagIcon size={14} />
      <span>
        <span className={clamp.four} title={said}>
          {said}
        </span>
        {cost !== '' && (
          <span className={classNames(clamp.four, styles.cost)} title={cost}>
            {cost}
          </span>
        )}
      </span>
    </p>
  )
}

/** Somebody may have changed a date that has not come here yet: said where the forecast stands, as long as it may be so. */
function AsFarAsKnown() {
  const { relay, waiting } = useSyncStatus()
  if (relay !== 'offline') return null
  return (
    <p>
      <span>{waiting > 0 ? words.asFarAsKnownWithOwn : words.asFarAsKnown}</span>
    </p>
  )
}

function NoDateYet() {
  const { canEdit } = useAccess()
  return (
    <div className={styles.goLive}>
      <h2 className={styles.label}>{lineWords.goLive}</h2>
      <p className={styles.big}>{dateWords.noDateYet}</p>
      {canEdit && (
        <div className={styles.facts}>
          <p>
            <span>{words.askDate}</span>
          </p>
        </div>
      )}
    </div>
  )
}
