/**
 * A list as people write it in mails and notes: a line for each thing, what belongs to it further in, with or without
 * signs in front ("-", "1.", "[x]"). Read by its indentation alone; a sign is only taken off, so that a list of dashes
 * under a heading without one still says which is which.
 */
import { cleanCell, TABLE_LIMITS } from './table.ts'

export interface ListLine {
  readonly text: string
  /** 0: a milestone; anything else: a step of the one above. */
  readonly depth: number
  readonly done: boolean
  /** As people count lines. */
  readonly row: number
}

const TAB = 4
const TICK = /^\[( |x|X|✓|✔)?\]\s*|^([☐☑☒✓✔✅])\s*/u
const BULLET = /^(?:[-*+•◦‣▪●○–—·]|o(?=\t))\s+(?=\S)/u
const NUMBER = /^(?:\(?\d{1,3}[.)]|\(?[a-zA-Z]\)|[a-z]\.)\s+(?=\S)/u
/** 1, 1.1, 2: a sign where every line has one, and then it says what belongs to what. */
const OUTLINE = /^(\d{1,3}(?:\.\d{1,3})*)[.)]?\s+(?=\S)/u
const NO_WORDS = /^(?:[^\p{L}\p{N}]*|\(?\d{1,3}[.)]|\(?[a-zA-Z]\))$/u

interface Measured extends Omit<ListLine, 'depth'> {
  readonly indent: number
  readonly hasSign: boolean
}

/** The lines that say something; more of them than a table may have rows: 'too-many-rows'. */
export function readList(text: string): readonly ListLine[] | 'too-many-rows' {
  const lines: { readonly raw: string; readonly row: number }[] = []
  const all = text.split(/\r\n|[\n\r\u2028\u2029]/u)
  // Empty ones are read too, and nobody leaves ten between two.
  if (all.length > TABLE_LIMITS.rows * 10) return 'too-many-rows'
  for (const [at, raw] of all.entries()) {
    const words = cleanCell(raw).trim()
    if (NO_WORDS.test(words.replace(BULLET, '').replace(TICK, ''))) continue
    if (lines.length === TABLE_LIMITS.rows) return 'too-many-rows'
    lines.push({ raw, row: at + 1 })
  }
  return outlined(lines) ?? withDepths(lines.map(({ raw, row }) => measure(raw, row)))
}

/** An outline by its numbers alone; null where it is none. */
function outlined(lines: readonly { readonly raw: string; readonly row: number }[]): readonly ListLine[] | null {
  const numbers = lines.map(({ raw }) => OUTLINE.exec(raw.trim()))
  const depths = numbers.map((number) => number?.[1]?.replace(/\.0$/u, '').split('.').length ?? 0)
  const least = Math.min(...depths)
  if (least === 0 || depths.every((depth) => depth === least)) return null
  return lines.map(({ raw, row }, at) => {
    const { text, done } = measure(raw.trim().slice(numbers[at]?.[0].length ?? 0), row)
    return { text, done, row, depth: (depths[at] ?? 0) - least }
  })
}

function measure(raw: string, row: number): Measured {
  let rest = raw.trim()
  let done = false
  let hasSign = false
  // "- [x] 1. Send it": each sign once, in the order people write them.
  for (const sign of [BULLET, TICK, NUMBER]) {
    const found = sign.exec(rest)
    if (found === null || NO_WORDS.test(rest.slice(found[0].length))) continue
    rest = rest.slice(found[0].length)
    hasSign = true
    if (sign === TICK) done = /[xX✓✔✅☑☒]/u.test(found[0])
  }
  return { text: cleanCell(rest).trim(), indent: indentOf(raw), done, hasSign, row }
}

function indentOf(raw: string): number {
  let indent = 0
  for (const sign of raw) {
    if (sign === '\t') indent += TAB
    else if (/\p{Zs}/u.test(sign)) indent += 1
    else break
  }
  return indent
}

/**
 * Further in than a line above it: below that. Equally far in, what has a sign stands below what has none ("Kick-off" and
 * under it "- agenda").
 */
function withDepths(lines: readonly Measured[]): readonly ListLine[] {
  const open: number[] = []
  return lines.map(({ text, indent, done, hasSign, row }) => {
    const place = indent * 2 + (hasSign ? 1 : 0)
    while (open.length > 0 && (open.at(-1) ?? 0) >= place) open.pop()
    open.push(place)
    return { text, done, row, depth: open.length - 1 }
  })
}
