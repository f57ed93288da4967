// The plan as it would be, beside the form: every milestone with its role, what it takes and when it is due. Days are worked
// back from go-live; each can be typed or picked instead.
import type { LocalDate } from '@milepost/schedule'
import { useMemo } from 'react'
import { dayText, shortDayText } from '../../format/day.ts'
import { shortCompany } from '../../format/names.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { DateField } from '../../ui/DateField.tsx'
import { WarningIcon } from '../../ui/icons/icons.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { Stone } from '../../ui/Stone.tsx'
import { newPlanWords } from '../../words/new-plan.ts'
import styles from './DatesPreview.module.css'
import { DayStepper } from './DayStepper.tsx'
import { DraftAxis, DraftBar } from './DraftBars.tsx'
import { draftScale, type DraftScale } from './draft-scale.ts'
import { parseDay } from './parse-day.ts'
import type { Draft } from './draft.ts'
import type { DraftDates, DraftRow } from './draft-dates.ts'
import { waysOut } from './ways-out.ts'

const { preview: words, pastStart } = newPlanWords

interface DatesPreviewProps {
  readonly draft: Draft
  readonly dates: DraftDates
  readonly today: LocalDate
  readonly onChange: (draft: Draft) => void
}

export function DatesPreview({ draft, dates, today, onChange }: DatesPreviewProps) {
  const { rows, needed, left } = dates
  const { goLive, keyDate } = draft
  const scale = draftScale(draft, dates, today)
  return (
    <section className={styles.preview} aria-label={words.label}>
      <header className={styles.head}>
        <h2>{goLive === null ? words.milestones(rows.length) : words.workedBack(dayText(goLive, today))}</h2>
        <span>
          {goLive === null ? words.setGoLive : needed === 0 ? words.nothingTakesDays : words.needed(needed, left ?? 0)}
        </span>
      </header>
      <PastStart draft={draft} dates={dates} today={today} onChange={onChange} />
      <div className={classNames(styles.table, scale !== null && styles.withBars)}>
        <div className={styles.labels} aria-hidden="true">
          <span />
          <span>{words.columns.outcome}</span>
          <span>{words.columns.takes}</span>
          <span>{words.columns.due}</span>
          {scale !== null && (
            <DraftAxis scale={scale} today={today} label={keyDate === null ? '' : shortDayText(keyDate, keyDate)} />
          )}
        </div>
        <ol>
          {rows.map((row) => (
            <PreviewRow key={row.key} row={row} draft={draft} scale={scale} today={today} onChange={onChange} />
          ))}
        </ol>
      </div>
      <p className={styles.hint}>{lastSentence(draft, rows, today)}</p>
    </section>
  )
}

function PreviewRow({
  row,
  draft,
  scale,
  today,
  onChange,
}: {
  readonly row: DraftRow
  readonly draft: Draft
  readonly scale: DraftScale | null
  readonly today: LocalDate
  readonly onChange: (draft: Draft) => void
}) {
  const { key, number, title, role, side, takes, from, due, past, goal, done } = row

  function setDue(day: string | null) {
    const date = parseDay(day)
    if (goal === 'goLive') {
      onChange({ ...draft, goLive: date })
      return
    }
    const { [key]: _, ...others } = draft.dues
    onChange({ ...draft, dues: date === null ? others : { ...others, [key]: date } })
  }

  return (
    <li className={classNames(styles.row, done && styles.isDone)}>
      <Stone number={number} state={done ? 'done' : goal === null ? 'next' : 'goal'} />
      <div className={styles.what}>
        {title}
        <small>
          {side !== null && <SideMark side={side} />}
          {role === '' ? words.ownerLater : role}
        </small>
      </div>
      {done ? (
        <p className={styles.done}>
          {words.doneBefore}
          <Button
            size="sm"
            look="quiet"
            label={words.notDoneLabel(title)}
            onPress={() => onChange({ ...draft, done: draft.done.filter((other) => other !== key) })}
          >
            {words.notDone}
          </Button>
        </p>
      ) : (
        <>
          <DayStepper
            label={title}
            value={takes}
            onChange={(days) => onChange({ ...draft, estimates: { ...draft.estimates, [key]: days } })}
          />
          <div className={styles.due}>
            <DateField
              look="quiet"
              label={words.dueOf(title)}
              hideLabel
              placeholder={words.setDay}
              value={due}
              clearable={goal === 'goLive' || row.set}
              onChange={setDue}
            />
            {from !== null && (
              <small className={classNames(past && styles.past)}>
                <Pieces of={words.from(<time dateTime={from}>{dayText(from, today)}</time>)} />
              </small>
            )}
          </div>
        </>
      )}
      {scale !== null && <DraftBar row={row} scale={scale} today={today} />}
    </li>
  )
}

/** A plan should begin close to today. How far off it is, why, and what one press would do about it. */
function PastStart({ draft, dates, today, onChange }: DatesPreviewProps) {
  const { goLive } = draft
  const { shortBy, rows } = dates
  const ways = useMemo(() => waysOut(draft, today), [draft, today])
  if (goLive === null || shortBy === 0) return null
  const begins = rows.flatMap(({ from }) => from ?? []).toSorted()[0] ?? today
  return (
    <div className={styles.alert} aria-live="polite">
      <h3>
        <WarningIcon />
        {pastStart.title(shortBy)}
      </h3>
      <p>
        {pastStart.why(dayText(goLive, today), dayText(begins, today))}{' '}
        {ways.length === 0 ? pastStart.noWay : pastStart.pick}
      </p>
      <span className={styles.ways}>
        {ways.map(({ words, detail, draft: next }) => (
          <Button key={words} size="sm" onPress={() => onChange(next)}>
            {words}
            {detail !== null && <span className={styles.detail}>{detail}</span>}
          </Button>
        ))}
      </span>
    </div>
  )
}

function lastSentence(draft: Draft, rows: readonly DraftRow[], today: LocalDate): string {
  const last = rows.find(({ goal }) => goal === 'result')?.due ?? null
  if (last === null) return words.namesLater
  return `${words.resultOn(dayText(last, today), shortCompany(draft.buyer))} ${words.namesLater}`
}
