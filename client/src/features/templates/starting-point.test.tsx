// @vitest-environment jsdom
import { addMilestone, claimWriter, openPlanDoc, setMeta, type PlanDoc } from '@milepost/plan'
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { StartingPoint } from './StartingPoint.tsx'
import { showWithPlan, type OpenPlanOptions } from './testing/open-plan.tsx'

afterEach(cleanup)

const line = () => screen.queryByText(/^Starting point only/)?.textContent ?? null
const show = (options: Omit<OpenPlanOptions, 'part'>) => showWithPlan({ part: <StartingPoint />, ...options })

function fromTemplate(id: string) {
  return (doc: PlanDoc) => {
    setMeta(doc, 'template', { id, version: 1 })
    addMilestone(doc, { title: 'Live' })
  }
}

/** Somebody opens the plan elsewhere and changes something; their change comes here. */
function changedBy(doc: PlanDoc, side: 'buyer' | 'seller') {
  const there = openPlanDoc(new Y.Doc())
  Y.applyUpdate(there.ydoc, Y.encodeStateAsUpdate(doc.ydoc))
  claimWriter(there, { side, name: 'Kai', personId: null, grantId: null })
  addMilestone(there, { title: 'Something of theirs' })
  act(() => Y.applyUpdate(doc.ydoc, Y.encodeStateAsUpdate(there.ydoc)))
}

test('a plan from a template says so until the other side has changed something', () => {
  const { doc } = show({ fill: fromTemplate('one-team-first') })
  expect(line()).toBe('Starting point only, change it. Quillmark has changed nothing yet.')
  changedBy(doc, 'buyer')
  expect(line()).not.toBeNull()
  changedBy(doc, 'seller')
  expect(line()).toBeNull()
})

test('a reader sees it too, and is not asked to change anything', () => {
  show({ fill: fromTemplate('one-team-first'), canEdit: false })
  expect(line()).toBe('Starting point only. Quillmark has changed nothing yet.')
})

test('a blank plan, one without a template, and one that never leaves this device say nothing', () => {
  show({ fill: fromTemplate('blank') })
  expect(line()).toBeNull()
  cleanup()
  show({ fill: (doc) => void addMilestone(doc, { title: 'Live' }) })
  expect(line()).toBeNull()
  cleanup()
  show({ fill: fromTemplate('one-team-first'), relay: 'local' })
  expect(line()).toBeNull()
})
