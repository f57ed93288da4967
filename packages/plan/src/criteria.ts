/**
 * Success criteria and KPIs: what both sides agree to measure, scored later.
 * Baseline, target and actual are words as people write them ("11.8 %", "6 h a
 * week"), because what a number means is theirs to say.
 */
import type { LocalDate } from '@milepost/schedule'
import { nullableField, textField, type Fields } from './field.ts'
import type { CriterionId } from './ids.ts'
import { CRITERIA } from './keys.ts'
import { RECORD_LIMITS, TEXT_LIMITS } from './limits.ts'
import { stateOf, type Change, type LiveDoc } from './live-doc.ts'
import { rankAtEnd, rankField } from './rank.ts'
import { recordKind, type Row } from './record.ts'
import { line, localDate, mark, type Mark } from './value.ts'
import { addRecord, archiveRecord, restoreRecord, setField } from './write-record.ts'

export interface CriterionData {
  readonly text: string
  readonly baseline: string | null
  readonly target: string | null
  readonly actual: string | null
  readonly by: LocalDate | null
  readonly rank: string
  readonly archived: Mark | null
}

export type Criterion = Row<CriterionId, CriterionData>

const fields: Fields<CriterionData> = {
  text: textField(TEXT_LIMITS.paragraph),
  baseline: nullableField(line),
  target: nullableField(line),
  actual: nullableField(line),
  by: nullableField(localDate),
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
}

export function addCriterion(doc: LiveDoc, draft: CriterionDraft): CriterionId | null {
  const rank = rankAtEnd(CRITERION.rowsIn(doc.ydoc), stateOf(doc).random)
  return addRecord(doc, CRITERION, { ...draft, rank })
}

/** Sets baseline, target or actual; null or an empty text: nobody said. */
export function setCriterionValue(
  doc: LiveDoc,
  id: CriterionId,
  which: 'baseline' | 'target' | 'actual',
  value: string | null,
): Change {
  return setField(doc, CRITERION, id, which, value === '' ? null : value)
}

export function setCriterionBy(doc: LiveDoc, id: CriterionId, by: LocalDate | null): Change {
  return setField(doc, CRITERION, id, 'by', by)
}

export function archiveCriterion(doc: LiveDoc, id: CriterionId): Change {
  return archiveRecord(doc, CRITERION, id)
}

export function restoreCriterion(doc: LiveDoc, id: CriterionId): Change {
  return restoreRecord(doc, CRITERION, id)
}
