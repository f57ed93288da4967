/** What a column of a table can hold, and by which words and contents it is known. Pure: a guess that a person can change. */
import { plain } from '../../ui/rank.ts'
import { readDay } from './read-day.ts'
import { isStatusWord, readEstimate } from './read-words.ts'
import type { LocalDate } from '@milepost/schedule'

export const COLUMN_KINDS = [
  'none',
  'milestone',
  'step',
  'line',
  'number',
  'owner',
  'person',
  'side',
  'due',
  'estimate',
  'done',
  'benefit',
  'note',
] as const
export type ColumnKind = (typeof COLUMN_KINDS)[number]

/** The kinds that hold titles. */
export const TITLES: ReadonlySet<ColumnKind> = new Set(['milestone', 'step', 'line'])

/**
 * In this order: "Task owner" is an owner, "Step status" a status, "Milestone due date" a date. Null: a column that is
 * known and of no use ("Start": a plan works dates back).
 */
const HEADERS: readonly (readonly [ColumnKind, RegExp])[] = [
  ['done', /^(date completed|completed on|done on|actual\b.*|% ?(complete|done)|percent.*|progress|status|state|done\??|completed?\??|finished|closed|rag)$/u],
  ['none', /^(start|begin|planned start|from)\b/u],
  ['due', /\b(due|deadline|target date|end|finish|by when|complete by|completion date|delivery date)\b|^(when|date|target|to|end date|until)$/u],
  ['done', /\b(status|done|completed|complete)\b/u],
  ['estimate', /\b(estimate|estimated|duration|effort|working days|workdays|length|lead time)\b|^days$/u],
  ['number', /^(#|no|nr|id|wbs|ref|item no|item #|number|level|outline|outline (level|number)|key)\.?$/u],
  ['person', /\b(person|contact|contact name|assignee|assigned to|name of owner|owner name)\b/u],
  ['side', /\b(side|company|organi[sz]ation|party|account)\b/u],
  ['owner', /\b(owner|owners|owned by|responsible|responsibility|accountable|role|roles|dri|raci|function|who|lead|department)\b/u],
  ['benefit', /\b(benefit|deliverable|deliverables|result|exit criteria|evidence|purpose|value)\b|^(why|outcome)$/u],
  ['note', /\b(note|notes|comment|comments|remark|remarks|details|description)\b/u],
  ['milestone', /\b(milestone|phase|stage|workstream|section|group|goal|objective|summary task|epic)\b/u],
  ['step', /\b(step|steps|task|tasks|action|actions|activity|activities|sub-?task|to-?do|action item|item|items)\b/u],
  ['line', /^(name|title|subject|what|summary|plan|outline)$/u],
] // prettier-ignore

/** What a heading says; null where it says nothing that is known. */
export function kindOfHeader(header: string): ColumnKind | null {
  const words = plain(header)
    .replaceAll(/[*:?]+$/gu, '')
    .replaceAll(/[_/]+/gu, ' ')
    .trim()
  if (words === '' || words.length > 40) return null
  return HEADERS.find(([, known]) => known.test(words))?.[0] ?? null
}

/** A column is the same further down. */
const MOST_LOOKED_AT = 200

/** What most of its cells are; null where they are just words. */
export function kindOfCells(cells: readonly string[], today: LocalDate): ColumnKind | null {
  const all = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (all.length === 0) return 'none'
  const filled = all.slice(0, MOST_LOOKED_AT)
  const most = (is: (cell: string) => boolean) => filled.filter(is).length >= filled.length * 0.6
  if (isNumbering(filled)) return 'number'
  if (most((cell) => readDay(cell, { today, order: 'day-first' }) !== null || isMonthFirstDay(cell, today)))
    return 'due'
  if (most(isStatusWord)) return 'done'
  if (most((cell) => readEstimate(cell) !== null)) return 'estimate'
  return null
}

function isMonthFirstDay(cell: string, today: LocalDate): boolean {
  return readDay(cell, { today, order: 'month-first' }) !== null
}

/** 1, 1.1, 1.2, 2: begins at one and never stands still. */
export function isNumbering(filled: readonly string[]): boolean {
  if (filled.length < 2 || !filled.every((cell) => /^\d{1,3}(\.\d{1,3})*\.?$/u.test(cell))) return false
  return /^1\.?$|^1\.[01]$/u.test(filled[0] ?? '') && new Set(filled).size === filled.length
}
