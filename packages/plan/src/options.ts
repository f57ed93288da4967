/**
 * The options that the buyer weighs, competitors and "stay as we are" included, each scored against the success
 * criteria. A score is one entry per criterion and option, so people who score different cells while apart lose none.
 */
import * as v from 'valibot'
import { CRITERION } from './criteria.ts'
import { nullableField, textField, type Fields } from './field.ts'
import { parseId, type CriterionId, type OptionId } from './ids.ts'
import { OPTIONS, SCORES } from './keys.ts'
import { RECORD_LIMITS, TEXT_LIMITS } from './limits.ts'
import { change, markNow, type Change, type LiveDoc } from './live-doc.ts'
import { rankField } from './rank.ts'
import { readValue } from './read-value.ts'
import { recordKind, type Row } from './record.ts'
import { freezeDeep } from './same-value.ts'
import { shelf } from './shelf.ts'
import { authorOrNobody, instantOrZero, mark, type Mark } from './value.ts'
import { addRecordBehind, archiveRecord, restoreRecord } from './write-record.ts'

export interface OptionData {
  readonly title: string
  readonly rank: string
  readonly archived: Mark | null
}

export type Option = Row<OptionId, OptionData>

const fields: Fields<OptionData> = {
  title: textField(TEXT_LIMITS.line),
  rank: rankField,
  archived: nullableField(mark),
}

export const OPTION = recordKind<'option', OptionData>({ name: OPTIONS, most: RECORD_LIMITS.options, fields })

/** How well an option meets a criterion: 0 not at all, 5 wholly. */
export const SCORE_MOST = 5

export interface Score extends Mark {
  readonly criterionId: CriterionId
  readonly optionId: OptionId
  readonly score: number
}

const points = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(SCORE_MOST))
const entry = v.object({ score: points, by: authorOrNobody, at: instantOrZero })

export const SCORE = shelf<Score>(SCORES, RECORD_LIMITS.scores, (key, raw) => {
  const [first, second, ...rest] = key.split(':')
  const criterionId = parseId<'criterion'>(first)
  const optionId = parseId<'option'>(second)
  const value = readValue(entry, raw)
  if (criterionId === null || optionId === null || rest.length > 0 || value === undefined) return null
  return freezeDeep({ criterionId, optionId, ...value })
})

export function addOption(doc: LiveDoc, title: string): OptionId | null {
  return addRecordBehind(doc, OPTION, { title })
}

export function archiveOption(doc: LiveDoc, id: OptionId): Change {
  return archiveRecord(doc, OPTION, id)
}

export function restoreOption(doc: LiveDoc, id: OptionId): Change {
  return restoreRecord(doc, OPTION, id)
}

/** Scores an option against a criterion, 0 to 5; null takes the score away. */
export function setScore(doc: LiveDoc, criterionId: CriterionId, optionId: OptionId, score: number | null): Change {
  return change(doc, () => {
    if (CRITERION.recordIn(doc.ydoc, criterionId) === null || OPTION.recordIn(doc.ydoc, optionId) === null) {
      return 'no-such-record'
    }
    if (score !== null && !v.is(points, score)) return 'invalid'
    const key = `${criterionId}:${optionId}`
    if ((SCORE.rowIn(doc.ydoc, key)?.score ?? null) === score) return 'unchanged'
    const root = SCORE.rootOf(doc.ydoc)
    if (score === null) root.delete(key)
    else root.set(key, { score, ...markNow(doc) })
    SCORE.touch(doc.ydoc, key)
    return 'changed'
  })
}
