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
import { lineWords } from '../../words/lines.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import { movingWords as words } from '../../words/schedule/moving.ts'
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
    return way === 'shift' && id !== milestoneId ? followReason(plan, id, words.follows(number)) : said
  }
  const keep = () => {
    if (list.length === 0) return
    undo.stopCapturing()
    reschedule(doc, list, reasonOf)
    undo.stopCapturing()
    announce.own(words.reschedule.moved(list.length))
    onClose()
  }

  return (
    <Dialog
      title={number === null ? words.reschedule.toForecast : words.reschedule.fromHere(number)}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" onPress={onClose}>
            {words.cancel}
          </Button>
          {list.length > 0 && (
            <Button look="primary" onPress={keep}>
              {words.reschedule.move(list.length)}
            </Button>
          )}
        </>
      }
    >
      <DialogBody className={styles.body}>
        {milestoneId !== null && (
          <div className={styles.how}>
            <Segments
              label={words.reschedule.way}
              value={way}
              options={[
                { value: 'shift', label: words.reschedule.ways.shift },
                { value: 'forecast', label: words.reschedule.ways.forecast },
                ...(plan.goLiveId === null ? [] : [{ value: 'back', label: words.reschedule.ways.back } as const]),
              ]}
              onChange={setWay}
            />
            {way === 'back' && (
              <DateField
                label={lineWords.goLive}
                value={goLive}
                clearable={false}
                onChange={(value) => setGoLive(parseLocalDate(value))}
              />
            )}
            {back !== null && back.shortBy > 0 && (
              <p className={styles.short}>
                <WarningIcon size={14} />
                {words.reschedule.tooLate(back.shortBy)}
              </p>
            )}
            {way === 'shift' && (
              <TextInput
                label={words.reschedule.days}
                hideLabel
                value={days}
                onChange={setDays}
                inputMode="text"
                maxLength={5}
                className={styles.days}
                onEnter={keep}
                hint={by === 0 ? words.reschedule.daysHint : undefined}
              />
            )}
          </div>
        )}
        {list.length === 0 ? (
          <p className={styles.none}>
            {way === 'shift' ? words.reschedule.none.shift(follow) : words.reschedule.none[way]}
          </p>
        ) : (
          <>
            <ul className={styles.list} aria-label={words.reschedule.list}>
              {list.map((one) => (
                <Row key={one.id} plan={plan} outlook={outlook} one={one} />
              ))}
            </ul>
            <EffectBox plan={plan} outlook={outlook} effect={effectOfChange(plan, outlook, rescheduledChange(list))} />
            <TextInput
              label={words.reason}
              value={text}
              onChange={setText}
              onEnter={keep}
              maxLength={500}
              placeholder={words.reschedule.reasonPrompt}
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
      <span>{plan.milestones.find(({ id }) => id === one.id)?.title || unnamedWords.milestone}</span>
      {one.from === null ? <span /> : <del>{dayText(one.from, today)}</del>}
      <time dateTime={one.to}>{dayText(one.to, today)}</time>
    </li>
  )
}
