/** Public holidays of a country, looked up by its name and looked at before they are added. */
import { changePlan, effectOfChange, setHoliday, type Plan, type PlanOutlook } from '@milepost/plan'
import { weekdayOf } from '@milepost/schedule'
import { useState, type ReactNode } from 'react'
import { shortDayText } from '../../format/day.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Select } from '../../ui/Select.tsx'
import { calendarWords } from '../../words/schedule/calendar.ts'
import styles from './CalendarDialog.module.css'
import { EffectBox } from './EffectBox.tsx'
import type * as PublicHolidays from './public-holidays.ts'
import { WHOSE, whoseOptions, type Whose } from './whose-days.tsx'

const words = calendarWords.publicHolidays

type Source = typeof PublicHolidays

interface PublicHolidaysFormProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
}

const ALL = 'all'

export function PublicHolidaysForm({ plan, outlook }: PublicHolidaysFormProps): ReactNode {
  const [source, setSource] = useState<Source | 'loading' | 'unreachable' | null>(null)
  const load = () => {
    setSource('loading')
    import('./public-holidays.ts').then(setSource, () => setSource('unreachable'))
  }
  return (
    <section className={styles.section} aria-label={words.heading}>
      <h3>{words.heading}</h3>
      {source === null || source === 'loading' || source === 'unreachable' ? (
        <p className={styles.start}>
          <Button size="sm" busy={source === 'loading'} onPress={load}>
            {words.choose}
          </Button>
          {source === 'unreachable' && <span className={styles.hint}>{words.unreachable}</span>}
        </p>
      ) : (
        <Choose plan={plan} outlook={outlook} source={source} />
      )}
    </section>
  )
}

function Choose({ plan, outlook, source }: PublicHolidaysFormProps & { readonly source: Source }) {
  const { doc, undo } = usePlanSession()
  const announce = useAnnounce()
  const [all] = useState(() => source.countries())
  const [country, setCountry] = useState(() => countryHere(all.map(({ id }) => id)))
  const [state, setState] = useState(ALL)
  const [whose, setWhose] = useState<Whose>(WHOSE.both)
  const states = source.statesOf(country)
  const known = new Set(plan.holidays.map(({ date }) => date))
  const found = source.publicHolidays(country, state === ALL ? null : state, yearsOf(outlook))
  // What lies before the plan, or on a day on which nobody works anyway, would only make the list long.
  const missing = found.filter(
    ({ date }) => !known.has(date) && date >= outlook.input.start && plan.workdays.includes(weekdayOf(date)),
  )
  const add = (days: readonly PublicHolidays.PublicHoliday[]) => {
    undo.stopCapturing()
    changePlan(doc, () => {
      for (const { date, name } of days) setHoliday(doc, date, { name, side: whose === WHOSE.both ? null : whose })
    })
    undo.stopCapturing()
    announce.own(words.added(days.length))
  }
  return (
    <>
      <div className={styles.add}>
        <Select
          label={words.country}
          value={country}
          options={all.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next) => {
            setCountry(next)
            setState(ALL)
          }}
        />
        {states.length > 0 && (
          <Select
            label={words.part}
            value={state}
            options={[
              { value: ALL, label: words.wholeCountry },
              ...states.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={setState}
          />
        )}
        <Select label={calendarWords.whose} value={whose} options={whoseOptions(plan)} onChange={setWhose} />
      </div>
      {missing.length === 0 ? (
        <p className={styles.hint}>{words.allThere}</p>
      ) : (
        <>
          <ul className={styles.found} aria-label={words.list}>
            {missing.map(({ date, name }) => (
              <li key={date}>
                <time dateTime={date}>{shortDayText(date, outlook.today)}</time> {name}
              </li>
            ))}
          </ul>
          <EffectBox
            plan={plan}
            outlook={outlook}
            effect={effectOfChange(plan, outlook, {
              calendar: { holidays: [...known, ...missing.map(({ date }) => date)] },
            })}
          />
          <p>
            <Button size="sm" onPress={() => add(missing)}>
              {words.add(missing.length)}
            </Button>
          </p>
        </>
      )}
      <p className={styles.hint}>{words.source}</p>
    </>
  )
}

/** The years that the plan reaches through. */
function yearsOf({ input, milestones }: PlanOutlook): readonly number[] {
  const years = [...milestones.values()].flatMap(({ finish }) => (finish === null ? [] : [Number(finish.slice(0, 4))]))
  const first = Number(input.start.slice(0, 4))
  const last = Math.min(first + 5, Math.max(first, ...years))
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

/** The reader's own country, where it is known; it is only what the list begins with. */
function countryHere(ids: readonly string[]): string {
  const region = new Intl.Locale(globalThis.navigator?.language ?? 'en-GB').maximize().region ?? ''
  return ids.includes(region) ? region : (ids[0] ?? '')
}
