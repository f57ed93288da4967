import {
  addComment,
  addKeyDate,
  addMilestone,
  addStep,
  createPlan,
  openDiscussion,
  readDiscussion,
  readPlan,
  type CommentTopic,
} from '@milepost/plan'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { commentLines } from './comment-lines.ts'

const DANA = { side: 'seller', name: 'Dana Okafor', personId: null, grantId: 'dana' } as const

function lineOf(topic: (ids: { milestone: string; step: string; keyDate: string }) => CommentTopic, body: string) {
  const doc = createPlan(new Y.Doc(), { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' })
  addMilestone(doc, { title: 'first' })
  const milestone = addMilestone(doc, { title: 'second' })!
  const step = addStep(doc, milestone, { title: 'Ask legal' })!
  const keyDate = addKeyDate(doc, { title: 'Contract ends', side: 'buyer', span: null })!
  const discussion = openDiscussion(new Y.Doc(), { writer: DANA })
  addComment(discussion, { on: topic({ milestone, step, keyDate }), body })
  const [line] = commentLines(readDiscussion(discussion).comments, readPlan(doc), () => false)
  return { line, milestone, step, keyDate }
}

test('a comment is a line at what it is about', () => {
  const { line, milestone } = lineOf((ids) => ({ kind: 'milestone', id: ids.milestone }), 'Is the\n 18th firm?')
  expect(line).toMatchObject({
    number: 2,
    what: 'Comment',
    about: '',
    now: '“Is the 18th firm?”',
    by: 'Dana',
    side: 'seller',
  })
  expect(line).toMatchObject({ row: milestone, line: { milestoneId: milestone, stepId: null } })
})

test('whoever is meant reads so, of a comment and of a reply', () => {
  const discussion = openDiscussion(new Y.Doc(), { writer: DANA })
  const plan = readPlan(createPlan(new Y.Doc(), { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' }))
  const first = addComment(discussion, { on: { kind: 'plan', id: null }, body: 'To Marek' })
  addComment(discussion, { on: { kind: 'plan', id: null }, body: 'To Ingrid', replyTo: first })
  const { comments } = readDiscussion(discussion)
  const whats = (mine: string) => commentLines(comments, plan, ({ body }) => body === mine).map(({ what }) => what)
  expect(whats('To Marek')).toEqual(['Comment for you', 'Reply'])
  expect(whats('To Ingrid')).toEqual(['Comment', 'Reply for you'])
})

test('on a step it stands at its milestone and names the step; on a key date beside the document', () => {
  const { line, milestone, step } = lineOf((ids) => ({ kind: 'step', id: ids.step }), 'x')
  expect(line).toMatchObject({ number: 2, about: 'Ask legal', line: { milestoneId: milestone, stepId: step } })
  const { line: other, keyDate } = lineOf((ids) => ({ kind: 'keyDate', id: ids.keyDate }), 'x')
  expect(other).toMatchObject({ number: null, about: 'Contract ends', line: null, places: [keyDate, 'milestones'] })
})

test('what it is about may be gone, or of a kind that is not known yet', () => {
  for (const topic of [
    { kind: 'milestone', id: 'nowhere' },
    { kind: 'weather', id: null },
  ]) {
    const { line } = lineOf(() => topic, 'x'.repeat(500))
    expect(line).toMatchObject({ number: null, about: '', row: null, line: null, places: ['milestones'] })
    expect(line!.now).toHaveLength(91)
  }
  expect(lineOf(() => ({ kind: 'valueProposition', id: null }), 'x').line!.row).toBe('valueProposition')
})
