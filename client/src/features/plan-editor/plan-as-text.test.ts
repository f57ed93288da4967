import { addMilestone, addRole, addStep, createPlan, readPlan, setMilestoneDue, setStepDone } from '@milepost/plan'
import { parseLocalDate } from '@milepost/schedule'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { planAsHtml, planAsText } from './plan-as-text.ts'

test('a plan as an outline: numbers, benefits, boxes, roles and days', () => {
  const doc = createPlan(new Y.Doc(), { planId: 'plan', buyer: 'B', seller: 'S' })
  const it = addRole(doc, { title: 'IT <Lead>', side: 'buyer' })!
  const first = addMilestone(doc, { title: 'Security & <b>safety</b>', benefit: 'No open questions', ownerRole: it })!
  addMilestone(doc)
  setMilestoneDue(doc, first, parseLocalDate('2026-06-18'))
  const step = addStep(doc, first, { title: 'Map' })!
  setStepDone(doc, step, parseLocalDate('2026-06-03')!, parseLocalDate('2026-06-17')!)
  addStep(doc, first, { title: 'Test' })
  expect(planAsText(readPlan(doc))).toBe(
    [
      '1. Security & <b>safety</b> (IT <Lead>, 2026-06-18)',
      '   No open questions',
      '   - [x] Map (done 2026-06-03)',
      '   - [ ] Test',
      '2. Untitled',
    ].join('\n'),
  )
  expect(planAsHtml(readPlan(doc))).toBe(
    '<ol><li><b>Security &amp; &lt;b&gt;safety&lt;/b&gt;</b> (IT &lt;Lead&gt;, 2026-06-18)<br>No open questions' +
      '<ul><li>Map (done 2026-06-03)</li><li>Test</li></ul></li><li><b>Untitled</b></li></ol>',
  )
})
