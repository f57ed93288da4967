import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDiscussion, readDiscussion } from '../src/discussion.ts'
import { DISCUSSION_ROOTS, PLAN_ROOTS, SCHEMA } from '../src/keys.ts'
import { addMilestone, MILESTONE } from '../src/milestones.ts'
import { openPlanDoc } from '../src/plan-doc.ts'
import { readPlan, type Plan } from '../src/read-plan.ts'
import { setText } from '../src/shared-text.ts'
import { sharedPlan } from '../src/testing/shared-plan.ts'
import {
  goldenDiscussionReading,
  goldenDiscussionUpdate,
  goldenReading,
  goldenTermsReading,
  goldenTermsUpdate,
  goldenUpdate,
} from './golden/golden-update.ts'

/** As JSON: what was kept is JSON, where absent and undefined are the same. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function golden(update = goldenUpdate()) {
  const doc = openPlanDoc(new Y.Doc())
  Y.applyUpdate(doc.ydoc, update)
  return doc
}

/** What joined schema 1 since the first golden document was made: it reads as nothing there. */
const NOT_YET = {
  decisions: [],
  expectations: [],
  options: [],
  scores: [],
  removedDecisions: [],
  removedExpectations: [],
  removedOptions: [],
}

test('[VER-1] the golden plan of schema 1 reads today as it read when it was made', () => {
  const { criteria, objectives, roles, ...rest } = asJson(readPlan(golden())) as Plan
  const { criteria: criteriaThen, objectives: objectivesThen, roles: rolesThen, ...restThen } = goldenReading as Plan
  expect(rest).toEqual({ ...restThen, ...NOT_YET })
  expect(criteria).toEqual(
    criteriaThen.map((one) => ({ ...one, result: null, agreedByBuyer: null, agreedBySeller: null })),
  )
  expect(roles).toEqual(rolesThen.map((one) => ({ ...one, counterpart: null })))
  expect(objectives).toEqual(objectivesThen.map((one) => ({ ...one, goal: '' })))
})

test('[VER-1] the golden plan with terms reads today as it read when it was made', () => {
  expect(asJson(readPlan(golden(goldenTermsUpdate())))).toEqual(goldenTermsReading)
})

test('[VER-1] the golden discussion of schema 1 reads today as it read when it was made', () => {
  const doc = openDiscussion(new Y.Doc())
  Y.applyUpdate(doc.ydoc, goldenDiscussionUpdate())
  expect(asJson(readDiscussion(doc))).toEqual(goldenDiscussionReading)
})

test('[VER-1] the golden documents hold something in every root and every field of every record', () => {
  const [plan, terms] = [golden(), golden(goldenTermsUpdate())]
  for (const root of PLAN_ROOTS) {
    expect([root, plan.ydoc.getMap(root).size + terms.ydoc.getMap(root).size]).not.toEqual([root, 0])
  }
  const talk = new Y.Doc()
  Y.applyUpdate(talk, goldenDiscussionUpdate())
  for (const root of DISCUSSION_ROOTS) expect(talk.getMap(root).size).toBeGreaterThan(0)
  const [criterion] = readPlan(terms).criteria
  for (const value of Object.values({ ...criterion, archived: 'never' })) expect(value).toBeTruthy()
  const { milestones, removedMilestones } = readPlan(plan)
  const [rows, steps] = [[...milestones, ...removedMilestones], milestones.flatMap((milestone) => milestone.steps)]
  for (const field of [
    'benefit',
    'ownerRole',
    'after',
    'estimate',
    'due',
    'startedOn',
    'done',
    'skipped',
    'mustEndBy',
    'archived',
  ] as const) {
    expect([field, rows.some((row) => row[field] !== null && row[field] !== '')]).toEqual([field, true])
  }
  for (const field of ['outcome', 'ownerRole', 'withRole', 'after', 'estimate', 'due', 'agreedDue', 'done'] as const) {
    expect([field, steps.some((step) => step[field] !== null && step[field] !== '')]).toEqual([field, true])
  }
})

test('[VER-1] the golden plan can be edited, and keeps merging', () => {
  const [ann, bob] = [golden(), golden()]
  const [first] = readPlan(ann).milestones
  setText(ann, { in: 'milestones', id: first!.id, field: 'title' }, `${first!.title}!`)
  setText(bob, { in: 'milestones', id: first!.id, field: 'title' }, `So: ${first!.title}`)
  addMilestone(bob, { title: 'new', after: first!.id })
  Y.applyUpdate(ann.ydoc, Y.encodeStateAsUpdate(bob.ydoc))
  expect(
    readPlan(ann)
      .milestones.slice(0, 2)
      .map(({ title }) => title),
  ).toEqual([`So: ${first!.title}!`, 'new'])
})

test('[VER-2] a document of a higher schema says so and reads as far as this version understands it', () => {
  const { ann, milestone } = sharedPlan('a: A')
  expect(readPlan(ann).newerSchema).toBe(false)
  ann.ydoc.getMap('meta').set('schema', SCHEMA + 1)
  MILESTONE.recordIn(ann.ydoc, milestone('a'))!.set('due2', { day: '2026-07-01', hour: 9 })
  expect(readPlan(ann)).toMatchObject({
    newerSchema: true,
    schema: 2,
    milestones: [{ title: 'a', steps: [{ title: 'A' }] }],
  })
  for (const odd of [0, -1, 'two', null, {}]) {
    ann.ydoc.getMap('meta').set('schema', odd)
    expect(readPlan(ann).newerSchema).toBe(false)
  }
})
