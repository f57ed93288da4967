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
import { shortDayText, weekdayText } from '../../format/day.ts'
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
import { calendarWords as words } from '../../words/schedule/calendar.ts'
import styles from './CalendarDialog.module.css'
import { EffectBox } from './EffectBox.tsx'
import { PublicHolidaysForm } from './PublicHolidaysForm.tsx'
import { WHOSE, whoseOptions, type Whose } from './whose-days.tsx'
import { ZoneField } from './ZoneField.tsx'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

export function CalendarDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const plan = usePlan()
  const outlook = useOutlook()
  return (
    <Dialog title={words.title} lead={words.lead} isOpen onClose={onClose}>
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
    const said = (on ? words.weekdays.countsNot : words.weekdays.counts)(weekdayText(weekday))
    announce.own(
      goLive === null || goLive.days === 0
        ? said
        : words.weekdays.andGoLive(said, shortDayText(goLive.to, outlook.today)),
    )
  }
  return (
    <fieldset className={styles.weekdays}>
      <legend>{words.weekdays.legend}</legend>
      <span>
        {WEEKDAYS.map((weekday) => (
          <button
            key={weekday}
            type="button"
            aria-pressed={plan.workdays.includes(weekday)}
            onClick={() => toggle(weekday)}
          >
            {weekdayText(weekday)}
          </button>
        ))}
      </span>
      {plan.workdays.length === 0 && <p className={styles.hint}>{words.weekdays.none}</p>}
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
    <section className={styles.section} aria-label={words.daysOff.heading}>
      <h3>{words.daysOff.heading}</h3>
      {upcoming.length === 0 && <p className={styles.hint}>{words.daysOff.none}</p>}
      <ul className={styles.days}>
        {upcoming.map((holiday) => (
          <li key={holiday.date}>
            <time dateTime={holiday.date}>{shortDayText(holiday.date, outlook.today)}</time>
            <span>{holiday.name || words.daysOff.unnamed}</span>
            {holiday.side !== null && (
              <span className={styles.whose}>
                <SideMark side={holiday.side} />
                {companyOf(plan, holiday.side)}
              </span>
            )}
            <IconButton
              size="sm"
              label={words.daysOff.countAgain(shortDayText(holiday.date, outlook.today))}
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
        <DateField label={words.daysOff.day} value={day} onChange={(value) => setDay(parseLocalDate(value))} />
        <TextInput
          label={words.daysOff.name}
          value={name}
          onChange={setName}
          onEnter={add}
          maxLength={120}
          placeholder={words.daysOff.nameExample}
        />
        <Select label={words.whose} value={whose} options={whoseOptions(plan)} onChange={setWhose} />
        {day !== null && (
          <Button size="sm" onPress={add}>
            {words.daysOff.add}
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
      label={words.begins}
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
