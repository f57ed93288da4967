/**
 * A line's day, typed or picked. The same panel records the day something was done, also long ago: work that was done
 * before the plan existed belongs in it. A day after today is refused for that, in words, by the field.
 */
import { setMilestoneDone, setMilestoneDue, setStepDone, setStepDue, type DoneMark, type Plan } from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { useState, type ReactNode } from 'react'
import { usePlan } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useToday } from '../../hooks/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { dateWords } from '../../words/dates.ts'
import { lineWords } from '../../words/lines.ts'
import { linePanelWords as words } from '../../words/plan-editor/line-panels.ts'
import styles from './DuePanel.module.css'
import type { LineRef } from './outline-context.tsx'
import { milestoneNumber } from './outline-moves.ts'

export interface DuePanelProps {
  readonly line: LineRef
  readonly close: () => void
  /** Opens on the day it was done. */
  readonly asDone?: boolean
}

export function DuePanel({ line, close, asDone = false }: DuePanelProps): ReactNode {
  const { doc, undo } = usePlanSession()
  const plan = usePlan()
  const today = useToday()
  const { due, done, name } = dayOf(plan, line)
  const [doneMode, setDoneMode] = useState(asDone || done !== null)

  const setDue = (day: LocalDate | null) => {
    undo.stopCapturing()
    if (line.kind === 'milestone') setMilestoneDue(doc, line.id, day)
    else setStepDue(doc, line.id, day)
  }
  const setDone = (day: LocalDate | null) => {
    undo.stopCapturing()
    if (line.kind === 'milestone') setMilestoneDone(doc, line.id, day, today)
    else setStepDone(doc, line.id, day, today)
  }

  if (doneMode) {
    return (
      <div className={styles.panel}>
        <DateField
          key="done"
          label={words.due.doneOn(name)}
          value={done?.on ?? null}
          latest={today}
          clearable={false}
          placeholder={words.due.doneExamples}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a panel opens on its one field
          autoFocus
          onChange={(day) => setDone(parseLocalDate(day))}
          onDone={close}
          onEscape={close}
        />
        <p className={styles.foot}>
          {done === null ? (
            <Button size="sm" look="quiet" onPress={() => setDoneMode(false)}>
              {words.due.dueInstead}
            </Button>
          ) : (
            <Button
              size="sm"
              look="quiet"
              onPress={() => {
                setDone(null)
                close()
              }}
            >
              {words.due.notDoneYet}
            </Button>
          )}
        </p>
      </div>
    )
  }
  return (
    <div className={styles.panel}>
      <DateField
        key="due"
        label={dateWords.dueDateOf(name)}
        value={due}
        marked={markedDays(plan)}
        placeholder={dateWords.examples}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a panel opens on its one field
        autoFocus
        onChange={(day) => setDue(day === null ? null : parseLocalDate(day))}
        onDone={close}
        onEscape={close}
      />
      <p className={styles.foot}>
        <Button size="sm" look="quiet" onPress={() => setDoneMode(true)}>
          {words.due.doneOnAnotherDay}
        </Button>
        {due !== null && (
          <Button
            size="sm"
            look="quiet"
            onPress={() => {
              setDue(null)
              close()
            }}
          >
            {words.due.noDate}
          </Button>
        )}
      </p>
    </div>
  )
}

interface LineDay {
  readonly due: LocalDate | null
  readonly done: DoneMark | null
  readonly name: string
}

function dayOf(plan: Plan, line: LineRef): LineDay {
  const milestoneId = line.kind === 'milestone' ? line.id : line.milestoneId
  const milestone = plan.milestones.find(({ id }) => id === milestoneId)
  if (line.kind === 'milestone') {
    return {
      due: milestone?.due ?? null,
      done: milestone?.done ?? null,
      name: lineWords.milestone(milestoneNumber(plan, line.id)),
    }
  }
  const step = milestone?.steps.find(({ id }) => id === line.id)
  return { due: step?.due ?? null, done: step?.done ?? null, name: lineWords.step }
}

/** The key dates stand in the calendar as flags, so that nobody has to look them up. */
function markedDays(plan: Plan): ReadonlyMap<string, string> {
  return new Map(
    plan.keyDates.flatMap((keyDate) => (keyDate.span === null ? [] : [[keyDate.span.from, keyDate.title] as const])),
  )
}
