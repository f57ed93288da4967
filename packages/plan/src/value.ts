/**
 * The plain values that stand in fields, and their parsers. Everything in a shared
 * document may have been written by anybody, so a value is what its parser makes of
 * it, never what lies there. One valibot schema per value; `field.ts` gives each
 * field its fallback.
 */
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import * as v from 'valibot'
import { shownText } from './clean-text.ts'
import { parseId, type Id, type PersonId } from './ids.ts'
import { LIST_LIMIT, TEXT_LIMITS } from './limits.ts'

/** The two parties of a plan. */
export type Side = 'buyer' | 'seller'

/** A clock time in milliseconds since 1970 UTC. Shown, never compared: clocks differ. */
export type Instant = number

/** Who did something, as they said themselves: a claim, not evidence. */
export interface Author {
  readonly side: Side
  readonly name: string
  readonly personId: PersonId | null
}

/** Who did it and when. */
export interface Mark {
  readonly by: Author
  readonly at: Instant
}

/** A mark that also says for which side it was set. */
export interface SideMark extends Mark {
  readonly side: Side
}

/** The day something was finished, and who said so. */
export interface DoneMark extends Mark {
  readonly on: LocalDate
}

/** A stretch of days, both ends included. */
export interface Span {
  readonly from: LocalDate
  readonly to: LocalDate
}

export const side = v.picklist(['buyer', 'seller'])
export const flag = v.boolean()
export const localDate = v.custom<LocalDate>((raw) => parseLocalDate(raw) !== null)
/** In every zone of the world a moment of a year with four digits, because a day is read off it. */
const LAST_INSTANT = Date.UTC(9999, 11, 30)
export const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LAST_INSTANT))

/** A whole number of working days. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))

/** The order counter `n`: the highest that anybody knew, plus one. */
export const counter = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER))

/** A short string as one value; longer ones are cut, not dropped, and what a page must not show is left out. */
export const line = v.pipe(
  v.string(),
  v.transform((text) => shownText(text, TEXT_LIMITS.line, true)),
)

/** A name from a list that may grow later (`economicBuyer`): unknown names are kept as they are. */
export const word = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]{1,40}$/))

export function id<Kind extends string>() {
  return v.custom<Id<Kind>>((raw) => parseId(raw) !== null)
}

/** A list of ids: what is no id is left out, each id counts once, and long lists are cut. */
export function idList<Kind extends string>() {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((raw) => {
      const ids = raw.slice(0, LIST_LIMIT).flatMap((item) => parseId<Kind>(item) ?? [])
      return [...new Set(ids)]
    }),
  )
}

/** Who a change is from while nobody is named, and who an unreadable `by` is. */
export const NOBODY: Author = Object.freeze({ side: 'buyer', name: '', personId: null })

const author = v.object({
  side,
  name: v.fallback(line, ''),
  personId: v.fallback(v.nullable(id<'person'>()), null),
})

/** An odd name never undoes the fact: who is then nobody, and when, where more than that says so, 1970. */
const by = v.fallback(author, { ...NOBODY })
const at = v.fallback(instant, 0)

export const mark = v.object({ by, at: instant })
export const sideMark = v.object({ side, by, at })
export const doneMark = v.object({ on: localDate, by, at })
export { by as authorOrNobody, at as instantOrZero }

/** A span that ends before it begins is no span. */
export const span = v.pipe(
  v.object({ from: localDate, to: localDate }),
  v.check(({ from, to }) => from <= to),
)
