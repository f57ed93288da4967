/**
 * A plan with which nothing is wrong, for tests of the review: eight outcomes from the 2nd of March on, agreed by both sides,
 * with people of every function. A test breaks one thing in it and looks at what is said then.
 *
 * Milestones: `cost` (done), `seen`, `safe`, `proven`, `funds`, `first`, `live`, `result`, five working days apart; it is
 * looked at on the 11th, the day `seen` is due.
 */
import type { CriterionId, KeyDateId, ObjectiveId, PersonId, RoleId } from '../ids.ts'
import type { KeyDate } from '../key-dates.ts'
import type { Milestone } from '../read-plan.ts'
import type { Role, RoleFunction } from '../roles.ts'
import type { Author, Side } from '../value.ts'
import { datedPlan, keyDate, march, mid, move, type DatedPlan } from './dated-plan.ts'
import { NOON } from './shared-plan.ts'

export const WHOLE_DRAWINGS: readonly string[] = [
  'cost 3d agreed 4 due 4 done 4 by buy',
  'seen 5d agreed 11 due 11 started 5 by success',
  'safe 5d agreed 18 due 18 after seen by security',
  'proven 5d agreed 25 due 25 by sponsor',
  'funds 5d agreed 32 due 32 by money',
  'first 5d agreed 39 due 39 by success',
  'live 5d agreed 46 due 46 by buy',
  'result 10d agreed 60 due 60 by money',
]

export const DANA: Author = { side: 'seller', name: 'Dana', personId: null }
export const ASTRID: Author = { side: 'buyer', name: 'Astrid', personId: 'person-money' as PersonId }

export function wholePlan(today = 11, drawings: readonly string[] = WHOLE_DRAWINGS): DatedPlan {
  const plan = datedPlan(today, ...drawings)
  const confirmed = { state: 'confirmed', at: 0 } as const
  return {
    ...plan,
    createdAt: NOON,
    goLiveId: mid('live'),
    resultId: mid('result'),
    buyerPriority: 'No invoice is typed by hand',
    milestones: plan.milestones.map((milestone) => ({ ...milestone, benefit: 'A number the board can use.' })),
    roles: [
      ...plan.roles,
      roleWith('money', 'buyer', 'economicBuyer'),
      roleWith('security', 'buyer', 'security'),
      roleWith('counsel', 'buyer', 'legal'),
      roleWith('orders', 'buyer', 'purchasing'),
      roleWith('books', 'buyer', 'finance'),
      roleWith('success', 'seller', 'customerSuccess'),
      roleWith('sponsor', 'seller', 'sponsor'),
    ],
    people: [{ id: 'person-money' as PersonId, name: 'Astrid', side: 'buyer', archived: null }],
    keyDates: [keyDate('contract', 80, { compelling: true })],
    objectives: [
      {
        id: 'objective' as ObjectiveId,
        text: 'Faster audits',
        goal: 'No invoice is typed by hand',
        by: null,
        rank: 'a',
        archived: null,
      },
    ],
    criteria: [
      {
        id: 'criterion' as CriterionId,
        text: 'Matched untouched',
        baseline: '0%',
        target: '90%',
        actual: null,
        by: march(60),
        result: null,
        agreedByBuyer: null,
        agreedBySeller: null,
        rank: 'a',
        archived: null,
      },
    ],
    moves: [{ ...move('safe', {}), from: march(17), to: march(18) }],
    confirmations: [
      { milestoneId: mid('seen'), side: 'seller', by: DANA, ...confirmed },
      { milestoneId: mid('seen'), side: 'buyer', by: ASTRID, ...confirmed },
    ],
  }
}

export function roleWith(key: string, side: Side, part: RoleFunction | null, named = true): Role {
  return {
    id: key as RoleId,
    title: key,
    side,
    function: part,
    personId: named ? (`person-${key}` as PersonId) : null,
    counterpart: null,
    rank: `b${key}`,
    archived: null,
  }
}

/** The same plan with some fields of one milestone changed. */
export function withMilestone(plan: DatedPlan, name: string, fields: Partial<Milestone>): DatedPlan {
  const milestones = plan.milestones.map((one) => (one.id === mid(name) ? { ...one, ...fields } : one))
  return { ...plan, milestones }
}

export const kid = (name: string) => name as KeyDateId
export const rid = (name: string) => name as RoleId

export function withoutRole(plan: DatedPlan, key: string): DatedPlan {
  return { ...plan, roles: plan.roles.filter(({ id }) => id !== rid(key)) }
}

export function withKeyDates(plan: DatedPlan, ...keyDates: readonly KeyDate[]): DatedPlan {
  return { ...plan, keyDates }
}
