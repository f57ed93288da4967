/**
 * People: the humans of both sides. E-mail and telephone are `contacts` in the
 * discussion document, which a viewer does not receive.
 */
import { nullableField, textField, valueField, type Fields } from './field.ts'
import type { PersonId } from './ids.ts'
import { PEOPLE } from './keys.ts'
import { RECORD_LIMITS, TEXT_LIMITS } from './limits.ts'
import type { Change, LiveDoc } from './live-doc.ts'
import { recordKind, type Row } from './record.ts'
import { mark, side, type Mark, type Side } from './value.ts'
import { addRecord, archiveRecord, restoreRecord, setField } from './write-record.ts'

export interface PersonData {
  readonly name: string
  readonly side: Side
  readonly archived: Mark | null
}

export type Person = Row<PersonId, PersonData>

const fields: Fields<PersonData> = {
  name: textField(TEXT_LIMITS.line),
  side: valueField<Side>(side, 'buyer'),
  archived: nullableField(mark),
}

export const PERSON = recordKind<'person', PersonData>({ name: PEOPLE, most: RECORD_LIMITS.people, fields })

export interface PersonDraft {
  readonly name: string
  readonly side: Side
}

export function addPerson(doc: LiveDoc, draft: PersonDraft): PersonId | null {
  return addRecord(doc, PERSON, draft)
}

export function setPersonSide(doc: LiveDoc, id: PersonId, side: Side): Change {
  return setField(doc, PERSON, id, 'side', side)
}

/** Roles that this person has then read as unnamed; restoring the person names them again. */
export function archivePerson(doc: LiveDoc, id: PersonId): Change {
  return archiveRecord(doc, PERSON, id)
}

export function restorePerson(doc: LiveDoc, id: PersonId): Change {
  return restoreRecord(doc, PERSON, id)
}
