// The calendar behind a date field. A chunk of its own: the grid, its keyboard and its words come from the library, and
// most people type. Weeks begin on Monday, as in the plan's working days.
import { parseDate, type CalendarDate } from '@internationalized/date'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
  I18nProvider,
  Button as PressButton,
} from 'react-aria-components'
import { dayFieldWords as words } from '../words/ui/day-field.ts'
import { Button } from './Button.tsx'
import styles from './CalendarPanel.module.css'
import { classNames } from './class-names.ts'
import { useDayWords } from './DayProvider.tsx'
import { ChevronLeftIcon, ChevronRightIcon, FlagIcon } from './icons/icons.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface CalendarPanelProps {
  readonly value: string | null
  readonly today: string
  readonly latest: string | null
  readonly marked: ReadonlyMap<string, string> | null
  readonly onPick: (day: string) => void
  readonly onClear?: () => void
}

export function CalendarPanel({ value, today, latest, marked, onPick, onClear }: CalendarPanelProps) {
  const chosen = value === null ? null : parseDate(value)
  return (
    <I18nProvider locale={useDayWords().locale}>
      <Calendar
        aria-label={words.calendar}
        className={styles.calendar ?? ''}
        value={chosen}
        defaultFocusedValue={chosen ?? parseDate(today)}
        onChange={(day: CalendarDate) => onPick(day.toString())}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the panel was opened to pick
        autoFocus
        firstDayOfWeek="mon"
        {...(latest === null ? {} : { maxValue: parseDate(latest) })}
      >
        <header className={styles.head}>
          <Heading className={styles.month ?? ''} />
          <PressButton slot="previous" className={styles.step ?? ''}>
            <ChevronLeftIcon />
          </PressButton>
          <PressButton slot="next" className={styles.step ?? ''}>
            <ChevronRightIcon />
          </PressButton>
        </header>
        <CalendarGrid weekdayStyle="short" className={styles.grid ?? ''}>
          <CalendarGridHeader>
            {(day) => <CalendarHeaderCell className={styles.weekday ?? ''}>{day.slice(0, 2)}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(day) => <Day day={day} today={today} mark={marked?.get(day.toString()) ?? null} />}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
      {onClear !== undefined && (
        <footer className={styles.foot}>
          <Button size="sm" look="quiet" onPress={onClear}>
            {words.noDate}
          </Button>
        </footer>
      )}
    </I18nProvider>
  )
}

function Day({
  day,
  today,
  mark,
}: {
  readonly day: CalendarDate
  readonly today: string
  readonly mark: string | null
}) {
  const weekday = day.toDate('UTC').getUTCDay()
  return (
    <CalendarCell
      date={day}
      className={classNames(
        styles.day,
        (weekday === 0 || weekday === 6) && styles.weekend,
        day.toString() === today && styles.today,
        mark !== null && styles.marked,
      )}
    >
      {({ formattedDate }) => (
        <>
          {formattedDate}
          {mark !== null && (
            <>
              <FlagIcon size={10} className={styles.flag} />
              <VisuallyHidden>, {mark}</VisuallyHidden>
            </>
          )}
        </>
      )}
    </CalendarCell>
  )
}
