import { expect, test } from 'vitest'
import { addMilestone, setMilestoneEstimate } from '../milestones.ts'
import { readPlan } from '../read-plan.ts'
import { setText, spliceText } from '../shared-text.ts'
import { sharedPlan } from '../testing/shared-plan.ts'
import { sidesWriting } from './sides-writing.ts'

test('[SIDE-1] a value is whose set it last, a record whose made it', () => {
  const { ann, bob, sync, milestone } = sharedPlan('legal: A | pilot: X')
  const legal = milestone('legal')
  const at = (id: string, field: string | null) => sidesWriting(ann)({ list: 'milestones', id, field })
  // Drawn by somebody who never said who they are.
  expect([at(legal, null), at(legal, 'title'), at(legal, 'estimate')]).toEqual([[], [], []])
  setMilestoneEstimate(ann, legal, 5)
  sync()
  expect([at(legal, 'estimate'), at(legal, null)]).toEqual([['buyer'], []])
  setMilestoneEstimate(bob, legal, 7)
  const added = addMilestone(bob, { title: 'Ours' }) ?? ''
  sync()
  expect([at(legal, 'estimate'), at(added, null), at(added, 'title')]).toEqual([['seller'], ['seller'], ['seller']])
})

test('[SIDE-1] a text is everybody’s whose letters still stand in it', () => {
  const { ann, bob, sync, milestone } = sharedPlan('legal: A')
  const ref = { in: 'milestones', id: milestone('legal'), field: 'title' } as const
  const at = () => sidesWriting(bob)({ list: 'milestones', id: ref.id, field: 'title' })
  spliceText(bob, ref, 0, 0, 'Our ')
  sync()
  expect(at()).toEqual(['seller'])
  spliceText(ann, ref, 0, 0, 'And ')
  sync()
  expect(at()).toEqual(['buyer', 'seller'])
  setText(bob, ref, 'legal')
  sync()
  // What Ann wrote is gone, and so is what Bob wrote.
  expect([readPlan(bob).milestones[0]?.title, at()]).toEqual(['legal', []])
})

test('[SIDE-1] a place that no plan has is nobody’s', () => {
  const { ann, milestone } = sharedPlan('legal: A')
  const wrote = sidesWriting(ann)
  for (const id of ['nobody', '__proto__', 'constructor', ''])
    expect(wrote({ list: 'milestones', id, field: 'title' })).toEqual([])
  expect(wrote({ list: 'milestones', id: milestone('legal'), field: '__proto__' })).toEqual([])
  // A choice has nothing inside it.
  expect(wrote({ list: 'meta', id: 'buyer', field: 'title' })).toEqual([])
})
