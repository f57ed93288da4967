import type { PlanId } from '@milepost/protocol'
import { expect, test } from 'vitest'
import { manualTimers } from '../sync/testing/manual-timers.ts'
import type { LivePlan } from './live-plan.ts'
import { createPlanShelf } from './plan-shelf.ts'
import { cell } from './readable.ts'

const ID = 'AAAAAAAAAAAAAAAAAAAAA' as PlanId

/** Only what the shelf looks at. */
function setUp() {
  const timers = manualTimers()
  const made: { stopped: boolean; atRest: boolean; ended: boolean }[] = []
  const shelf = createPlanShelf({
    timers,
    create: () => {
      const state = { stopped: false, atRest: true, ended: false }
      made.push(state)
      const live: Partial<Record<keyof LivePlan, unknown>> = {
        unsent: cell([]),
        flush: () => Promise.resolve(),
        isAtRest: () => state.atRest,
        stop: () => (state.stopped = true),
        end: () => (state.ended = true),
      }
      return live as unknown as LivePlan
    },
  })
  return { timers, made, shelf }
}

test('a plan is opened once, and closed a moment after the last holder let go', () => {
  const { timers, made, shelf } = setUp()
  const [first, second] = [shelf.open(ID), shelf.open(ID)]
  first.release()
  first.release()
  timers.pass(10_000)
  expect(made).toEqual([{ stopped: false, atRest: true, ended: false }])
  second.release()
  timers.pass(1_999)
  expect(made[0]?.stopped).toBe(false)
  const third = shelf.open(ID)
  timers.pass(10_000)
  expect(made).toMatchObject([{ stopped: false }])
  third.release()
  timers.pass(2_000)
  expect(made).toMatchObject([{ stopped: true, ended: false }])
  shelf.open(ID)
  expect(made).toHaveLength(2)
})

test('what would be lost stays open, for as long as that is so', () => {
  const { timers, made, shelf } = setUp()
  const session = shelf.open(ID)
  const state = made[0] as { atRest: boolean; stopped: boolean }
  state.atRest = false
  session.release()
  timers.pass(60_000)
  expect(state.stopped).toBe(false)
  state.atRest = true
  timers.pass(2_000)
  expect(state.stopped).toBe(true)
})

test('a replaced plan is put away before the rewrite, and its holders are told after it', async () => {
  const { made, shelf } = setUp()
  shelf.open(ID)
  await shelf.replace(ID, () => {
    expect(made).toMatchObject([{ stopped: true, ended: false }])
    return Promise.resolve()
  })
  expect(made).toMatchObject([{ stopped: true, ended: true }])
  expect(shelf.get(ID)).toBeNull()
})
