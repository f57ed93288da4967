/**
 * From a table and what its columns hold to what it would add to a plan. A row without a milestone's name belongs to the
 * one above (merged cells), the same name again is the same milestone; what a row says besides belongs to its step, or to
 * its milestone where it names none. Nothing is guessed about a day that cannot be read: it is listed instead.
 */
import { TEXT_LIMITS, type Plan } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { plain } from '../../ui/rank.ts'
import type { ColumnKind } from './column-kinds.ts'
import { levelsOf, type Levels } from './levels.ts'
import { ownerBook, type OwnerChoice } from './owners.ts'
import type { DraftLine, DraftMilestone, PlanDraft, Unread } from './plan-draft.ts'
import { orderOf, readDay, type DayOrder } from './read-day.ts'
import { isDoneWord, readEstimate } from './read-words.ts'
import type { Row, Table } from './table.ts'

export interface Choices {
  /** Where the names of the columns stand; the rows below it count. -1: there are none. */
  readonly header: number
  readonly kinds: readonly ColumnKind[]
  readonly order: DayOrder
  readonly owners: ReadonlyMap<string, OwnerChoice>
  /** The milestone of steps that stand before any other. */
  readonly firstTitle: string
}

export type KnownPlan = Pick<Plan, 'roles' | 'people' | 'buyer' | 'seller'>

/** Which order the days of the table have; null where somebody has to say it. */
export function orderOfTable(table: Table, header: number, kinds: readonly ColumnKind[]): DayOrder | 'none' | null {
  const days = kinds.flatMap((kind, at) => (kind === 'due' || kind === 'done' ? [at] : []))
  return orderOf(table.slice(header + 1).flatMap((row) => days.map((at) => row[at] ?? '')))
}

export function rowsToDraft(table: Table, choices: Choices, plan: KnownPlan, today: LocalDate): PlanDraft {
  const rows = table.slice(choices.header + 1)
  const reader = rowReader(choices, plan, today)
  const levels = levelsOf(rows, choices.kinds)
  const lines = rows.flatMap((row, at): readonly ReadRow[] => {
    if (row.every((cell) => cell.trim() === '')) return []
    return [reader.read(row, choices.header + at + 2, levels?.[at] ?? null)]
  })
  const milestones = gathered(lines, choices.firstTitle)
  const titles = milestones.flatMap(({ title, steps }) => [title, ...steps.map((step) => step.title)])
  return {
    milestones: milestones.map(whole),
    owners: reader.owners(),
    unreadDates: reader.unreadDates,
    unreadEstimates: reader.unreadEstimates,
    cut: titles.filter(({ length }) => length > TEXT_LIMITS.line).length,
    untitledRows: lines.filter(({ milestone, step }) => milestone === '' && step === '').length,
  }
}

interface ReadRow {
  /** '' where the row belongs to the one above. */
  readonly milestone: string
  readonly step: string
  /** A title that stands for a milestone of its own, though one of that name is there. */
  readonly isNew: boolean
  readonly line: Omit<DraftLine, 'title'>
  readonly note: string
}

interface RowReader {
  readonly read: (row: Row, number: number, isMilestone: Levels[number] | null) => ReadRow
  readonly owners: () => PlanDraft['owners']
  readonly unreadDates: readonly Unread[]
  readonly unreadEstimates: readonly Unread[]
}

function rowReader({ kinds, order, owners }: Choices, plan: KnownPlan, today: LocalDate): RowReader {
  const book = ownerBook(plan, owners)
  const unreadDates: Unread[] = []
  const unreadEstimates: Unread[] = []
  const column = Object.fromEntries(kinds.map((kind, at) => [kind, at])) as Partial<Record<ColumnKind, number>>

  function read(row: Row, number: number, isMilestone: boolean | null): ReadRow {
    const cell = (kind: ColumnKind) => (row[column[kind] ?? -1] ?? '').trim()
    const understood = <Value>(kind: ColumnKind, value: Value | null, into: Unread[]): Value | null => {
      if (value === null && !isNothing(cell(kind))) into.push({ row: number, text: cell(kind) })
      return value
    }
    const due = understood('due', readDay(cell('due'), { today, order }), unreadDates)
    const estimate = understood('estimate', readEstimate(cell('estimate')), unreadEstimates)
    const [owner, withOwner] = book.of({ owner: cell('owner'), person: cell('person'), side: cell('side') })
    const line = cell('line')
    const asMilestone = isMilestone ?? true
    return {
      milestone: cell('milestone') || (asMilestone ? line : ''),
      step: cell('step') || (asMilestone ? '' : line),
      isNew: line !== '',
      line: {
        owner,
        withOwner,
        due,
        estimate,
        done: doneOn(cell('done'), due, order, today),
        benefit: cell('benefit'),
      },
      note: cell('note'),
    }
  }
  return { read, owners: book.all, unreadDates, unreadEstimates }
}

/** What people write where there is nothing to write. */
function isNothing(cell: string): boolean {
  return /^([-–—?.]*|n\/?a|none|tb[dca])$/iu.test(cell)
}

/** On the day that is written there; where only that it is done is written, on the day it was due, or today. */
function doneOn(cell: string, due: LocalDate | null, order: DayOrder, today: LocalDate): LocalDate | null {
  const day = readDay(cell, { today, order, past: true })
  if (day !== null) return day > today ? null : day
  if (!isDoneWord(cell)) return null
  return due !== null && due < today ? due : today
}

/** A milestone while its rows are read. */
interface Open extends DraftLine {
  readonly notes: string[]
  readonly steps: DraftLine[]
}

function gathered(rows: readonly ReadRow[], firstTitle: string): readonly Open[] {
  const milestones: Open[] = []
  const byTitle = new Map<string, Open>()
  let open: Open | null = null

  function begin(title: string, line: Omit<DraftLine, 'title'>): Open {
    const made: Open = { title, ...line, notes: [], steps: [] }
    milestones.push(made)
    byTitle.set(plain(title), made)
    return made
  }

  for (const { milestone, step, isNew, line, note } of rows) {
    const known: Open | undefined = isNew ? undefined : byTitle.get(plain(milestone))
    if (milestone !== '' && step === '' && known === undefined) {
      open = begin(milestone, line)
    } else if (milestone !== '') {
      open = known ?? begin(milestone, NOTHING)
      // The same milestone again, with more about it.
      if (step === '' && known !== undefined) open = replaced(milestones, byTitle, known, merged(known, line))
    }
    if (step === '' && milestone === '') continue
    if (step !== '') {
      open ??= begin(firstTitle, NOTHING)
      open.steps.push({ title: step, ...line })
    }
    if (note !== '') open?.notes.push(step === '' ? note : `${step}: ${note}`)
  }
  return milestones
}

const NOTHING: Omit<DraftLine, 'title'> = {
  owner: null,
  withOwner: null,
  due: null,
  estimate: null,
  done: null,
  benefit: '',
}

function merged(known: Open, line: Omit<DraftLine, 'title'>): Open {
  return {
    ...known,
    owner: known.owner ?? line.owner,
    withOwner: known.withOwner ?? line.withOwner,
    due: known.due ?? line.due,
    estimate: known.estimate ?? line.estimate,
    done: known.done ?? line.done,
    benefit: known.benefit || line.benefit,
  }
}

function replaced(milestones: Open[], byTitle: Map<string, Open>, before: Open, after: Open): Open {
  milestones[milestones.indexOf(before)] = after
  byTitle.set(plain(after.title), after)
  return after
}

/**
 * A milestone without a day of its own is due when the last of its steps is: that is what the sheet says of it. It has one
 * owner; a second role stands with steps only.
 */
function whole(milestone: Open): DraftMilestone {
  const days = milestone.steps.flatMap(({ due }) => (due === null ? [] : [due]))
  return { ...milestone, withOwner: null, due: milestone.due ?? days.toSorted().at(-1) ?? null }
}
