import { expect, test } from 'vitest'
import type { RoleId } from '../ids.ts'
import type { Plan } from '../read-plan.ts'
import { datedPlan, march, mid } from '../testing/dated-plan.ts'
import { planOutlook } from './plan-outlook.ts'
import { readerAsk, roleOfReader } from './reader-ask.ts'

const PLAN = datedPlan(2, 'demo 5d due 6 by sell', 'terms 5d due 13 by open', 'live 5d due 20 by buy')
const outlook = planOutlook(PLAN, PLAN.today)
const withFunction = (of: string): Plan => ({
  ...PLAN,
  roles: PLAN.roles.map((role) => (role.id === ('buy' as RoleId) ? { ...role, function: of } : role)),
})
const askOf = (plan: Plan, roleId: string) =>
  readerAsk(plan, outlook, roleOfReader(plan, { roleId, role: '', side: null }))

test('what a role owes and can do now is what is asked of it', () => {
  expect(askOf(PLAN, 'sell')).toEqual({ kind: 'work', milestoneId: mid('demo'), stepId: null, date: march(6) })
})

test('what waits for others is not asked, only said', () => {
  expect(askOf(PLAN, 'buy')).toEqual({ kind: 'nothing', next: { milestoneId: mid('live'), date: march(20) } })
})

test.each(['economicBuyer', 'coordinator', 'sponsor'])('a %s is asked for the name that work waits for', (of) => {
  expect(askOf(withFunction(of), 'buy')).toEqual({
    kind: 'name',
    roleId: 'open',
    milestoneId: mid('terms'),
    begins: march(9),
    date: march(13),
  })
})

test('not for a name on the other side, nor for a role that has no work, nor where somebody was named', () => {
  const sponsor: Plan = {
    ...PLAN,
    roles: PLAN.roles.map((role) => (role.id === ('sell2' as RoleId) ? { ...role, function: 'sponsor' } : role)),
  }
  expect(askOf(sponsor, 'sell2')).toEqual({ kind: 'nothing', next: null })
  const idle = datedPlan(2, 'demo 5d due 6 by sell', 'live 5d due 20 by buy')
  const decider = { ...idle.roles[0], function: 'economicBuyer' } as Plan['roles'][number]
  expect(readerAsk(idle, planOutlook(idle, idle.today), decider).kind).toBe('nothing')
})

test('a reader is found by the id of their role, else by its words on their own side', () => {
  const title = PLAN.roles.find(({ id }) => id === ('buy' as RoleId))?.title ?? ''
  const find = (reader: Parameters<typeof roleOfReader>[1]) => roleOfReader(PLAN, reader)?.id ?? null
  expect(find({ roleId: 'sell', role: title, side: 'buyer' })).toBe('sell')
  expect(find({ roleId: null, role: ` ${title.toUpperCase()} `, side: 'buyer' })).toBe('buy')
  expect(find({ roleId: 'nobody', role: title, side: 'seller' })).toBe(null)
  expect(find({ roleId: null, role: ' ', side: 'buyer' })).toBe(null)
})

test('a reader without a role is asked nothing', () => {
  expect(readerAsk(PLAN, outlook, null)).toEqual({ kind: 'nothing', next: null })
})
