import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addKeyDate, archiveKeyDate, restoreKeyDate } from './key-dates.ts'
import { setGoLive, setMeta, setResult } from './meta.ts'
import {
  addMilestone,
  archiveMilestone,
  MILESTONE,
  restoreMilestone,
  setMilestoneDue,
  setMilestoneMustEndBy,
  setMilestoneOwner,
} from './milestones.ts'
import { addPerson, archivePerson, restorePerson } from './people.ts'
import { readPlan, type Plan } from './read-plan.ts'
import { addRole, archiveRole, nameRole, restoreRole } from './roles.ts'
import { spliceText } from './shared-text.ts'
import { addStep, setStepDue, STEP } from './steps.ts'
import { day } from './testing/day.ts'
import { isDeepFrozen } from './testing/is-deep-frozen.ts'
import { readAfresh, sharedPlan } from './testing/shared-plan.ts'
import { watchPlan } from './watch-plan.ts'

test('[READ-1] a reading is frozen to its depth', () => {
  const { ann, milestone } = sharedPlan()
  addKeyDate(ann, { title: 'Freeze', side: 'buyer', span: { from: day('2026-12-01'), to: day('2026-12-31') } })
  setMeta(ann, 'checkIn', { every: 'week', weekday: 2, minutes: 25, roleIds: [] })
  setGoLive(ann, milestone('pilot'))
  expect(isDeepFrozen(readPlan(ann))).toBe(true)
})

test('[READ-2] what did not change is the same object', () => {
  const { ann, bob, sync, milestone, step } = sharedPlan()
  const role = addRole(ann, { title: 'Legal', side: 'buyer' })!
  setMilestoneOwner(ann, milestone('legal'), role)
  sync()
  const before = readPlan(bob)
  expect(readPlan(bob)).toBe(before)
  setStepDue(ann, step('X'), day('2026-07-01'))
  sync()
  const after = readPlan(bob)
  expect(after).not.toBe(before)
  expect(after.milestones[0]).toBe(before.milestones[0])
  expect(after.milestones[1]).not.toBe(before.milestones[1])
  expect(after.roles).toBe(before.roles)
  expect(after.workdays).toBe(before.workdays)
  expect(after.removedMilestones).toBe(before.removedMilestones)
})

test('[READ-2] inner values that say the same are the same objects', () => {
  const { ann, step } = sharedPlan()
  const before = readPlan(ann).milestones[0]?.steps[0]
  setStepDue(ann, step('A'), day('2026-07-01'))
  const after = readPlan(ann).milestones[0]?.steps[0]
  expect(after).not.toBe(before)
  expect(after?.place).toBe(before?.place)
})

test('[READ-3] [READ-4] a keystroke in one of 900 steps reads one step again', () => {
  const { ann, milestone } = sharedPlan(
    Array.from({ length: 150 }, (_, i) => `m${i}: a${i} b${i} c${i} d${i} e${i} f${i}`).join('|'),
  )
  const before = readPlan(ann)
  const id = before.milestones[77]!.steps[3]!.id
  const [steps, milestones] = [STEP.rowsIn(ann.ydoc), MILESTONE.rowsIn(ann.ydoc)]
  spliceText(ann, { in: 'steps', id, field: 'title' }, 0, 0, 'x')
  const after = readPlan(ann)
  expect(STEP.rowsIn(ann.ydoc).filter((row, i) => row !== steps[i])).toHaveLength(1)
  expect(MILESTONE.rowsIn(ann.ydoc)).toBe(milestones)
  expect(after.milestones.filter((one, i) => one !== before.milestones[i]).map((one) => one.id)).toEqual([
    milestone('m77'),
  ])
  expect(after).toEqual(readAfresh(ann))
}, 60_000)

test('[READ-5] references to what is gone read as null and come back', () => {
  const { ann, milestone, step } = sharedPlan()
  const role = addRole(ann, { title: 'Legal', side: 'buyer' })!
  const person = addPerson(ann, { name: 'Ingrid', side: 'buyer' })!
  const freeze = addKeyDate(ann, { title: 'Freeze', side: 'buyer', span: null })!
  nameRole(ann, role, person)
  setMilestoneOwner(ann, milestone('legal'), role)
  setMilestoneMustEndBy(ann, milestone('legal'), freeze)
  addStep(ann, milestone('legal'), { title: 'D', ownerRole: role, withRole: role, after: step('C') })
  setGoLive(ann, milestone('pilot'))
  setResult(ann, milestone('pilot'))
  const whole = readPlan(ann)
  expect(whole.milestones[0]).toMatchObject({ ownerRole: role, mustEndBy: freeze })
  expect(whole.goLiveSetBy).toMatchObject({ side: 'buyer', by: { name: 'Ann' } })

  archiveRole(ann, role)
  archiveKeyDate(ann, freeze)
  const record = MILESTONE.recordIn(ann.ydoc, milestone('pilot'))!
  record.set('archived', { by: { side: 'buyer', name: 'an old client', personId: null }, at: 1 })
  const less = readPlan(ann)
  expect(less.milestones[0]).toMatchObject({ ownerRole: null, mustEndBy: null })
  expect(less.milestones[0]?.steps[3]).toMatchObject({ ownerRole: null, withRole: null })
  expect(less).toMatchObject({ goLiveId: null, resultId: null })
  expect(less).toEqual(readAfresh(ann))

  restoreRole(ann, role)
  restoreKeyDate(ann, freeze)
  restoreMilestone(ann, milestone('pilot'))
  expect(readPlan(ann)).toEqual(whole)
  archivePerson(ann, person)
  expect(readPlan(ann).roles[0]?.personId).toBe(null)
  restorePerson(ann, person)
  expect(readPlan(ann).roles[0]?.personId).toBe(person)
})

test('[READ-6] watchers are told once per transaction that changes the reading, and then read it', () => {
  const { ann, bob, sync, milestone } = sharedPlan()
  const told: (string | null | undefined)[] = []
  const stop = watchPlan(ann, (plan) => {
    expect(plan).toBe(readPlan(ann))
    told.push(plan.milestones[0]?.due)
  })
  setMilestoneDue(ann, milestone('legal'), day('2026-07-01'))
  setMilestoneDue(ann, milestone('legal'), day('2026-07-01'))
  ann.ydoc.getMap('later').set('unknown', 1)
  setMilestoneDue(bob, milestone('legal'), day('2026-07-02'))
  addMilestone(bob, { title: 'new' })
  const update = Y.encodeStateAsUpdate(bob.ydoc)
  Y.applyUpdate(ann.ydoc, update, 'sync')
  Y.applyUpdate(ann.ydoc, update, 'sync')
  expect(told).toHaveLength(2)
  sync()
  stop()
  const before = told.length
  setMilestoneDue(ann, milestone('legal'), day('2026-07-03'))
  expect(told).toHaveLength(before)
})

test('[READ-6] letters can be told later: once, with what else changes, or not at all any more', () => {
  const { ann, milestone } = sharedPlan()
  const ref = { in: 'milestones', id: milestone('legal'), field: 'title' } as const
  setMilestoneDue(ann, ref.id, day('2026-07-01'))
  let later: (() => void) | null = null
  const told: string[] = []
  const titleIn = (plan: Plan) => plan.milestones.find(({ id }) => id === ref.id)?.title ?? ''
  const stop = watchPlan(ann, (plan) => told.push(titleIn(plan)), {
    texts: (tell) => {
      expect(later, 'asked once for all that waits').toBeNull()
      later = tell
      return () => (later = null)
    },
  })
  const title = titleIn(readPlan(ann))
  spliceText(ann, ref, 0, 0, 'b')
  spliceText(ann, ref, 0, 0, 'a')
  expect(told).toEqual([])
  ;(later as unknown as () => void)()
  expect(told).toEqual([`ab${title}`])

  spliceText(ann, ref, 0, 0, 'c')
  setMilestoneDue(ann, ref.id, day('2026-07-02'))
  expect(told.slice(1)).toEqual([`cab${title}`])
  expect(later, 'nothing is left to tell').toBeNull()

  spliceText(ann, ref, 0, 0, 'd')
  stop()
  expect(later).toBeNull()
  expect(told).toHaveLength(2)
})

test('[READ-6] a change that shows nowhere is told to nobody', () => {
  const { ann, step } = sharedPlan()
  STEP.recordIn(ann.ydoc, step('A'))!.set('place', { milestoneId: 'nowhere', rank: 'a0' })
  const before = readPlan(ann)
  const told: unknown[] = []
  watchPlan(ann, (plan) => told.push(plan))
  expect(setStepDue(ann, step('A'), before.start)).toBe('unchanged')
  expect(setStepDue(ann, step('A'), day('2026-07-01'))).toBe('changed')
  // The first change also says who writes, which shows.
  expect(told).toHaveLength(1)
  expect(setStepDue(ann, step('A'), day('2026-07-02'))).toBe('changed')
  expect(told).toHaveLength(1)
})

test('[REC-2] an archived milestone keeps what others did to it, and is listed as removed where it says something', () => {
  const { ann, bob, sync, milestone } = sharedPlan()
  archiveMilestone(ann, milestone('legal'))
  spliceText(bob, { in: 'milestones', id: milestone('legal'), field: 'title' }, 5, 0, ' done')
  setMilestoneDue(bob, milestone('legal'), day('2026-07-02'))
  sync()
  const [removed] = readPlan(ann).removedMilestones
  expect(removed).toMatchObject({ title: 'legal done', due: '2026-07-02', archived: { by: { name: 'Ann' } } })
  restoreMilestone(bob, milestone('legal'))
  sync()
  expect(readPlan(ann).milestones[0]).toMatchObject({ title: 'legal done', archived: null })
})

test('[REC-2] a blank milestone that was removed is archived and not listed', () => {
  const { ann } = sharedPlan('legal:')
  const id = addMilestone(ann)!
  archiveMilestone(ann, id)
  expect(readPlan(ann)).toMatchObject({ removedMilestones: [], archivedMilestones: [{ id }] })
})

test('[REC-3] keys that this version does not know stay untouched', () => {
  const { ann, milestone, step } = sharedPlan()
  const record = MILESTONE.recordIn(ann.ydoc, milestone('legal'))!
  record.set('colour', { of: 'a later version' })
  ann.ydoc.getMap('meta').set('mood', 'good')
  setMilestoneDue(ann, milestone('legal'), day('2026-07-02'))
  setStepDue(ann, step('A'), day('2026-07-02'))
  archiveMilestone(ann, milestone('legal'))
  restoreMilestone(ann, milestone('legal'))
  expect(record.get('colour')).toEqual({ of: 'a later version' })
  expect(ann.ydoc.getMap('meta').get('mood')).toBe('good')
  expect(readPlan(ann).milestones[0]).not.toHaveProperty('colour')
})

test('[REC-1] every text and fragment of a record is made with it and never replaced', () => {
  const { ann, milestone } = sharedPlan('legal:')
  const record = MILESTONE.recordIn(ann.ydoc, milestone('legal'))!
  const made = ['title', 'benefit', 'notes'].map((field) => record.get(field))
  expect(made).toEqual([expect.any(Y.Text), expect.any(Y.Text), expect.any(Y.XmlFragment)])
  spliceText(ann, { in: 'milestones', id: milestone('legal'), field: 'benefit' }, 0, 0, 'words')
  archiveMilestone(ann, milestone('legal'))
  restoreMilestone(ann, milestone('legal'))
  expect(['title', 'benefit', 'notes'].map((field) => record.get(field))).toEqual(made)
  for (const [index, field] of ['title', 'benefit', 'notes'].entries()) expect(record.get(field)).toBe(made[index])
})
