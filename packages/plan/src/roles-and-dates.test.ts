import { expect, test } from 'vitest'
import { addCriterion, archiveCriterion, restoreCriterion, setCriterionBy, setCriterionValue } from './criteria.ts'
import { removeHoliday, setHoliday } from './holidays.ts'
import {
  addKeyDate,
  archiveKeyDate,
  setKeyDateBlocksWork,
  setKeyDateCompelling,
  setKeyDateSide,
  setKeyDateSpan,
} from './key-dates.ts'
import { setFindingOff, setMeta } from './meta.ts'
import { addMilestone, setMilestoneOwner } from './milestones.ts'
import { addObjective, archiveObjective, restoreObjective, setObjectiveBy } from './objectives.ts'
import { addPerson, archivePerson, setPersonSide } from './people.ts'
import { readPlan, type Plan } from './read-plan.ts'
import { addRole, archiveRole, moveRole, nameRole, setRoleFunction, setRoleSide } from './roles.ts'
import { addStep, setStepAfter, setStepEstimate, setStepOwner, setStepWith } from './steps.ts'
import { day } from './testing/day.ts'
import { sharedPlan } from './testing/shared-plan.ts'

/** Who owns what, as the screen would say it. */
function owners(plan: Plan): readonly string[] {
  const nameOf = (roleId: string | null) => {
    const personId = plan.roles.find(({ id }) => id === roleId)?.personId
    return plan.people.find(({ id }) => id === personId)?.name ?? 'nobody yet'
  }
  return plan.milestones.flatMap((milestone) => [
    `${milestone.title}: ${nameOf(milestone.ownerRole)}`,
    ...milestone.steps.map((step) => `${step.title}: ${nameOf(step.ownerRole)}`),
  ])
}

test('[ROLE-1] naming a role fills every milestone and step of it, those added later too', () => {
  const { ann, bob, sync, milestone, step } = sharedPlan('legal: A | pilot: X')
  const legal = addRole(ann, { title: 'General Counsel', side: 'buyer', function: 'legal' })!
  setMilestoneOwner(ann, milestone('legal'), legal)
  setStepOwner(ann, step('A'), legal)
  sync()
  addStep(bob, milestone('pilot'), { title: 'Y', ownerRole: legal })
  nameRole(ann, legal, addPerson(ann, { name: 'Ingrid', side: 'buyer' }))
  sync()
  expect(owners(readPlan(bob))).toEqual([
    'legal: Ingrid',
    'A: Ingrid',
    'pilot: nobody yet',
    'X: nobody yet',
    'Y: Ingrid',
  ])
  addMilestone(bob, { title: 'later', ownerRole: legal })
  expect(owners(readPlan(bob)).at(-1)).toBe('later: Ingrid')
})

test.each([
  [1, 2],
  [2, 1],
])('[ROLE-2] two people who name a role at once leave one of the two names (clients %i, %i)', (first, second) => {
  const { ann, bob, sync } = sharedPlan('legal', { clientIds: [1_000 + first, 1_000 + second, 5] })
  const role = addRole(ann, { title: 'Legal', side: 'buyer' })!
  sync()
  const ingrid = addPerson(ann, { name: 'Ingrid', side: 'buyer' })!
  const marek = addPerson(bob, { name: 'Marek', side: 'buyer' })!
  nameRole(ann, role, ingrid)
  nameRole(bob, role, marek)
  sync()
  expect(readPlan(ann).roles[0]?.personId).toBe(first > second ? ingrid : marek)
  expect(readPlan(bob).roles).toEqual(readPlan(ann).roles)
  expect(readPlan(bob).people).toHaveLength(2)
})

test('[ROLE-3] what belonged to an archived role is nobody’s; a role without its person is unnamed', () => {
  const { ann, milestone, step } = sharedPlan('legal: A')
  const role = addRole(ann, { title: 'Legal', side: 'buyer' })!
  const person = addPerson(ann, { name: 'Ingrid', side: 'buyer' })!
  nameRole(ann, role, person)
  setMilestoneOwner(ann, milestone('legal'), role)
  setStepWith(ann, step('A'), role)
  archivePerson(ann, person)
  expect(readPlan(ann).roles[0]?.personId).toBe(null)
  expect(readPlan(ann).removedPeople).toMatchObject([{ name: 'Ingrid' }])
  archiveRole(ann, role)
  expect(owners(readPlan(ann))).toEqual(['legal: nobody yet', 'A: nobody yet'])
  expect(readPlan(ann).milestones[0]?.steps[0]?.withRole).toBe(null)
  expect(readPlan(ann).removedRoles).toMatchObject([{ title: 'Legal' }])
})

test('[PLAN-4] the other choices of roles, people and steps', () => {
  const { ann, step } = sharedPlan('legal: A B')
  const [first, second] = [
    addRole(ann, { title: 'one', side: 'buyer' })!,
    addRole(ann, { title: 'two', side: 'buyer' })!,
  ]
  expect(moveRole(ann, second, null)).toBe('changed')
  expect(moveRole(ann, second, null)).toBe('unchanged')
  expect(moveRole(ann, 'gone' as never, null)).toBe('no-such-record')
  expect(readPlan(ann).roles.map(({ title }) => title)).toEqual(['two', 'one'])
  expect(setRoleSide(ann, first, 'seller')).toBe('changed')
  expect(setRoleFunction(ann, first, 'solutions')).toBe('changed')
  expect(readPlan(ann).roles[1]).toMatchObject({ side: 'seller', function: 'solutions' })
  const person = addPerson(ann, { name: 'Zoe', side: 'buyer' })!
  addPerson(ann, { name: 'Abe', side: 'buyer' })
  expect(setPersonSide(ann, person, 'seller')).toBe('changed')
  expect(readPlan(ann).people).toMatchObject([{ name: 'Abe' }, { name: 'Zoe', side: 'seller' }])
  expect(setStepAfter(ann, step('B'), [step('A')])).toBe('changed')
  expect(setStepEstimate(ann, step('B'), 2)).toBe('changed')
  expect(readPlan(ann).milestones[0]?.steps[1]).toMatchObject({ after: [step('A')], estimate: 2 })
})

test('[DATE-2] two spans set at once: one of them whole, never half of each', () => {
  const { ann, bob, sync } = sharedPlan()
  const freeze = addKeyDate(ann, { title: 'Freeze', why: 'Peak', side: 'buyer', span: null, blocksWork: true })!
  sync()
  setKeyDateSpan(ann, freeze, day('2026-11-01'), day('2026-12-31'))
  setKeyDateSpan(bob, freeze, day('2026-10-15'))
  sync()
  const [keyDate] = readPlan(ann).keyDates
  expect([
    { from: '2026-11-01', to: '2026-12-31' },
    { from: '2026-10-15', to: '2026-10-15' },
  ]).toContainEqual(keyDate?.span)
  expect(readPlan(bob).keyDates).toEqual([keyDate])
  expect(setKeyDateSpan(ann, freeze, day('2026-12-31'), day('2026-11-01'))).toBe('ends-before-it-begins')
})

test('[DATE-3] the mark of the compelling event leaves every other key date', () => {
  const { ann } = sharedPlan()
  const [one, two] = ['one', 'two'].map((title) =>
    addKeyDate(ann, { title, side: 'buyer', span: null, compelling: true })!,
  )
  expect(
    readPlan(ann)
      .keyDates.filter((keyDate) => keyDate.compelling)
      .map(({ id }) => id),
  ).toEqual([two])
  setKeyDateCompelling(ann, one!, true)
  expect(
    readPlan(ann)
      .keyDates.filter((keyDate) => keyDate.compelling)
      .map(({ id }) => id),
  ).toEqual([one])
  setKeyDateCompelling(ann, one!, false)
  expect(readPlan(ann).keyDates.some((keyDate) => keyDate.compelling)).toBe(false)
  expect(setKeyDateSide(ann, one!, 'seller')).toBe('changed')
  expect(setKeyDateBlocksWork(ann, one!, true)).toBe('changed')
  archiveKeyDate(ann, two!)
  expect(readPlan(ann)).toMatchObject({
    keyDates: [{ side: 'seller', blocksWork: true }],
    removedKeyDates: [{ title: 'two' }],
  })
})

test('key dates stand in the order of their days, those without one last', () => {
  const { ann } = sharedPlan()
  for (const [title, from] of [
    ['none', null],
    ['late', '2026-12-01'],
    ['early', '2026-07-23'],
  ] as const) {
    addKeyDate(ann, { title, side: 'buyer', span: from === null ? null : { from: day(from), to: day(from) } })
  }
  expect(readPlan(ann).keyDates.map(({ title }) => title)).toEqual(['early', 'late', 'none'])
})

test('[DATE-4] two people who add holidays lose none, and a day has one', () => {
  const { ann, bob, sync } = sharedPlan()
  setHoliday(ann, day('2026-05-17'), { name: 'Constitution Day', side: 'buyer' })
  setHoliday(ann, day('2026-12-25'), { name: 'Christmas', side: null })
  setHoliday(bob, day('2026-12-25'), { name: 'Christmas Day', side: null })
  setHoliday(bob, day('2026-07-04'), { name: 'Independence Day', side: 'seller' })
  sync()
  expect(readPlan(ann).holidays.map(({ date }) => date)).toEqual(['2026-05-17', '2026-07-04', '2026-12-25'])
  expect(readPlan(bob).holidays).toEqual(readPlan(ann).holidays)
  expect(removeHoliday(ann, day('2026-07-04'))).toBe('changed')
  expect(removeHoliday(ann, day('2026-07-04'))).toBe('no-such-record')
  expect(setHoliday(ann, day('2026-05-17'), { name: 'Constitution Day', side: 'buyer' })).toBe('unchanged')
})

test('objectives and criteria stand in the order in which they were added, and come back', () => {
  const { ann } = sharedPlan()
  const [first] = ['one', 'two', 'three'].map((text) => addObjective(ann, { text })!)
  setObjectiveBy(ann, first!, day('2026-12-31'))
  expect(readPlan(ann).objectives.map(({ text }) => text)).toEqual(['one', 'two', 'three'])
  archiveObjective(ann, first!)
  expect(readPlan(ann)).toMatchObject({
    objectives: [{ text: 'two' }, { text: 'three' }],
    removedObjectives: [{ text: 'one' }],
  })
  restoreObjective(ann, first!)
  expect(readPlan(ann).objectives[0]).toMatchObject({ text: 'one', by: '2026-12-31' })
  const [criterion] = ['a', 'b'].map((text) => addCriterion(ann, { text, baseline: '11.8 %', target: '7.1 %' })!)
  setCriterionValue(ann, criterion!, 'actual', '9 %')
  setCriterionValue(ann, criterion!, 'baseline', '')
  setCriterionBy(ann, criterion!, day('2026-11-19'))
  expect(readPlan(ann).criteria).toMatchObject([
    { text: 'a', baseline: null, target: '7.1 %', actual: '9 %', by: '2026-11-19' },
    { text: 'b', actual: null },
  ])
  archiveCriterion(ann, criterion!)
  expect(readPlan(ann)).toMatchObject({ criteria: [{ text: 'b' }], removedCriteria: [{ text: 'a' }] })
  restoreCriterion(ann, criterion!)
  expect(readPlan(ann).criteria).toHaveLength(2)
})

test('two people who switch findings off switch both off, and either can be switched on again', () => {
  const { ann, bob, sync } = sharedPlan()
  setFindingOff(ann, 'noOwner', true)
  setFindingOff(bob, 'tooMany', true)
  sync()
  expect(Object.keys(readPlan(ann).findingsOff)).toEqual(['noOwner', 'tooMany'])
  expect(setFindingOff(ann, 'noOwner', true)).toBe('unchanged')
  expect(setFindingOff(ann, 'noOwner', false)).toBe('changed')
  expect(setFindingOff(ann, '__proto__ evil', true)).toBe('no-such-record')
  expect(Object.keys(readPlan(ann).findingsOff)).toEqual(['tooMany'])
})

test('the choices of the head are set and read', () => {
  const { ann } = sharedPlan()
  setMeta(ann, 'timeZone', 'Europe/Oslo')
  setMeta(ann, 'start', day('2026-05-04'))
  setMeta(ann, 'workdays', [1, 2, 3, 4])
  setMeta(ann, 'planName', 'go-live plan')
  setMeta(ann, 'buyer', 'Halden Foods')
  setMeta(ann, 'seller', 'Quillmark Ltd')
  expect(readPlan(ann)).toMatchObject({
    timeZone: 'Europe/Oslo',
    start: '2026-05-04',
    workdays: [1, 2, 3, 4],
    planName: 'go-live plan',
    buyer: 'Halden Foods',
    seller: 'Quillmark Ltd',
  })
})
