import { expect, test } from 'vitest'
import { keyDate, march, move, stepOf } from '../testing/dated-plan.ts'
import {
  ASTRID,
  DANA,
  rid,
  roleWith,
  wholePlan,
  withKeyDates,
  withMilestone,
  withoutRole,
} from '../testing/whole-plan.ts'
import type { Plan } from '../read-plan.ts'
import { pipelineFacts } from './pipeline-facts.ts'

const factsOf = (plan: Plan & { today: ReturnType<typeof march> }) => pipelineFacts(plan, plan.today, 35)
const technical = (plan: ReturnType<typeof wholePlan>) => ({
  ...plan,
  roles: [...plan.roles, roleWith('engineer', 'buyer', 'technical')],
})
const kinds = (facts: ReturnType<typeof factsOf>) => facts.questions.map(({ kind }) => kind)

test('a plan with which nothing is wrong raises no question and has no blocker', () => {
  const facts = factsOf(technical(wholePlan()))
  expect([facts.questions, facts.blockers]).toEqual([[], []])
})

test('each gap is a question, and says where it was seen', () => {
  expect(factsOf(wholePlan()).questions).toEqual([
    { kind: 'technical', evidence: { target: { kind: 'people', side: 'buyer' }, number: null, title: '' } },
  ])
  expect(kinds(factsOf(technical(withoutRole(wholePlan(), 'counsel'))))).toEqual(['legal'])
  expect(kinds(factsOf(technical(withoutRole(wholePlan(), 'money'))))).toContain('economicBuyer')
  const unnamed = technical(withMilestone(wholePlan(), 'funds', { ownerRole: rid('open') }))
  expect(factsOf(unnamed).questions).toEqual([
    { kind: 'rolesNamed', evidence: { target: { kind: 'role', roleId: 'open' }, number: null, title: 'open' } },
  ])
})

test('what is measured is asked for where it is not written down, not where only the result is missing', () => {
  const plan = technical(wholePlan())
  const withCriteria = (fields: object) => ({ ...plan, criteria: plan.criteria.map((one) => ({ ...one, ...fields })) })
  expect(kinds(factsOf(withCriteria({ target: null })))).toEqual(['criteria'])
  expect(kinds(factsOf(withCriteria({ by: march(10) })))).toEqual([])
})

test('a check that the plan does without asks nothing here either', () => {
  const plan = technical(withoutRole(wholePlan(), 'counsel'))
  expect(kinds(factsOf({ ...plan, findingsOff: { legal: { by: DANA, at: 0 } } }))).toEqual([])
})

test('what blocks it names the milestone it was read from', () => {
  const plan = technical(withKeyDates(wholePlan(), keyDate('contract', 44, { compelling: true })))
  expect(factsOf(plan).blockers).toMatchObject([
    { check: { kind: 'feasible', facts: { workdays: 2 } }, evidence: { number: 7, title: 'live' } },
  ])
  const silent = { ...technical(wholePlan()), confirmations: [], moves: [], offers: [], writers: [] }
  expect(factsOf(silent).blockers.map(({ check }) => check.kind)).toContain('bothSidesContribute')
})

test('dates that moved, the newest first, with their milestone and who said why', () => {
  const first = { ...move('seen', { n: 1, by: 'seller' }), from: march(9), to: march(11) }
  const second = { ...move('safe', { n: 2 }), from: march(17), to: march(18) }
  expect(factsOf({ ...wholePlan(), moves: [first, second] }).moves).toMatchObject([
    { evidence: { number: 3, title: 'safe' }, from: march(17), to: march(18), text: 'because', by: { side: 'buyer' } },
    { evidence: { number: 2, title: 'seen' }, from: march(9), to: march(11), by: { side: 'seller' } },
  ])
})

test('which functions are involved, by their acts and by what they settled', () => {
  const step = stepOf('seen', 'terms', { ownerRole: rid('money'), done: { by: ASTRID, at: 0, on: march(9) } })
  const { functions } = factsOf(withMilestone(wholePlan(), 'seen', { steps: [step] }))
  expect(functions.find(({ part }) => part === 'economicBuyer')).toEqual({
    part: 'economicBuyer',
    role: 'money',
    person: 'Astrid',
    active: true,
    settled: 1,
    open: 2,
    evidence: { target: { kind: 'role', roleId: 'money' }, number: null, title: 'money' },
  })
  expect(functions.find(({ part }) => part === 'legal')).toMatchObject({ role: 'counsel', active: false, open: 0 })
  const sellers = { ...wholePlan(), roles: [roleWith('ours', 'seller', 'legal')] }
  expect(factsOf(sellers).functions.find(({ part }) => part === 'legal')?.role).toBeNull()
  expect(functions.find(({ part }) => part === 'technical')).toMatchObject({
    role: null,
    person: null,
    active: false,
    evidence: { target: { kind: 'people', side: 'buyer' } },
  })
})

test('go-live is read from the milestone that is called so, where there is one', () => {
  const { goLiveId } = wholePlan()
  expect(factsOf(wholePlan()).goLive).toMatchObject({ target: { kind: 'milestone', milestoneId: goLiveId } })
  expect(factsOf({ ...wholePlan(), goLiveId: null }).goLive).toBeNull()
})

test('how long each milestone took beside its estimate, from its beginning or from the one before', () => {
  const done = (day: number) => ({ done: { by: DANA, at: 0, on: march(day) } })
  const plan = withMilestone(withMilestone(wholePlan(20), 'seen', done(13)), 'safe', done(18))
  expect(factsOf(plan).velocity).toMatchObject([
    { evidence: { number: 1 }, took: 2, estimate: 3 },
    { evidence: { number: 2 }, took: 6, estimate: 5 },
    { evidence: { number: 3 }, took: 3, estimate: 5 },
  ])
})

test('how much of it the buyer called right', () => {
  expect(factsOf(wholePlan()).confirmed).toEqual({ confirmed: 1, all: 8 })
})
