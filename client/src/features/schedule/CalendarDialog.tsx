/**
 * Which days count: working weekdays, days off, and the zone in which it becomes tomorrow. Freezes are key dates that block
 * work and stand with them. A changed calendar moves forecasts, so what it does is said at once; nothing here asks for a reason.
 */
import {
  effectOfChange,
  removeHoliday,
  setHoliday,
  setMeta,
  type Plan,
  type PlanOutlook,
  type Side,
} from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { useState, type ReactNode } from 'react'
import { shortDayText } from '../../format/day.ts'
import { companyOf } from '../../format/names.ts'
import { useOutlook } from '../../hooks/use-outlook.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon } from '../../ui/icons/icons.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Select } from '../../ui/Select.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './CalendarDialog.module.css'
import { EffectBox } from './EffectBox.tsx'
import { PublicHolidaysForm } from './PublicHolidaysForm.tsx'
import { WHOSE, whoseOptions, type Whose } from './whose-days.tsx'
import { ZoneField } from './ZoneField.tsx'

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

export function CalendarDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const plan = usePlan()
  const outlook = useOutlook()
  return (
    <Dialog title="Which days count" lead="Everybody in the plan counts with these days." isOpen onClose={onClose}>
      <DialogBody className={styles.body}>
        <Weekdays plan={plan} outlook={outlook} />
        <DaysOff plan={plan} outlook={outlook} />
        <PublicHolidaysForm plan={plan} outlook={outlook} />
        <Beginning plan={plan} />
        <ZoneField zone={plan.timeZone} />
      </DialogBody>
    </Dialog>
  )
}

interface PartProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
}

function Weekdays({ plan, outlook }: PartProps) {
  const { doc, undo } = usePlanSession()
  const announce = useAnnounce()
  const toggle = (weekday: number) => {
    const on = plan.workdays.includes(weekday)
    const workdays = on
      ? plan.workdays.filter((one) => one !== weekday)
      : [...plan.workdays, weekday].toSorted((a, b) => a - b)
    const { goLive } = effectOfChange(plan, outlook, { calendar: { workdays } })
    undo.stopCapturing()
    setMeta(doc, 'workdays', workdays)
    undo.stopCapturing()
    announce.own(
      `${WEEKDAYS[weekday - 1]} ${on ? 'no longer counts' : 'counts'}${goLive === null || goLive.days === 0 ? '' : `; go-live moves to ${shortDayText(goLive.to, outlook.today)}`}`,
    )
  }
  return (
    <fieldset className={styles.weekdays}>
      <legend>Working days</legend>
      <span>
        {WEEKDAYS.map((name, at) => (
          <button key={name} type="button" aria-pressed={plan.workdays.includes(at + 1)} onClick={() => toggle(at + 1)}>
            {name}
          </button>
        ))}
      </span>
      {plan.workdays.length === 0 && <p className={styles.hint}>Without a working day every day counts.</p>}
    </fieldset>
  )
}

function DaysOff({ plan, outlook }: PartProps) {
  const { doc, undo } = usePlanSession()
  const [day, setDay] = useState<LocalDate | null>(null)
  const [name, setName] = useState('')
  const [whose, setWhose] = useState<Whose>(WHOSE.both)
  const add = () => {
    if (day === null) return
    undo.stopCapturing()
    setHoliday(doc, day, { name: name.trim(), side: sideOf(whose) })
    setDay(null)
    setName('')
  }
  const upcoming = plan.holidays.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return (
    <section className={styles.section} aria-label="Days off">
      <h3>Days off</h3>
      {upcoming.length === 0 && (
        <p className={styles.hint}>None yet. Freezes are key dates on which no work is done.</p>
      )}
      <ul className={styles.days}>
        {upcoming.map((holiday) => (
          <li key={holiday.date}>
            <time dateTime={holiday.date}>{shortDayText(holiday.date, outlook.today)}</time>
            <span>{holiday.name || 'Day off'}</span>
            {holiday.side !== null && (
              <span className={styles.whose}>
                <SideMark side={holiday.side} />
                {companyOf(plan, holiday.side)}
              </span>
            )}
            <IconButton
              size="sm"
              label={`Count ${shortDayText(holiday.date, outlook.today)} again`}
              icon={<CloseIcon size={14} />}
              onPress={() => {
                undo.stopCapturing()
                removeHoliday(doc, holiday.date)
              }}
            />
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        <DateField label="Day" value={day} onChange={(value) => setDay(parseLocalDate(value))} />
        <TextInput
          label="What it is"
          value={name}
          onChange={setName}
          onEnter={add}
          maxLength={120}
          placeholder="Company day"
        />
        <Select label="Whose" value={whose} options={whoseOptions(plan)} onChange={setWhose} />
        {day !== null && (
          <Button size="sm" onPress={add}>
            Add the day off
          </Button>
        )}
      </div>
      {day !== null && (
        <EffectBox
          plan={plan}
          outlook={outlook}
          effect={effectOfChange(plan, outlook, {
            calendar: { holidays: [...plan.holidays.map(({ date }) => date), day] },
          })}
        />
      )}
    </section>
  )
}

function Beginning({ plan }: { readonly plan: Plan }) {
  const { doc, undo } = usePlanSession()
  return (
    <DateField
      label="The plan begins on"
      value={plan.start}
      clearable={false}
      onChange={(value) => {
        const start = parseLocalDate(value)
        undo.stopCapturing()
        if (start !== null) setMeta(doc, 'start', start)
      }}
    />
  )
}

function sideOf(whose: Whose): Side | null {
  return whose === WHOSE.both ? null : whose
}
