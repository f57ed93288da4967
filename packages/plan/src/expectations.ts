/** What the two sides expect of each other while the plan runs, and what follows where it is not met. */
import { nullableField, textField, type Fields } from './field.ts'
import type { ExpectationId } from './ids.ts'
import { EXPECTATIONS } from './keys.ts'
import { RECORD_LIMITS, TEXT_LIMITS } from './limits.ts'
import type { Change, LiveDoc } from './live-doc.ts'
import { rankField } from './rank.ts'
import { recordKind, type Row } from './record.ts'
import { mark, type Mark } from './value.ts'
import { addRecordBehind, archiveRecord, restoreRecord } from './write-record.ts'

export interface ExpectationData {
  readonly text: string
  /** Empty: nobody has said. */
  readonly consequence: string
  readonly rank: string
  readonly archived: Mark | null
}

export type Expectation = Row<ExpectationId, ExpectationData>

const fields: Fields<ExpectationData> = {
  text: textField(TEXT_LIMITS.paragraph),
  consequence: textField(TEXT_LIMITS.paragraph),
  rank: rankField,
  archived: nullableField(mark),
}

export const EXPECTATION = recordKind<'expectation', ExpectationData>({
  name: EXPECTATIONS,
  most: RECORD_LIMITS.expectations,
  fields,
})

export interface ExpectationDraft {
  readonly text: string
  readonly consequence?: string
  /** Right behind this one; left out: last of all. */
  readonly after?: ExpectationId
}

export function addExpectation(doc: LiveDoc, { after, ...values }: ExpectationDraft): ExpectationId | null {
  return addRecordBehind(doc, EXPECTATION, values, after)
}

export function archiveExpectation(doc: LiveDoc, id: ExpectationId): Change {
  return archiveRecord(doc, EXPECTATION, id)
}

export function restoreExpectation(doc: LiveDoc, id: ExpectationId): Change {
  return restoreRecord(doc, EXPECTATION, id)
}
