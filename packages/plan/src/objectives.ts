/** Objectives: what the buyer wants to reach, tied to a goal of theirs, each with a date where one was named. */
import type { LocalDate } from '@milepost/schedule'
import { nullableField, textField, type Fields } from './field.ts'
import type { ObjectiveId } from './ids.ts'
import { OBJECTIVES } from './keys.ts'
import { RECORD_LIMITS, TEXT_LIMITS } from './limits.ts'
import type { Change, LiveDoc } from './live-doc.ts'
import { rankField } from './rank.ts'
import { recordKind, type Row } from './record.ts'
import { localDate, mark, type Mark } from './value.ts'
import { addRecordBehind, archiveRecord, restoreRecord, setField } from './write-record.ts'

export interface ObjectiveData {
  readonly text: string
  /** The goal of the buyer that it serves, in their words. */
  readonly goal: string
  /** The day by which it should be reached. */
  readonly by: LocalDate | null
  readonly rank: string
  readonly archived: Mark | null
}

export type Objective = Row<ObjectiveId, ObjectiveData>

const fields: Fields<ObjectiveData> = {
  text: textField(TEXT_LIMITS.paragraph),
  goal: textField(TEXT_LIMITS.paragraph),
  by: nullableField(localDate),
  rank: rankField,
  archived: nullableField(mark),
}

export const OBJECTIVE = recordKind<'objective', ObjectiveData>({
  name: OBJECTIVES,
  most: RECORD_LIMITS.objectives,
  fields,
})

export interface ObjectiveDraft {
  readonly text: string
  readonly goal?: string
  readonly by?: LocalDate | null
  /** Right behind this one; left out: last of all. */
  readonly after?: ObjectiveId
}

export function addObjective(doc: LiveDoc, { after, ...values }: ObjectiveDraft): ObjectiveId | null {
  return addRecordBehind(doc, OBJECTIVE, values, after)
}

export function setObjectiveBy(doc: LiveDoc, id: ObjectiveId, by: LocalDate | null): Change {
  return setField(doc, OBJECTIVE, id, 'by', by)
}

export function archiveObjective(doc: LiveDoc, id: ObjectiveId): Change {
  return archiveRecord(doc, OBJECTIVE, id)
}

export function restoreObjective(doc: LiveDoc, id: ObjectiveId): Change {
  return restoreRecord(doc, OBJECTIVE, id)
}
