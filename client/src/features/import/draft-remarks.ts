/** What of a draft does not come in as it stands, and what would not fit. */
import { TEXT_LIMITS } from '@milepost/plan'
import { listText } from '../../format/names.ts'
import { importWords } from '../../words/import/look.ts'
import type { Overflow, PlanDraft, Unread } from './plan-draft.ts'
import { TABLE_LIMITS } from './table.ts'

const words = importWords.remark

/** One sentence each. */
export function remarksOn(draft: PlanDraft, columnsLeftOut: number): readonly string[] {
  const remarks: string[] = []
  const { unreadDates, unreadEstimates, cut, untitledRows } = draft
  if (unreadDates.length > 0) remarks.push(words.dates(unreadDates.length, examples(unreadDates)))
  if (unreadEstimates.length > 0) remarks.push(words.estimates(unreadEstimates.length, examples(unreadEstimates)))
  if (untitledRows > 0) remarks.push(words.untitled(untitledRows))
  if (cut > 0) remarks.push(words.cut(cut, TEXT_LIMITS.line))
  if (columnsLeftOut > 0) remarks.push(words.columns(TABLE_LIMITS.columns, columnsLeftOut))
  return remarks
}

const MOST_EXAMPLES = 4

function examples(unread: readonly Unread[]): string {
  const shown = unread.slice(0, MOST_EXAMPLES).map(({ row, text }) => words.example(shortened(text), row))
  return unread.length > MOST_EXAMPLES
    ? words.andMore(shown.join(', '), unread.length - MOST_EXAMPLES)
    : listText(shown)
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29).toWellFormed()}…` : text
}

export function overflowText({ kind, most, would }: Overflow): string {
  return importWords.overflow.text(importWords.overflow.kinds[kind], most, would)
}
