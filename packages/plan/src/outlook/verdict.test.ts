import { expect, test } from 'vitest'
import type { Plan } from '../read-plan.ts'
import { datedPlan, keyDate, march, onlyOffered, type DatedPlan } from '../testing/dated-plan.ts'
import { planOutlook } from './plan-outlook.ts'
import { verdictOf } from './verdict.ts'

const verdict = (plan: DatedPlan) => verdictOf(planOutlook(plan, plan.today))
const readyFor = (plan: DatedPlan, day: number): DatedPlan => ({ ...plan, keyDates: [keyDate('contract ends', day)] })

test.each<readonly [name: string, plan: DatedPlan, expected: ReturnType<typeof verdictOf>]>([
  ['an empty plan', datedPlan(2), { kind: 'noGoLive' }],
  ['nothing said of any date', datedPlan(2, 'live by buy'), { kind: 'noDate' }],
  [
    'live before anything was agreed',
    datedPlan(12, 'live 5d due 6 done 10 by buy'),
    { kind: 'live', since: march(10), slip: null },
  ],
  [
    'live while dates were only offered',
    onlyOffered(datedPlan(12, 'live 5d agreed 6 due 6 done 10 by buy')),
    { kind: 'live', since: march(10), slip: null },
  ],
  ['live late', datedPlan(12, 'live 5d agreed 6 due 6 done 10 by buy'), { kind: 'live', since: march(10), slip: 2 }],
  [
    'agreed, on the day',
    readyFor(datedPlan(2, 'live 5d agreed 6 due 6 by buy'), 20),
    { kind: 'agreed', slip: 0, deadline: { date: march(20), workdays: 10 } },
  ],
  [
    'agreed, behind and past the date of the buyer',
    readyFor(datedPlan(2, 'live 5d agreed 6 due 13 by buy'), 10),
    { kind: 'agreed', slip: 5, deadline: { date: march(10), workdays: -3 } },
  ],
  [
    'agreed, no date of the buyer',
    datedPlan(2, 'live 5d agreed 13 due 9 by buy'),
    { kind: 'agreed', slip: -4, deadline: null },
  ],
  [
    'offered only',
    onlyOffered(datedPlan(2, 'live 5d agreed 6 due 6 by buy')),
    { kind: 'offered', by: 'seller', forecast: march(6), deadline: null },
  ],
  [
    'never offered',
    datedPlan(2, 'live 5d due 6 by buy'),
    { kind: 'notAgreed', by: null, forecast: march(6), deadline: null },
  ],
  [
    'go-live came in after dates were agreed',
    datedPlan(2, 'demo 5d agreed 6 due 6 by buy', 'live 5d due 13 by buy'),
    { kind: 'addedSince', by: null, forecast: march(13), deadline: null },
  ],
])('%s', (_name, plan, expected) => {
  expect(verdict(plan)).toEqual(expected)
})

test('a go-live that is not needed in this deal is none', () => {
  const plan = datedPlan(2, 'live 5d due 6 by buy')
  const skipped: Plan = {
    ...plan,
    milestones: plan.milestones.map((milestone) => ({
      ...milestone,
      skipped: { by: milestone.done?.by ?? null, at: 0 } as never,
    })),
  }
  expect(verdictOf(planOutlook(skipped, plan.today))).toEqual({ kind: 'noGoLive' })
})
