/** The words of the import: what columns hold, what will be there, what could not be read and why. */
import { TEXT_LIMITS, RECORD_LIMITS } from '@milepost/plan'
import { count, numberText } from '../../format/count.ts'
import { listText } from '../../format/names.ts'
import type { BookProblem } from './book.ts'
import type { ColumnKind } from './column-kinds.ts'
import type { DraftCount, Overflow, PlanDraft, Unread } from './plan-draft.ts'
import { TABLE_LIMITS } from './table.ts'

export const KIND_WORDS: Readonly<Record<ColumnKind, { readonly label: string; readonly detail?: string }>> = {
  none: { label: 'Left out' },
  milestone: { label: 'Milestone', detail: 'Empty: the one above goes on' },
  step: { label: 'Step' },
  line: { label: 'Milestone or step', detail: 'By number, indentation or heading' },
  number: { label: 'Number or level', detail: '1, 1.1, 1.2, 2' },
  owner: { label: 'Owner role', detail: 'AP Director, Legal' },
  person: { label: 'Person' },
  side: { label: 'Company or side' },
  due: { label: 'Due' },
  estimate: { label: 'Estimate', detail: 'Working days: 10, 2 weeks' },
  done: { label: 'Status or done on' },
  benefit: { label: 'Benefit or deliverable' },
  note: { label: 'Notes' },
}

/** "6 milestones, 22 steps and 5 new roles". */
export function countText({ milestones, steps, roles, people }: DraftCount): string {
  return listText([
    count(milestones, 'milestone'),
    ...(steps === 0 ? [] : [count(steps, 'step')]),
    ...(roles === 0 ? [] : [count(roles, 'new role')]),
    ...(people === 0 ? [] : [count(people, 'new person', 'new people')]),
  ])
}

/** What does not come in as it stands, one sentence each. */
export function remarksOn(draft: PlanDraft, columnsLeftOut: number): readonly string[] {
  const remarks: string[] = []
  const { unreadDates, unreadEstimates, cut, untitledRows } = draft
  if (unreadDates.length > 0)
    remarks.push(
      `${count(unreadDates.length, 'date')} not understood: ${examples(unreadDates)}. ${without(unreadDates, 'a date')}`,
    )
  if (unreadEstimates.length > 0)
    remarks.push(
      `${count(unreadEstimates.length, 'estimate')} not understood: ${examples(unreadEstimates)}. ${without(unreadEstimates, 'an estimate')}`,
    )
  if (untitledRows > 0) remarks.push(`${count(untitledRows, 'row')} without a title left out.`)
  if (cut > 0) remarks.push(`${count(cut, 'title')} longer than ${TEXT_LIMITS.line} letters, cut there.`)
  if (columnsLeftOut > 0)
    remarks.push(
      `Only the first ${TABLE_LIMITS.columns} columns are read, ${numberText(columnsLeftOut)} more are left out.`,
    )
  return remarks
}

function without(unread: readonly Unread[], what: string): string {
  return unread.length === 1 ? `It comes in without ${what}.` : `They come in without ${what}.`
}

const MOST_EXAMPLES = 4

function examples(unread: readonly Unread[]): string {
  const shown = unread.slice(0, MOST_EXAMPLES).map(({ row, text }) => `“${shortened(text)}” in row ${row}`)
  return unread.length > MOST_EXAMPLES
    ? `${shown.join(', ')} and ${unread.length - MOST_EXAMPLES} more`
    : listText(shown)
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29).toWellFormed()}…` : text
}

export function overflowText({ kind, most, would }: Overflow): string {
  return `A plan holds at most ${numberText(most)} ${kind}, this would make ${numberText(would)}. Nothing is added. Bring in a part of it.`
}

const ROWS = `More than ${numberText(TABLE_LIMITS.rows)} rows. A plan holds ${RECORD_LIMITS.milestones} milestones and ${numberText(RECORD_LIMITS.steps)} steps: bring in a part of it.`

const PROBLEMS: Readonly<Record<BookProblem, string>> = {
  'too-many-rows': ROWS,
  'too-much-text': 'There is too much text in it for a plan. Bring in a part of it.',
  'too-big': 'It is too big for a plan: save the sheet with the milestones as a file of its own.',
  damaged: 'It is damaged, or no spreadsheet. Open it in the program it came from and save it again as XLSX or CSV.',
  locked: 'It has a password. Save it without one and try again.',
  'old-format': 'It is in a format from before 2007. Save it as XLSX or CSV and try again.',
  'not-a-table': 'It is no spreadsheet. Milepost reads XLSX, ODS and CSV.',
  empty: 'There is nothing in it.',
  'too-slow': 'It took too long to read. Save the sheet with the milestones as a file of its own.',
}

export function problemText(problem: BookProblem): string {
  return `${PROBLEMS[problem]} The plan is as it was.`
}
