/**
 * What a paste is: cells, a list of lines, or just words (null: the browser's own paste is right). Decided from the two
 * forms that programs put on the clipboard; the one with a table wins, because it knows where a cell ends.
 */
import { parseCsv } from 'hucre/csv'
import { listInHtml, tableInHtml } from './html-table.ts'
import { readList, type ListLine } from './plain-list.ts'
import { TABLE_LIMITS, tidyTable, type Table, type TooBig } from './table.ts'

export type Pasted =
  | { readonly kind: 'table'; readonly table: Table; readonly columnsLeftOut: number }
  | { readonly kind: 'list'; readonly lines: readonly ListLine[] }
  | { readonly kind: 'problem'; readonly problem: TooBig }

export interface ClipboardWords {
  readonly text: string
  readonly html: string
}

export function readClipboard({ text, html }: ClipboardWords): Pasted | null {
  if (text.length > TABLE_LIMITS.letters) return { kind: 'problem', problem: 'too-much-text' }
  return cellsOf(text, html) ?? linesOf(text, html)
}

function cellsOf(text: string, html: string): Pasted | null {
  const cells = tableInHtml(html) ?? tabbedRows(text)
  if (cells === null) return null
  if (typeof cells === 'string') return { kind: 'problem', problem: cells }
  const tidy = tidyTable(cells)
  if (typeof tidy === 'string') return { kind: 'problem', problem: tidy }
  // One column is a list that was written into cells; one cell is a word.
  return (tidy.table[0]?.length ?? 0) > 1 ? { kind: 'table', ...tidy } : null
}

/** A tab behind the first word of a line is a column; one in front of it is an indentation. */
function tabbedRows(text: string): readonly (readonly string[])[] | null {
  const lines = text.split(/\r\n|[\n\r]/u).filter((line) => line.trim() !== '')
  const columns = lines.filter((line) => /\S\t+\S/u.test(line) && !/^\s*(?:[•·▪◦o*-]|\d+[.)])\t/u.test(line))
  if (columns.length === 0 || columns.length < lines.length / 3) return null
  return parseCsv(text, { delimiter: '\t' }).map((row) => row.map((cell) => `${cell ?? ''}`))
}

function linesOf(text: string, html: string): Pasted | null {
  const lines = readList(text)
  if (typeof lines === 'string') return { kind: 'problem', problem: lines }
  if (lines.length < 2) return null
  const inHtml = listInHtml(html)
  // Some programs write nested lists as text without any indentation; where all of it is list, their HTML knows better.
  return { kind: 'list', lines: inHtml !== null && inHtml.length === lines.length ? inHtml : lines }
}
