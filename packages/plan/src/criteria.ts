/**
 * Success criteria and KPIs: what both sides agree to measure, scored later. Baseline, target and actual are words as
 * people write them ("11.8 %", "6 h a week"), because what a number means is theirs to say.
 *
 * A side agrees to what a criterion says, so its agreement carries those words along: once they are others, it reads
 * as an agreement to something else (`isAgreedBy`), without anybody comparing clocks.
 */
import type { LocalDate } from '@milepost/schedule'
import * as v from 'valibot'
import { nullableField, textField, type Fields } from './field.ts'
import type { CriterionId } from './ids.ts'
import { CRITERIA } from './keys.ts'
import { RECORD_LIMITS, TEXT_LIMITS } from './limits.ts'
import { authorOf, change, markNow, markTyped, type Change, type LiveDoc } from './live-doc.ts'
import { rankField } from './rank.ts'
import { recordKind, type Row } from './record.ts'
import { isSameValue } from './same-value.ts'
import { authorOrNobody, instantOrZero, line, localDate, mark, type Mark, type Side } from './value.ts'
import { addRecordBehind, archiveRecord, restoreRecord, setField } from './write-record.ts'

/** What is agreed on. */
export interface CriterionTerms {
  readonly text: string
  readonly baseline: string | null
  readonly target: string | null
  readonly by: LocalDate | null
}

/** A side's agreement to the terms as they were. */
export interface CriterionAgreed extends Mark {
  readonly terms: CriterionTerms
}

/** How it came out. */
export type CriterionResult = 'reached' | 'partly' | 'missed'

export interface CriterionData {
  readonly text: string
  readonly baseline: string | null
  readonly target: string | null
  readonly actual: string | null
  readonly by: LocalDate | null
  readonly result: CriterionResult | null
  readonly agreedByBuyer: CriterionAgreed | null
  readonly agreedBySeller: CriterionAgreed | null
  readonly rank: string
  readonly archived: Mark | null
}

export type Criterion = Row<CriterionId, CriterionData>

const terms = v.object({
  text: v.pipe(v.string(), v.maxLength(TEXT_LIMITS.paragraph)),
  baseline: v.nullable(line),
  target: v.nullable(line),
  by: v.nullable(localDate),
})
const agreed = v.object({ terms, by: authorOrNobody, at: instantOrZero })

const fields: Fields<CriterionData> = {
  text: textField(TEXT_LIMITS.paragraph),
  baseline: nullableField(line),
  target: nullableField(line),
  actual: nullableField(line),
  by: nullableField(localDate),
  result: nullableField(v.picklist(['reached', 'partly', 'missed'])),
  agreedByBuyer: nullableField(agreed),
  agreedBySeller: nullableField(agreed),
  rank: rankField,
  archived: nullableField(mark),
}

export const CRITERION = recordKind<'criterion', CriterionData>({
  name: CRITERIA,
  most: RECORD_LIMITS.criteria,
  fields,
})

export interface CriterionDraft extends Partial<Pick<CriterionData, 'baseline' | 'target' | 'actual' | 'by'>> {
  readonly text: string
  /** Right behind this one; left out: last of all. */
  readonly after?: CriterionId
}

export function addCriterion(doc: LiveDoc, { after, ...values }: CriterionDraft): CriterionId | null {
  return addRecordBehind(doc, CRITERION, values, after)
}

/** Sets baseline, target or actual, written letter by letter; null or an empty text: nobody said. */
export function setCriterionValue(
  doc: LiveDoc,
  id: CriterionId,
  which: 'baseline' | 'target' | 'actual',
  value: string | null,
): Change {
  return change(doc, () => {
    const answer = setField(doc, CRITERION, id, which, value === '' ? null : value)
    if (answer === 'changed') markTyped(doc, `${CRITERIA}/${id}/${which}`)
    return answer
  })
}

export function setCriterionBy(doc: LiveDoc, id: CriterionId, by: LocalDate | null): Change {
  return setField(doc, CRITERION, id, 'by', by)
}

export function setCriterionResult(doc: LiveDoc, id: CriterionId, result: CriterionResult | null): Change {
  return setField(doc, CRITERION, id, 'result', result)
}

/** Agrees to the criterion as it stands for one's own side, or takes that back. */
export function agreeToCriterion(doc: LiveDoc, id: CriterionId, agrees: boolean): Change {
  return change(doc, () => {
    const criterion = CRITERION.rowIn(doc.ydoc, id)
    if (criterion === null) return 'no-such-record'
    const { side } = authorOf(doc)
    if (agrees ? isAgreedBy(criterion, side) : agreementOf(criterion, side) === null) return 'unchanged'
    const value = agrees ? { terms: termsOf(criterion), ...markNow(doc) } : null
    return setField(doc, CRITERION, id, side === 'buyer' ? 'agreedByBuyer' : 'agreedBySeller', value)
  })
}

/** Whether the side agreed to what the criterion says now. */
export function isAgreedBy(criterion: Criterion, side: Side): boolean {
  const given = agreementOf(criterion, side)
  return given !== null && isSameValue(given.terms, termsOf(criterion))
}

/** The side's agreement, also to terms that have changed since. */
export function agreementOf(criterion: Criterion, side: Side): CriterionAgreed | null {
  return side === 'buyer' ? criterion.agreedByBuyer : criterion.agreedBySeller
}

export function archiveCriterion(doc: LiveDoc, id: CriterionId): Change {
  return archiveRecord(doc, CRITERION, id)
}

export function restoreCriterion(doc: LiveDoc, id: CriterionId): Change {
  return restoreRecord(doc, CRITERION, id)
}

function termsOf({ text, baseline, target, by }: Criterion): CriterionTerms {
  return { text, baseline, target, by }
}
