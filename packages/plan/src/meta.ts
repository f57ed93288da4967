/**
 * The head of a plan: what there is once. The root map `meta` is itself the record,
 * filled once by the plan's creator (`plan-doc.ts`), because first content that two
 * people made would stand there twice.
 *
 * Only `goLiveId` and `resultId` say which milestone is go-live and which the
 * result; a milestone has no kind of its own that could contradict them.
 */
import { type LocalDate } from '@milepost/schedule'
import * as v from 'valibot'
import * as Y from 'yjs'
import {
  entriesField,
  nullableField,
  richField,
  textField,
  storedValue,
  valueField,
  type Entries,
  type Fields,
} from './field.ts'
import type { MilestoneId, RoleId } from './ids.ts'
import { META } from './keys.ts'
import { TEXT_LIMITS } from './limits.ts'
import { authorOf, change, markNow, type Change, type LiveDoc } from './live-doc.ts'
import { readField, rootRecord } from './record.ts'
import { isSameValue } from './same-value.ts'
import {
  authorOrNobody,
  count,
  id,
  idList,
  instant,
  line,
  localDate,
  mark,
  side,
  word,
  type Author,
  type Instant,
  type Mark,
  type Side,
} from './value.ts'

/** The rhythm in which both teams meet. */
export interface CheckIn {
  readonly every: 'week' | 'twoWeeks' | 'month'
  /** ISO weekday, 1 Monday to 7 Sunday. */
  readonly weekday: number
  readonly minutes: number
  readonly roleIds: readonly RoleId[]
}

/** Which template the plan was started from. */
export interface TemplateMark {
  readonly id: string
  readonly version: number
  /** What its milestones and steps were called there, by their id here; plans of old do not say. Whoever asks parses it. */
  readonly keys?: unknown
}

export interface Meta {
  /** Null while the document is empty or still loading. */
  readonly planId: string | null
  readonly schema: number
  readonly createdAt: Instant | null
  readonly timeZone: string
  readonly start: LocalDate | null
  readonly goLiveId: MilestoneId | null
  readonly goLiveSetBy: { readonly side: Side; readonly by: Author } | null
  readonly resultId: MilestoneId | null
  readonly buyer: string
  readonly seller: string
  /** What the plan is called: "mutual action plan", "go-live plan", ... */
  readonly planName: string
  readonly title: string
  /** Whether the value proposition says anything; its words stand in its fragment. */
  readonly valueProposition: boolean
  readonly buyerPriority: string
  readonly costOfSlip: string
  readonly checkIn: CheckIn | null
  readonly template: TemplateMark | null
  /** ISO weekdays that count; none of them means that every day counts. */
  readonly workdays: readonly number[]
  readonly findingsOff: Entries<Mark>
}

export const DEFAULT_PLAN_NAME = 'mutual action plan'
const WEEKDAYS = [1, 2, 3, 4, 5]

const weekday = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))

const workdays = v.pipe(
  v.array(v.unknown()),
  v.transform((raw) => [...new Set(raw.filter((day) => v.is(weekday, day)))].toSorted((a, b) => a - b)),
)

const checkIn = v.object({
  every: v.picklist(['week', 'twoWeeks', 'month']),
  weekday,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(480)),
  roleIds: v.fallback(idList<'role'>(), []),
})

const fields: Fields<Meta> = {
  planId: nullableField(id<'plan'>()),
  schema: valueField(count, 1),
  createdAt: nullableField(instant),
  timeZone: valueField(line, 'UTC'),
  start: nullableField(localDate),
  goLiveId: nullableField(id<'milestone'>()),
  goLiveSetBy: nullableField(v.object({ side, by: authorOrNobody })),
  resultId: nullableField(id<'milestone'>()),
  buyer: valueField(line, ''),
  seller: valueField(line, ''),
  planName: valueField(line, DEFAULT_PLAN_NAME),
  title: textField(TEXT_LIMITS.line),
  valueProposition: richField(),
  buyerPriority: textField(TEXT_LIMITS.paragraph),
  costOfSlip: textField(TEXT_LIMITS.paragraph),
  checkIn: nullableField(checkIn),
  template: nullableField(v.object({ id: word, version: count, keys: v.optional(v.unknown()) })),
  workdays: valueField<readonly number[]>(workdays, WEEKDAYS),
  findingsOff: entriesField(mark),
}

export const META_RECORD = rootRecord<Meta>(META, fields)

/** What people set directly; go-live and the result have verbs of their own. */
export type MetaChoice = 'timeZone' | 'start' | 'buyer' | 'seller' | 'planName' | 'checkIn' | 'template' | 'workdays'

export function setMeta<Key extends MetaChoice>(doc: LiveDoc, key: Key, value: Meta[Key]): Change {
  return setMetaField(doc, key, value)
}

/** Says which milestone is go-live, and on which side that was decided. */
export function setGoLive(doc: LiveDoc, milestoneId: MilestoneId | null, setBy: Side = authorOf(doc).side): Change {
  return change(doc, () => {
    const changed = setMetaField(doc, 'goLiveId', milestoneId)
    if (changed === 'changed') setMetaField(doc, 'goLiveSetBy', { side: setBy, by: authorOf(doc) })
    return changed
  })
}

export function setResult(doc: LiveDoc, milestoneId: MilestoneId | null): Change {
  return setMetaField(doc, 'resultId', milestoneId)
}

/** Switches a finding of the plan review off, or on again. */
export function setFindingOff(doc: LiveDoc, finding: string, off: boolean): Change {
  return change(doc, () => {
    const entries = META_RECORD.recordIn(doc.ydoc).get('findingsOff')
    if (!v.is(word, finding) || !(entries instanceof Y.Map)) return 'no-such-record'
    if (entries.has(finding) === off) return 'unchanged'
    if (off) entries.set(finding, markNow(doc))
    else entries.delete(finding)
    META_RECORD.touch(doc.ydoc)
    return 'changed'
  })
}

function setMetaField<Key extends keyof Meta>(doc: LiveDoc, key: Key, value: Meta[Key]): Change {
  return change(doc, () => {
    const meta = META_RECORD.recordIn(doc.ydoc)
    if (META_RECORD.readIn(doc.ydoc).planId === null) return 'no-such-record'
    const stored = storedValue(fields[key], value)
    if (stored === undefined) return 'invalid'
    if (isSameValue(readField(fields, key, meta), stored)) return 'unchanged'
    meta.set(key, stored)
    META_RECORD.touch(doc.ydoc)
    return 'changed'
  })
}
