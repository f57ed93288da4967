/**
 * Many promises at once, looked at before they are kept: moved by a number of working days from one milestone on, or set to
 * their forecasts. Each keeps its own move, with the reason given here; without one, what was said before stands.
 */
import {
  effectOfChange,
  forecastAsPromise,
  followReason,
  followersOf,
  reschedule,
  rescheduledChange,
  shiftedDates,
  type MilestoneId,
  type Plan,
  type PlanOutlook,
  workedBack,
  type Rescheduled,
} from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { useState, type ReactNode } from 'react'
import { count } from '../../format/count.ts'
import { dayText } from '../../format/day.ts'
import { useOutlook } from '../../hooks/use-outlook.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { WarningIcon } from '../../ui/icons/icons.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Stone } from '../../ui/Stone.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { EffectBox } from './EffectBox.tsx'
import styles from './RescheduleDialog.module.css'

export interface RescheduleDialogProps {
  /** From here on; null: wherever a promise cannot be met. */
  readonly milestoneId: MilestoneId | null
  readonly onClose: () => void
}

type Way = 'shift' | 'forecast' | 'back'

const MOST = 999

export function RescheduleDialog({ milestoneId, onClose }: RescheduleDialogProps): ReactNode {
  const plan = usePlan()
  const outlook = useOutlook()
  const { doc, undo } = usePlanSession()
  const announce = useAnnounce()
  const [way, setWay] = useState<Way>(milestoneId === null ? 'forecast' : 'shift')
  const [days, setDays] = useState('5')
  const [text, setText] = useState('')
  const shift = Number.parseInt(days.replace('−', '-'), 10)
  const by = Number.isNaN(shift) ? 0 : Math.max(-MOST, Math.min(MOST, shift))
  const [goLive, setGoLive] = useState<LocalDate | null>(() => goLiveDay(plan, outlook))
  const back = way === 'back' && goLive !== null ? workedBack(plan, outlook, goLive) : null
  const list = back?.list ?? listOf(plan, outlook, milestoneId, way, by)
  const follow = milestoneId === null ? 0 : followersOf(outlook.links, milestoneId).length
  const number = milestoneId === null ? null : (outlook.milestones.get(milestoneId)?.number ?? null)

  /** Who only follows, or catches up with the forecast, keeps the reason that somebody gave; who moves has what is said here. */
  const reasonOf = (id: MilestoneId) => {
    const said = { text: text.trim() }
    if (said.text !== '') return said
    if (way === 'forecast') return followReason(plan, id, '')
    return way === 'shift' && id !== milestoneId ? followReason(plan, id, `Follows milestone ${number ?? ''}`) : said
  }
  const keep = () => {
    if (list.length === 0) return
    undo.stopCapturing()
    reschedule(doc, list, reasonOf)
    undo.stopCapturing()
    announce.own(`${count(list.length, 'date')} moved`)
    onClose()
  }

  return (
    <Dialog
      title={number === null ? 'Take the forecast as the new promise' : `Dates from milestone ${number} on`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          {list.length > 0 && (
            <Button look="primary" onPress={keep}>
              Move {count(list.length, 'date')}
            </Button>
          )}
        </>
      }
    >
      <DialogBody className={styles.body}>
        {milestoneId !== null && (
          <div className={styles.how}>
            <Segments
              label="How the dates move"
              value={way}
              options={[
                { value: 'shift', label: 'By working days' },
                { value: 'forecast', label: 'To the forecast' },
                ...(plan.goLiveId === null ? [] : [{ value: 'back', label: 'Back from go-live' } as const]),
              ]}
              onChange={setWay}
            />
            {way === 'back' && (
              <DateField
                label="Go-live"
                value={goLive}
                clearable={false}
                onChange={(value) => setGoLive(parseLocalDate(value))}
              />
            )}
            {back !== null && back.shortBy > 0 && (
              <p className={styles.short}>
                <WarningIcon size={14} />
                This begins {count(back.shortBy, 'working day')} too late: take a later go-live, or shorten an estimate.
              </p>
            )}
            {way === 'shift' && (
              <TextInput
                label="Working days, minus for earlier"
                hideLabel
                value={days}
                onChange={setDays}
                inputMode="text"
                maxLength={5}
                className={styles.days}
                onEnter={keep}
                hint={by === 0 ? 'A number of working days; −3 is earlier' : undefined}
              />
            )}
          </div>
        )}
        {list.length === 0 ? (
          <p className={styles.none}>
            {way === 'forecast'
              ? 'Every promise is what the forecast says.'
              : way === 'back'
                ? 'Every date is where this go-live needs it.'
                : `${follow === 0 ? 'It has' : 'They have'} no date that could move.`}
          </p>
        ) : (
          <>
            <ul className={styles.list} aria-label="Dates that would move">
              {list.map((one) => (
                <Row key={one.id} plan={plan} outlook={outlook} one={one} />
              ))}
            </ul>
            <EffectBox plan={plan} outlook={outlook} effect={effectOfChange(plan, outlook, rescheduledChange(list))} />
            <TextInput
              label="Reason"
              value={text}
              onChange={setText}
              onEnter={keep}
              maxLength={500}
              placeholder="What moved them?"
            />
          </>
        )}
      </DialogBody>
    </Dialog>
  )
}

function listOf(
  plan: Plan,
  outlook: PlanOutlook,
  from: MilestoneId | null,
  way: Way,
  days: number,
): readonly Rescheduled[] {
  if (way === 'back') return []
  if (from !== null) {
    return way === 'shift'
      ? shiftedDates(plan, outlook, from, days)
      : forecastAsPromise(plan, outlook, from, 'following')
  }
  const impossible = [...outlook.milestones.values()].filter(({ cannotBeMet }) => cannotBeMet !== null)
  return impossible.flatMap(({ id }) => forecastAsPromise(plan, outlook, id, 'alone'))
}

/** What go-live is promised for, else where the forecast stands. */
function goLiveDay(plan: Plan, { goLive }: PlanOutlook): LocalDate | null {
  return plan.milestones.find(({ id }) => id === plan.goLiveId)?.due ?? goLive?.finish ?? null
}

function Row({
  plan,
  outlook,
  one,
}: {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly one: Rescheduled
}) {
  const { today, milestones } = outlook
  return (
    <li>
      <Stone number={milestones.get(one.id)?.number ?? 0} small />
      <span>{plan.milestones.find(({ id }) => id === one.id)?.title || 'Untitled milestone'}</span>
      {one.from === null ? <span /> : <del>{dayText(one.from, today)}</del>}
      <time dateTime={one.to}>{dayText(one.to, today)}</time>
    </li>
  )
}
