/**
 * Roles: what is needed of someone (economic buyer, legal, solutions engineer).
 * Milestones and steps belong to roles, and the person stands on the role alone, so
 * naming somebody once fills every milestone and step of that role, also those that
 * others add later or have added meanwhile.
 */
import { nullableField, textField, valueField, type Fields } from './field.ts'
import type { PersonId, RoleId } from './ids.ts'
import { ROLES } from './keys.ts'
import { RECORD_LIMITS, TEXT_LIMITS } from './limits.ts'
import type { Change, LiveDoc } from './live-doc.ts'
import { rankField } from './rank.ts'
import { recordKind, type Row } from './record.ts'
import { id, mark, side, word, type Mark, type Side } from './value.ts'
import { addRecordBehind, archiveRecord, moveRecord, restoreRecord, setField } from './write-record.ts'

/**
 * The parts in a deal that this version offers. A field of its own holds any word,
 * so that a later version's part is kept and shown as it is.
 */
export const ROLE_FUNCTIONS = [
  'champion',
  'economicBuyer',
  'coordinator',
  'business',
  'technical',
  'security',
  'legal',
  'purchasing',
  'finance',
  'operations',
  'endUser',
  'sponsor',
  'sales',
  'solutions',
  'delivery',
  'customerSuccess',
] as const
export type RoleFunction = (typeof ROLE_FUNCTIONS)[number]

export interface RoleData {
  readonly title: string
  readonly side: Side
  /** One of ROLE_FUNCTIONS, or a word that a newer version knows. */
  readonly function: string | null
  readonly personId: PersonId | null
  /** The opposite number on the other side, where somebody said so. */
  readonly counterpart: RoleId | null
  readonly rank: string
  readonly archived: Mark | null
}

export type Role = Row<RoleId, RoleData>

const fields: Fields<RoleData> = {
  title: textField(TEXT_LIMITS.line),
  side: valueField<Side>(side, 'buyer'),
  function: nullableField(word),
  personId: nullableField(id<'person'>()),
  counterpart: nullableField(id<'role'>()),
  rank: rankField,
  archived: nullableField(mark),
}

export const ROLE = recordKind<'role', RoleData>({ name: ROLES, most: RECORD_LIMITS.roles, fields })

export interface RoleDraft {
  readonly title: string
  readonly side: Side
  readonly function?: RoleFunction | null
  readonly personId?: PersonId | null
  /** Right behind this one; null: first of all; left out: last of all. */
  readonly after?: RoleId | null
}

export function addRole(doc: LiveDoc, draft: RoleDraft): RoleId | null {
  const { after, ...values } = draft
  return addRecordBehind(doc, ROLE, values, after)
}

/** Names who has the role, or takes the name away. */
export function nameRole(doc: LiveDoc, id: RoleId, personId: PersonId | null): Change {
  return setField(doc, ROLE, id, 'personId', personId)
}

export function setRoleSide(doc: LiveDoc, id: RoleId, side: Side): Change {
  return setField(doc, ROLE, id, 'side', side)
}

export function setRoleFunction(doc: LiveDoc, id: RoleId, part: RoleFunction | null): Change {
  return setField(doc, ROLE, id, 'function', part)
}

/** Names the opposite number on the other side; null: nobody says. */
export function setRoleCounterpart(doc: LiveDoc, id: RoleId, counterpart: RoleId | null): Change {
  return setField(doc, ROLE, id, 'counterpart', counterpart)
}

export function moveRole(doc: LiveDoc, id: RoleId, after: RoleId | null): Change {
  return moveRecord(doc, ROLE, id, after)
}

/** What belonged to the role then reads as nobody's; restoring the role gives it back. */
export function archiveRole(doc: LiveDoc, id: RoleId): Change {
  return archiveRecord(doc, ROLE, id)
}

export function restoreRole(doc: LiveDoc, id: RoleId): Change {
  return restoreRecord(doc, ROLE, id)
}
