/** Every place of a plan, for tests that ask something of all of them; and a document as it is now, for good. */
import * as Y from 'yjs'
import { RECORD_KINDS, type RecordList } from '../changes/record-home.ts'
import { saidAt, type ChangePlace } from '../changes/said-at.ts'
import { openPlanDoc, type PlanDoc } from '../plan-doc.ts'
import { readPlan } from '../read-plan.ts'

export function copyOf(doc: PlanDoc): PlanDoc {
  const copy = openPlanDoc(new Y.Doc())
  Y.applyUpdate(copy.ydoc, Y.encodeStateAsUpdate(doc.ydoc))
  return copy
}

/** Every place that the plan has, as the update log would name a change of it. */
export function placesIn(base: PlanDoc, doc: PlanDoc): readonly ChangePlace[] {
  const inRecords = (Object.keys(RECORD_KINDS) as RecordList[]).flatMap((list) =>
    [...RECORD_KINDS[list].rootOf(doc.ydoc).keys()].flatMap((id): readonly ChangePlace[] =>
      RECORD_KINDS[list].recordIn(base.ydoc, id) === null
        ? [{ list, id, field: null }]
        : Object.keys(RECORD_KINDS[list].fields).map((field) => ({ list, id, field })),
    ),
  )
  const dates = new Set([base, doc].flatMap((each) => readPlan(each).holidays.map(({ date }) => date)))
  const scores = new Set(
    [base, doc].flatMap((each) => readPlan(each).scores.map((one) => `${one.criterionId}:${one.optionId}`)),
  )
  const meta = Object.keys(readPlan(doc)).filter(
    (key) => saidAt(doc, { list: 'meta', id: key, field: null }) !== undefined,
  )
  const off = new Set([base, doc].flatMap((each) => Object.keys(readPlan(each).findingsOff)))
  return [
    ...inRecords,
    ...[...scores].map((id) => ({ list: 'scores', id, field: null })),
    ...[...dates].map((id) => ({ list: 'holidays', id, field: null })),
    ...meta.filter((id) => id !== 'findingsOff').map((id) => ({ list: 'meta', id, field: null })),
    ...[...off].map((field) => ({ list: 'meta', id: 'findingsOff', field })),
  ]
}
