// @vitest-environment jsdom
import { addMilestone, openPlanDoc, readPlan, spliceText } from '@milepost/plan'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { planFeedOf } from './plan-feed.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function feedOfPlan() {
  const doc = openPlanDoc(new Y.Doc(), { writer: { side: 'seller', name: 'Maya', personId: null, grantId: null } })
  const id = addMilestone(doc, { title: 'Pilot agreed' })
  if (typeof id !== 'string') throw new Error('no milestone')
  const ref = { in: 'milestones', id, field: 'title' } as const
  const heard: string[] = []
  const stop = planFeedOf(doc)(() =>
    heard.push(
      readPlan(doc)
        .milestones.map(({ title }) => title)
        .join(', '),
    ),
  )
  return { doc, heard, stop, type: (text: string) => spliceText(doc, ref, 0, 0, text) }
}

test('letters are told once, behind the frame that shows them; what else changes, at once and with them', () => {
  const { doc, heard, type } = feedOfPlan()
  type('A ')
  type('B ')
  let inFrame: readonly string[] | null = null
  requestAnimationFrame(() => (inFrame = [...heard]))
  vi.runAllTimers()
  expect(inFrame, 'not before the frame is painted').toEqual([])
  expect(heard).toEqual(['B A Pilot agreed'])

  type('C ')
  addMilestone(doc, { title: 'Live' })
  expect(heard.at(-1)).toBe('C B A Pilot agreed, Live')
  vi.runAllTimers()
  expect(heard, 'and not again behind the frame').toHaveLength(2)
})

test('letters are told where nothing is painted', () => {
  const paint = vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(1)
  const { heard, type } = feedOfPlan()
  type('A ')
  vi.runAllTimers()
  expect(heard).toEqual(['A Pilot agreed'])
  paint.mockRestore()
})

test('who no longer listens hears nothing, and who comes back hears again', () => {
  const { doc, heard, stop, type } = feedOfPlan()
  type('A ')
  stop()
  vi.runAllTimers()
  expect(heard).toEqual([])
  const again = vi.fn<() => void>()
  planFeedOf(doc)(again)
  type('B ')
  vi.runAllTimers()
  expect(again).toHaveBeenCalledTimes(1)
})
