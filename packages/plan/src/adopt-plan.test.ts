import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { adoptPlan } from './adopt-plan.ts'
import { createPlan, openPlanDoc } from './plan-doc.ts'
import { readPlan } from './read-plan.ts'

test('[PLAN-8] a copy gets a name of its own and keeps everything else', () => {
  const original = createPlan(new Y.Doc(), { planId: 'one', buyer: 'Halden Foods', seller: 'Quillmark' })
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(original.ydoc))
  expect(adoptPlan(openPlanDoc(copy), 'two')).toBe('changed')
  expect(readPlan(openPlanDoc(copy))).toMatchObject({ planId: 'two', buyer: 'Halden Foods', seller: 'Quillmark' })
  expect(readPlan(original).planId).toBe('one')
})

test('[PLAN-8] a document without a plan, and an odd id, stay as they are', () => {
  expect(adoptPlan(openPlanDoc(new Y.Doc()), 'two')).toBe('no-plan')
  const plan = createPlan(new Y.Doc(), { planId: 'one', buyer: '', seller: '' })
  expect(() => adoptPlan(plan, '../two')).toThrow('plan id')
  expect(readPlan(plan).planId).toBe('one')
})
