/** What a file turns out to be: sheets, or the one reason why there are none. */
import type { Table, TooBig } from './table.ts'

export interface Sheet {
  /** '' in a file that has only one. */
  readonly name: string
  readonly table: Table
  readonly columnsLeftOut: number
}

export type BookProblem =
  | TooBig
  | 'too-big'
  | 'damaged'
  | 'locked'
  | 'old-format'
  | 'not-a-table'
  | 'empty'
  | 'too-slow'
export type Book = { readonly sheets: readonly Sheet[] } | { readonly problem: BookProblem }

/** Bytes. A plan that is full is a tenth of it. */
export const FILE_LIMIT = 15_000_000
