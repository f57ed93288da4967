/**
 * A file as sheets of words. What it is is told by its first bytes, not by its name. Only values are read: a formula gives
 * what the program that saved it had worked out, a link its words. Bounded before anything is unpacked (`zip-guard`), and
 * run in a worker (`book.worker`), which can be ended.
 */
import { parseCsv } from 'hucre/csv'
import { readXlsx, type CellValue } from 'hucre/xlsx'
import { readOds } from 'hucre/ods'
import { FILE_LIMIT, type Book, type Sheet } from './book.ts'
import { TABLE_LIMITS, tidyTable, type TooBig } from './table.ts'
import { textOfBytes } from './text-of-bytes.ts'
import { problemOfArchive } from './zip-guard.ts'

const MOST_SHEETS = 50

export async function readBook(bytes: Uint8Array): Promise<Book> {
  if (bytes.length > FILE_LIMIT) return { problem: 'too-big' }
  if (startsWith(bytes, [0x50, 0x4b])) return readArchive(bytes)
  // The envelope of Excel before 2007, and of files with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { problem: isLocked(bytes) ? 'locked' : 'old-format' }
  return readText(textOfBytes(bytes))
}

function startsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign)
}

/** A file with a password names its parts in that envelope. */
function isLocked(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])
  return bytes.some((byte, at) => byte === name[0] && name.every((sign, step) => bytes[at + step] === sign))
}

async function readArchive(bytes: Uint8Array): Promise<Book> {
  const problem = problemOfArchive(bytes)
  if (problem !== null) return { problem }
  const isOds = textOfBytes(bytes.subarray(0, 200)).includes('opendocument')
  try {
    const options = { maxRows: TABLE_LIMITS.rows + 1 }
    const book = isOds ? await readOds(bytes, options) : await readXlsx(bytes, options)
    const shown = book.sheets.filter(({ hidden, veryHidden }) => hidden !== true && veryHidden !== true)
    return bookOf(shown.slice(0, MOST_SHEETS).map(({ name, rows }) => ({ name, rows: rows.map(wordsOf) })))
  } catch {
    return { problem: 'damaged' }
  }
}

function wordsOf(row: readonly CellValue[]): readonly string[] {
  return row.map((value) => {
    if (value === null) return ''
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
    return typeof value === 'number' ? numberText(value) : `${value}`
  })
}

/** 0.30000000000000004 is what a program worked out, not what a person wrote. */
function numberText(value: number): string {
  return `${Number(value.toPrecision(12))}`
}

function readText(text: string): Book {
  if (text.length > TABLE_LIMITS.letters) return { problem: 'too-much-text' }
  if (isBinary(text.slice(0, 4_000))) return { problem: 'not-a-table' }
  return bookOf([{ name: '', rows: parseCsv(text).map((row) => row.map((cell) => `${cell ?? ''}`)) }])
}

/** Signs that no text has: it is a picture, a program. */
function isBinary(text: string): boolean {
  return [...text].some((sign) => sign < '\t' || (sign > '\r' && sign < '\x1b'))
}

function bookOf(sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[]): Book {
  const read: Sheet[] = []
  let tooBig: TooBig | null = null
  for (const { name, rows } of sheets) {
    const tidy = tidyTable(rows)
    if (typeof tidy === 'string') tooBig = tidy
    else if (tidy.table.length > 0) read.push({ name, ...tidy })
  }
  // One sheet that is too big does not shut out the others.
  if (read.length > 0) return { sheets: read }
  return { problem: tooBig ?? 'empty' }
}
