import { expect, test } from 'vitest'
import { goLiveSetBySide } from './go-live-set-by.ts'
import { setGoLive } from './meta.ts'
import { moveMilestoneDue } from './moves.ts'
import { readPlan } from './read-plan.ts'
import { day } from './testing/day.ts'
import { sharedPlan } from './testing/shared-plan.ts'

test('[HEAD-4] the day of go-live is of the side that promised it last, before that of the one that chose go-live', () => {
  const { ann, bob, sync, milestone } = sharedPlan('legal | pilot')
  const of = () => goLiveSetBySide(readPlan(ann))
  expect(of()).toBe(null)
  moveMilestoneDue(ann, milestone('legal'), day('2026-07-01'))
  expect(of()).toBe(null)
  setGoLive(bob, milestone('pilot'), 'seller')
  sync()
  expect(of()).toBe('seller')
  moveMilestoneDue(ann, milestone('pilot'), day('2026-09-01'))
  expect(of()).toBe('buyer')
  moveMilestoneDue(ann, milestone('legal'), day('2026-07-02'))
  sync()
  moveMilestoneDue(bob, milestone('pilot'), day('2026-09-08'))
  sync()
  expect(of()).toBe('seller')
  // A day that was taken away is nobody's day.
  moveMilestoneDue(ann, milestone('pilot'), null)
  expect(of()).toBe('seller')
})
