/**
 * Any field of any record that people may remove, by its names as they lie in the document. What works on all
 * fields alike (a value that lost, a change taken back) asks here; verbs with rules of their own stay in the file
 * of their record.
 */
import type * as Y from 'yjs'
import { CRITERION } from '../criteria.ts'
import { DECISION } from '../decisions.ts'
import { EXPECTATION } from '../expectations.ts'
import type { EntriesField, RichField, TextField, ValueField } from '../field.ts'
import { KEY_DATE } from '../key-dates.ts'
import { META_RECORD } from '../meta.ts'
import { MILESTONE } from '../milestones.ts'
import { OBJECTIVE } from '../objectives.ts'
import { OPTION } from '../options.ts'
import { PERSON } from '../people.ts'
import { ROLE } from '../roles.ts'
import { STEP } from '../steps.ts'

export const RECORD_KINDS = {
  milestones: MILESTONE,
  steps: STEP,
  roles: ROLE,
  people: PERSON,
  keyDates: KEY_DATE,
  objectives: OBJECTIVE,
  criteria: CRITERION,
  decisions: DECISION,
  expectations: EXPECTATION,
  options: OPTION,
} as const

export type RecordList = keyof typeof RECORD_KINDS

export type AnyField = ValueField<unknown> | EntriesField<unknown> | TextField | RichField

export interface RecordHome {
  readonly record: Y.Map<unknown>
  readonly fields: Readonly<Record<string, AnyField | undefined>>
  readonly touch: () => void
}

export function isRecordList(list: string): list is RecordList {
  return Object.hasOwn(RECORD_KINDS, list)
}

/** The record with its fields; null where there is none. The head of the plan is a record without an id. */
export function recordHome(ydoc: Y.Doc, list: 'meta' | RecordList, id: string | null): RecordHome | null {
  if (list === 'meta') {
    const touch = () => META_RECORD.touch(ydoc)
    return { record: META_RECORD.recordIn(ydoc), fields: { ...META_RECORD.fields }, touch }
  }
  const kind = RECORD_KINDS[list]
  const record = id === null ? null : kind.recordIn(ydoc, id)
  return record === null || id === null
    ? null
    : { record, fields: { ...kind.fields }, touch: () => kind.touch(ydoc, id) }
}
