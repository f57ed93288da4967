/** The one date that everybody looks for, how far it is from the agreed one, and what room is left before the buyer's own. */
import type { GoalOutlook, Plan, PlanOutlook } from '@milepost/plan'
import type { ReactNode } from 'react'
import { capitalised } from '../../format/count.ts'
import { dayText, shortDayText } from '../../format/day.ts'
import { companyOf, possessive, shortCompany } from '../../format/names.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { useSyncStatus } from '../../hooks/use-sync-status.ts'
import { classNames } from '../../ui/class-names.ts'
import clamp from '../../ui/clamp.module.css'
import { Explained } from '../../ui/Explained.tsx'
import { ArrowRightIcon, CheckIcon, FlagIcon } from '../../ui/icons/icons.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { calendarDaysText, roomText, slipText } from '../../words/slip-text.ts'
import styles from './SchedulePanel.module.css'

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
      <h2 className={styles.label}>{goLive.done ? 'Live since' : 'Go-live forecast'}</h2>
      <p className={styles.big}>
        <time dateTime={finish}>{dayText(finish, today)}</time>
        {moved && (
          <del>
            <VisuallyHidden>{measuredFrom.state} </VisuallyHidden>
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
              offered by {companyOf(plan, measuredFrom.by)}, not yet agreed by{' '}
              {companyOf(plan, measuredFrom.by === 'buyer' ? 'seller' : 'buyer')}
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
  const date =
    measuredFrom.state === 'offered'
      ? `the date ${shortCompany(companyOf(plan, measuredFrom.by))} offered`
      : 'the agreed date'
  return (
    <p className={classNames(slip > 0 && styles.late, slip < 0 && styles.won)}>
      {slip === 0 ? <CheckIcon size={14} /> : <ArrowRightIcon size={14} />}
      <span>
        {slip === 0 ? (
          slipText(slip, date)
        ) : (
          <Explained text={calendarDaysText(calendar)}>{capitalised(slipText(slip, date))}</Explained>
        )}
      </span>
    </p>
  )
}

function RoomFact({ plan, outlook: { room, today } }: { readonly plan: Plan; readonly outlook: PlanOutlook }) {
  const keyDate = plan.keyDates.find(({ id }) => id === room?.keyDateId)
  if (room === null || keyDate === undefined) return null
  const whose = possessive(shortCompany(companyOf(plan, keyDate.side)))
  const what = decapitalised(keyDate.title === '' ? 'key date' : keyDate.title)
  const said = `${roomText(room.workdays)} ${whose} ${what} on ${shortDayText(room.date, today)}`
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
      <span>as far as this device knows{waiting > 0 ? '; your own changes are in it' : ''}</span>
    </p>
  )
}

function NoDateYet() {
  const { canEdit } = useAccess()
  return (
    <div className={styles.goLive}>
      <h2 className={styles.label}>Go-live</h2>
      <p className={styles.big}>No date yet</p>
      {canEdit && (
        <div className={styles.facts}>
          <p>
            <span>Set a date on the go-live milestone: the forecast begins with it.</span>
          </p>
        </div>
      )}
    </div>
  )
}

/** "Scanning contract ends" inside a sentence; names in capitals (ERP) stay as they are. */
function decapitalised(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.slice(0, 1).toLocaleLowerCase('en') + title.slice(1) : title
}
