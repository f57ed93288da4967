/**
 * Makes the second golden document of schema 1: what joined the schema before its first release (the buyer's goal of an
 * objective, opposite numbers, agreements to criteria and their result, decisions, expectations, options and scores). Run once:
 *
 *   node -e "import('./test/golden/make-golden-terms.ts').then((m) => console.log(m.makeGoldenTerms()))" > test/golden/schema-1-terms.json
 *
 * Kept for ever like its elder (`make-golden.ts`), which stands for the documents that were made without them.
 */
import * as Y from 'yjs'
import { addCriterion, agreeToCriterion, setCriterionResult, setCriterionValue } from '../../src/criteria.ts'
import { addDecision, archiveDecision } from '../../src/decisions.ts'
import { addExpectation } from '../../src/expectations.ts'
import { newId } from '../../src/ids.ts'
import { addObjective } from '../../src/objectives.ts'
import { addOption, setScore } from '../../src/options.ts'
import { createPlan, writeAs } from '../../src/plan-doc.ts'
import { readPlan } from '../../src/read-plan.ts'
import { addRole, setRoleCounterpart } from '../../src/roles.ts'
import { day } from '../../src/testing/day.ts'
import { seededRandom } from '../../src/testing/seeded-random.ts'
import { writer } from '../../src/testing/shared-plan.ts'
import { toBase64 } from './make-golden.ts'

export function makeGoldenTerms(): string {
  const random = seededRandom(20_261_123)
  const ydoc = new Y.Doc()
  ydoc.clientID = 404
  const now = () => Date.UTC(2026, 10, 23, 9, 30)
  const seed = { planId: newId(random), buyer: 'Halden Foods', seller: 'Quillmark' }
  const doc = createPlan(ydoc, seed, { random, now, writer: writer(0) })
  addObjective(doc, {
    text: 'Close the books in ten days',
    goal: 'An audit that ends in January',
    by: day('2027-01-31'),
  })
  const matched = addCriterion(doc, {
    text: 'Matched untouched',
    baseline: '41 %',
    target: '90 %',
    by: day('2026-12-14'),
  })!
  for (const side of ['buyer', 'seller'] as const) {
    writeAs(doc, { author: { side, name: side, personId: null } }, () => agreeToCriterion(doc, matched, true))
  }
  setCriterionValue(doc, matched, 'actual', '94 %')
  setCriterionResult(doc, matched, 'reached')
  addDecision(doc, { question: 'Which committee, and when does it meet?', answer: 'Investments, on 23 July' })
  addDecision(doc, { question: 'Who checks the contract?' })
  archiveDecision(doc, addDecision(doc, { question: 'Who is told?' })!)
  addExpectation(doc, { text: 'Answers within two working days', consequence: 'It is raised at the check-in' })
  const [champion, account] = [
    addRole(doc, { title: 'AP Director', side: 'buyer' })!,
    addRole(doc, { title: 'Account Executive', side: 'seller' })!,
  ]
  setRoleCounterpart(doc, champion, account)
  const option = addOption(doc, 'Stay as we are')!
  setScore(doc, matched, option, 2)
  return JSON.stringify({ update: toBase64(Y.encodeStateAsUpdate(ydoc)), reading: readPlan(doc) }, null, 1)
}
