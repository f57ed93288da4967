/**
 * How the buyer decides: questions with their answers. A question without an answer is what nobody knows yet, and it
 * stays in sight because of that; most plans slip on a step of the decision that nobody had asked for.
 */
import { nullableField, textField, type Fields } from './field.ts'
import type { DecisionId } from './ids.ts'
import { DECISIONS } from './keys.ts'
import { RECORD_LIMITS, TEXT_LIMITS } from './limits.ts'
import type { Change, LiveDoc } from './live-doc.ts'
import { rankField } from './rank.ts'
import { recordKind, type Row } from './record.ts'
import { mark, type Mark } from './value.ts'
import { addRecordBehind, archiveRecord, restoreRecord } from './write-record.ts'

export interface DecisionData {
  readonly question: string
  /** Empty: still unknown. */
  readonly answer: string
  readonly rank: string
  readonly archived: Mark | null
}

export type Decision = Row<DecisionId, DecisionData>

const fields: Fields<DecisionData> = {
  question: textField(TEXT_LIMITS.paragraph),
  answer: textField(TEXT_LIMITS.paragraph),
  rank: rankField,
  archived: nullableField(mark),
}

export const DECISION = recordKind<'decision', DecisionData>({
  name: DECISIONS,
  most: RECORD_LIMITS.decisions,
  fields,
})

export interface DecisionDraft {
  readonly question: string
  readonly answer?: string
  /** Right behind this one; left out: last of all. */
  readonly after?: DecisionId
}

export function addDecision(doc: LiveDoc, { after, ...values }: DecisionDraft): DecisionId | null {
  return addRecordBehind(doc, DECISION, values, after)
}

export function archiveDecision(doc: LiveDoc, id: DecisionId): Change {
  return archiveRecord(doc, DECISION, id)
}

export function restoreDecision(doc: LiveDoc, id: DecisionId): Change {
  return restoreRecord(doc, DECISION, id)
}
