import { expect, test } from 'vitest'
import { counterpartOf } from './counterparts.ts'
import { setMilestoneDone, setMilestoneDue, setMilestoneOwner, skipMilestone } from './milestones.ts'
import { planOutlook } from './outlook/plan-outlook.ts'
import { rolePart } from './outlook/role-parts.ts'
import { readPlan } from './read-plan.ts'
import { addRole, archiveRole, setRoleCounterpart, type RoleFunction } from './roles.ts'
import { addStep, setStepAfter, setStepDone, setStepDue, setStepWith } from './steps.ts'
import { day } from './testing/day.ts'
import { sharedPlan } from './testing/shared-plan.ts'

const TODAY = day('2026-06-17')

function people(...parts: readonly (readonly [title: string, side: 'buyer' | 'seller', part: RoleFunction | null])[]) {
  const plan = sharedPlan('a: A | b: B')
  const ids = parts.map(([title, side, part]) => addRole(plan.ann, { title, side, function: part })!)
  const roleOf = (index: number) => readPlan(plan.ann).roles.find(({ id }) => id === ids[index])!
  const across = (index: number) => counterpartOf(readPlan(plan.ann), roleOf(index))
  return { ...plan, ids, across }
}

test('[PEER-1] the parts in the deal suggest an opposite number, the nearest first', () => {
  const { across, ids } = people(
    ['IT', 'buyer', 'technical'],
    ['AE', 'seller', 'sales'],
    ['SE', 'seller', 'solutions'],
    ['CFO', 'buyer', 'economicBuyer'],
    ['Somebody', 'buyer', null],
  )
  expect(across(0)).toEqual({ roleId: ids[2], chosen: false })
  expect(across(2)).toEqual({ roleId: ids[0], chosen: false })
  expect(across(3)).toEqual({ roleId: ids[1], chosen: false })
  expect(across(1)).toEqual({ roleId: ids[3], chosen: false })
  expect(across(4)).toBeNull()
})

test('[PEER-1] what somebody chose stands, in both directions, as long as it is on the other side', () => {
  const { ann, across, ids } = people(
    ['IT', 'buyer', 'technical'],
    ['SE', 'seller', 'solutions'],
    ['AE', 'seller', 'sales'],
    ['Odd', 'buyer', null],
  )
  setRoleCounterpart(ann, ids[0]!, ids[2]!)
  expect(across(0)).toEqual({ roleId: ids[2], chosen: true })
  expect(across(2)).toEqual({ roleId: ids[0], chosen: true })
  expect(across(1), 'the suggestion of another is not taken away').toEqual({ roleId: ids[0], chosen: false })
  setRoleCounterpart(ann, ids[0]!, ids[3]!)
  expect(across(0), 'somebody of one’s own side is no opposite number').toEqual({ roleId: ids[1], chosen: false })
  setRoleCounterpart(ann, ids[0]!, ids[2]!)
  archiveRole(ann, ids[2]!)
  expect(across(0)).toEqual({ roleId: ids[1], chosen: false })
})

test.each(['__proto__', 'constructor', 'toString', 'a later part'])(
  '[PEER-1] a part that this version does not know suggests nobody: %s',
  (part) => {
    const { ann, ids } = people(['Odd', 'buyer', null], ['AE', 'seller', 'sales'])
    const plan = readPlan(ann)
    const role = { ...plan.roles.find(({ id }) => id === ids[0])!, function: part }
    expect(counterpartOf(plan, role)).toBeNull()
  },
)

test('[PART-1] a role owes its own lines and those of its milestones, what can begin first, then by day', () => {
  const { ann, milestone, step, ids } = people(['IT', 'buyer', null], ['SE', 'seller', null])
  const [it, engineer] = [ids[0]!, ids[1]!]
  const part = (id: typeof it) => rolePart(readPlan(ann), planOutlook(readPlan(ann), TODAY), id)
  const titles = (id: typeof it) =>
    part(id).open.map(({ milestoneId, stepId, canBegin }) => {
      const found = readPlan(ann).milestones.find((one) => one.id === milestoneId)!
      return `${found.steps.find((one) => one.id === stepId)?.title ?? found.title}${canBegin ? '' : ' (waits)'}`
    })
  expect(part(it)).toEqual({ open: [], done: 0, next: null })
  setMilestoneOwner(ann, milestone('a'), it)
  expect(titles(it)).toEqual(['A', 'a (waits)'])
  const second = addStep(ann, milestone('a'), { title: 'A2' })!
  setStepDue(ann, step('A'), day('2026-07-02'))
  setStepDue(ann, second, day('2026-07-01'))
  setStepAfter(ann, second, [step('A')])
  setStepWith(ann, second, engineer)
  setMilestoneDue(ann, milestone('a'), day('2026-07-03'))
  expect(titles(it)).toEqual(['A', 'A2 (waits)', 'a (waits)'])
  expect(titles(engineer)).toEqual(['A2 (waits)'])
  expect(part(it).next).toEqual({
    milestoneId: milestone('a'),
    stepId: step('A'),
    date: '2026-07-02',
    promised: true,
    canBegin: true,
  })
  setStepDone(ann, step('A'), TODAY, TODAY)
  expect([titles(it), part(it).done]).toEqual([['A2', 'a (waits)'], 1])
  setMilestoneDone(ann, milestone('a'), TODAY, TODAY)
  expect(part(it)).toMatchObject({ open: [], done: 3, next: null })
  setMilestoneOwner(ann, milestone('b'), it)
  skipMilestone(ann, milestone('b'), true)
  expect(part(it).open).toEqual([])
})
