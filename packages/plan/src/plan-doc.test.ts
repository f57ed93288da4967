import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { confirmMilestone } from './confirmations.ts'
import { dayIn } from './day-in.ts'
import { newId } from './ids.ts'
import { setMeta } from './meta.ts'
import { addMilestone, setMilestoneDue, setMilestoneEstimate, skipMilestone } from './milestones.ts'
import { addPerson } from './people.ts'
import { changePlan, createPlan, openPlanDoc, writeAs } from './plan-doc.ts'
import { readPlan } from './read-plan.ts'
import { addRole, nameRole } from './roles.ts'
import { setText, textOf } from './shared-text.ts'
import { day } from './testing/day.ts'
import { draw, NOON, sharedPlan, writer } from './testing/shared-plan.ts'
import { planUndo } from './undo.ts'
import { watchPlan } from './watch-plan.ts'

const seed = () => ({ planId: newId(), buyer: 'Halden', seller: 'Quillmark', title: 'Invoices match themselves' })

function updatesOf(ydoc: Y.Doc): () => number {
  let updates = 0
  ydoc.on('update', () => {
    updates += 1
  })
  return () => updates
}

test('[PLAN-1] a plan is filled once, by its creator', () => {
  const ydoc = new Y.Doc()
  const doc = createPlan(ydoc, seed(), { now: () => NOON })
  expect(readPlan(doc)).toMatchObject({
    buyer: 'Halden',
    title: 'Invoices match themselves',
    schema: 1,
    createdAt: NOON,
  })
  expect(() => createPlan(ydoc, seed())).toThrow('holds a plan already')
  expect(() => createPlan(new Y.Doc(), { ...seed(), planId: '__proto__' })).toThrow('plan id')
  expect(openPlanDoc(ydoc)).toBe(doc)
})

test('[PLAN-1] an empty document reads as no plan yet and takes no head', () => {
  const doc = openPlanDoc(new Y.Doc())
  expect(readPlan(doc)).toMatchObject({ planId: null, milestones: [], title: '', workdays: [1, 2, 3, 4, 5] })
  expect(setMeta(doc, 'buyer', 'Halden')).toBe('no-such-record')
  expect(textOf(doc, { in: 'meta', field: 'title' })).toBe('')
  expect(setText(doc, { in: 'meta', field: 'title' }, 'x')).toBe('no-such-record')
})

test('[PLAN-1] a Y.Doc that was never opened is a mistake of the caller', () => {
  expect(() => addMilestone({ ydoc: new Y.Doc() })).toThrow('never opened')
})

test('[PLAN-2] one change is one update, one notice and one step of undo; later writes see earlier ones', () => {
  const { ann } = sharedPlan('legal:')
  const undo = planUndo(ann)
  const updates = updatesOf(ann.ydoc)
  const notices: string[] = []
  watchPlan(ann, () => notices.push(draw(ann)))
  const seen = changePlan(ann, () => {
    const first = addMilestone(ann, { title: 'first' })
    addMilestone(ann, { title: 'second', after: first })
    const role = addRole(ann, { title: 'Legal', side: 'buyer' })!
    nameRole(ann, role, addPerson(ann, { name: 'Ingrid', side: 'buyer' }))
    return draw(ann)
  })
  expect(seen).toBe('legal | first | second')
  expect(updates()).toBe(1)
  expect(notices).toEqual(['legal | first | second'])
  expect(readPlan(ann).roles[0]).toMatchObject({ title: 'Legal', personId: readPlan(ann).people[0]?.id })
  undo.undo()
  expect(draw(ann)).toBe('legal')
  expect(readPlan(ann)).toMatchObject({ roles: [], people: [] })
  expect(undo.canUndo()).toBe(false)
})

test('[PLAN-3] where the gate is shut nothing is written', () => {
  const { ann, milestone } = sharedPlan('legal:')
  let mayChange = true
  openPlanDoc(ann.ydoc, { mayChange: () => mayChange })
  const undo = planUndo(ann)
  setMilestoneDue(ann, milestone('legal'), day('2026-07-01'))
  mayChange = false
  const before = Y.encodeStateAsUpdate(ann.ydoc)
  expect(setMilestoneDue(ann, milestone('legal'), day('2026-08-01'))).toBe('not-allowed')
  expect(addMilestone(ann)).toBe(null)
  expect(changePlan(ann, () => 'ran')).toBe('not-allowed')
  expect(setText(ann, { in: 'meta', field: 'title' }, 'x')).toBe('not-allowed')
  expect(undo.undo()).toBe(false)
  expect(Y.encodeStateAsUpdate(ann.ydoc)).toEqual(before)
  mayChange = true
  expect(undo.undo()).toBe(true)
})

test('[PLAN-4] what is already so is not written again', () => {
  const { ann, milestone } = sharedPlan('legal:')
  const id = milestone('legal')
  setMilestoneDue(ann, id, day('2026-07-01'))
  setMeta(ann, 'checkIn', { every: 'week', weekday: 3, minutes: 25, roleIds: [] })
  const updates = updatesOf(ann.ydoc)
  expect(setMilestoneDue(ann, id, day('2026-07-01'))).toBe('unchanged')
  expect(setMilestoneEstimate(ann, id, null)).toBe('unchanged')
  expect(setMeta(ann, 'checkIn', { every: 'week', weekday: 3, minutes: 25, roleIds: [] })).toBe('unchanged')
  expect(setText(ann, { in: 'milestones', id, field: 'title' }, 'legal')).toBe('unchanged')
  expect(updates()).toBe(0)
})

test('[PLAN-6] the day is the date in the zone of the plan', () => {
  const lateInUtc = Date.UTC(2026, 5, 17, 23, 30)
  expect(dayIn('UTC', lateInUtc)).toBe('2026-06-17')
  expect(dayIn('Europe/Oslo', lateInUtc)).toBe('2026-06-18')
  expect(dayIn('America/Los_Angeles', lateInUtc)).toBe('2026-06-17')
  expect(dayIn('Halden/Bergen', lateInUtc)).toBe('2026-06-17')
})

test('writeAs writes as somebody else at another time, and only inside', () => {
  const { ann, milestone } = sharedPlan('legal:')
  const { side, name, personId } = writer(1)
  writeAs(ann, { author: { side, name, personId }, now: () => 5 }, () => skipMilestone(ann, milestone('legal'), true))
  expect(readPlan(ann).milestones[0]?.skipped).toEqual({ by: { side, name, personId }, at: 5 })
  confirmMilestone(ann, milestone('legal'), 'disputed')
  expect(readPlan(ann).confirmations).toMatchObject([{ by: { name: 'Ann' }, at: NOON }])
  expect(readPlan(ann).writers).toMatchObject([{ name: 'Ann' }])
})
