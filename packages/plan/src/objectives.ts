/** Objectives: what the buyer wants to reach, each with a date where one was named. */
import type { LocalDate } from '@milepost/schedule'
import { nullableField, textField, type Fields } from './field.ts'
import type { ObjectiveId } from './ids.ts'
import { OBJECTIVES } from './keys.ts'
import { RECORD_LIMITS, TEXT_LIMITS } from './limits.ts'
import { stateOf, type Change, type LiveDoc } from './live-doc.ts'
import { rankAtEnd, rankField } from './rank.ts'
import { recordKind, type Row } from './record.ts'
import { localDate, mark, type Mark } from './value.ts'
import { addRecord, archiveRecord, restoreRecord, setField } from './write-record.ts'

export interface ObjectiveData {
  readonly text: string
  /** The day by which it should be reached. */
  readonly by: LocalDate | null
  readonly rank: string
  readonly archived: Mark | null
}

export type Objective = Row<ObjectiveId, ObjectiveData>

const fields: Fields<ObjectiveData> = {
  text: textField(TEXT_LIMITS.paragraph),
  by: nullableField(localDate),
  rank: rankField,
  archived: nullableField(mark),
}

export const OBJECTIVE = recordKind<'objective', ObjectiveData>({
  name: OBJECTIVES,
  most: RECORD_LIMITS.objectives,
  fields,
})

export function addObjective(
  doc: LiveDoc,
  draft: { readonly text: string; readonly by?: LocalDate | null },
): ObjectiveId | null {
  const rank = rankAtEnd(OBJECTIVE.rowsIn(doc.ydoc), stateOf(doc).random)
  return addRecord(doc, OBJECTIVE, { ...draft, rank })
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
