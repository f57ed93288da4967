import {
  addStep,
  archiveStep,
  readPlan,
  setHoliday,
  setMeta,
  setMilestoneDone,
  setMilestoneStartedOn,
  skipMilestone,
  type Plan,
  type PlanDoc,
} from '@milepost/plan'
import { addWorkdays, parseLocalDate, workCalendar, type LocalDate } from '@milepost/schedule'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ANY_DEAL,
  estimateOf,
  learnFrom,
  parseTemplate,
  startPlan,
  takeOver,
  templateById,
  templateToJson,
  type Proposal,
  type Template,
} from './index.ts'
import { newPlanDoc } from './testing/new-doc.ts'

const day = (text: string) => parseLocalDate(text) as LocalDate
const MONDAY = day('2026-01-05')
const LATER = day('2030-01-01')
const CALENDAR = workCalendar({ workdays: [1, 2, 3, 4, 5], holidays: [], freezes: [] })

const step = (key: string, title: string) => {
  return { key, title, outcome: '', owner: 'it', with: null, estimate: 2, after: null }
}

/** Fit takes 5 days, proof 10, live 4; each waits for the one before. */
const TEMPLATE: Template = {
  id: 'short',
  version: 3,
  name: 'Short',
  summary: '',
  fits: ANY_DEAL,
  basedOn: null,
  roles: [{ key: 'it', title: 'IT lead', side: 'buyer', function: null }],
  milestones: [
    { key: 'fit', title: 'It fits', benefit: '', owner: null, after: null, estimate: 5, steps: [] },
    {
      key: 'proof',
      title: 'It is proven',
      benefit: '',
      owner: null,
      after: null,
      estimate: 10,
      steps: [step('connect', 'Connect it'), step('audit', 'Audit it'), step('score', 'Score it')],
    },
    { key: 'live', title: 'It is live', benefit: '', owner: null, after: null, estimate: 4, steps: [] },
    { key: 'result', title: 'It pays', benefit: '', owner: null, after: null, estimate: 20, steps: [] },
  ],
  goLive: 'live',
  result: 'result',
  criteria: [],
  checkIn: null,
}

interface Life {
  /** Working days that each milestone took, from the first; null: not done. */
  readonly took: readonly (number | null)[]
  readonly template?: Template
  readonly also?: (doc: PlanDoc, plan: Plan) => void
  readonly buyer?: string
}

/** A plan that was lived: begun on a Monday, each milestone done as many working days after the one before. */
function lived({ took, template = TEMPLATE, also, buyer = 'Halden Foods' }: Life): Plan {
  const doc = newPlanDoc()
  const by = { role: '', name: '' }
  startPlan(doc, template, { buyer, seller: 'Quillmark', title: '', today: MONDAY, goLive: null, side: 'seller', by })
  let last = day('2026-01-02')
  for (const [at, milestone] of readPlan(doc).milestones.entries()) {
    const days = took[at] ?? null
    if (days === null) continue
    last = addWorkdays(CALENDAR, last, days)
    setMilestoneDone(doc, milestone.id, last, LATER)
  }
  also?.(doc, readPlan(doc))
  return readPlan(doc)
}

const learnt = (...lives: readonly Life[]) => learnFrom(TEMPLATE, lives.map(lived))
const estimates = (proposals: readonly Proposal[]) =>
  proposals.flatMap((one) =>
    one.kind === 'estimate' ? [`${one.milestone} ${one.took.join(' ')} -> ${one.proposes}`] : [],
  )
const proofOf = (plan: Plan) => plan.milestones[1] as Plan['milestones'][number]

describe('[LEARN-1] real working days', () => {
  test.each([
    [
      'three plans',
      [
        [5, 12, 4],
        [5, 9, 4],
        [5, 14, 4],
      ],
      ['proof 9 12 14 -> 12'],
    ],
    [
      'what was as estimated says nothing',
      [
        [5, 10, 4],
        [5, 10, 4],
      ],
      [],
    ],
    ['one plan is no evidence', [[9, 20, 9]], []],
    [
      'a day of ten is worth saying',
      [
        [5, 11, 4],
        [5, 11, 4],
      ],
      ['proof 11 11 -> 11'],
    ],
    [
      'an average of two',
      [
        [5, 10, 8],
        [5, 10, 3],
      ],
      ['live 3 8 -> 6'],
    ],
    [
      'plans that are not live say nothing',
      [
        [9, 20, null],
        [9, 20, null],
      ],
      [],
    ],
    [
      'more than one',
      [
        [8, 20, 4],
        [8, 20, 4],
      ],
      ['fit 8 8 -> 8', 'proof 20 20 -> 20'],
    ],
  ] as const)('%s', (_, took, expected) => {
    expect(estimates(learnt(...took.map((one) => ({ took: one }))))).toEqual(expected)
  })

  test('count from the day it was begun, where somebody said so, that day included', () => {
    const also = (doc: PlanDoc, plan: Plan) => {
      const on = proofOf(plan).done?.on as LocalDate
      setMilestoneStartedOn(doc, proofOf(plan).id, addWorkdays(CALENDAR, on, -2))
    }
    expect(estimates(learnt({ took: [5, 30, 4], also }, { took: [5, 30, 4], also }))).toEqual(['proof 3 3 -> 3'])
  })

  test('do not count the holidays of the plan', () => {
    const also = (doc: PlanDoc) => void setHoliday(doc, day('2026-01-14'), { name: 'A day off', side: null })
    expect(estimates(learnt({ took: [5, 11, 4], also }, { took: [5, 11, 4], also }))).toEqual([])
  })

  test('look past what was skipped, and know nothing where what it waited for was never done', () => {
    const skips = (doc: PlanDoc, plan: Plan) => void skipMilestone(doc, proofOf(plan).id, true)
    // Skipped, so that live waited for the first: 5 days, then 9.
    const skipped = { took: [5, null, 9], also: skips }
    expect(estimates(learnt(skipped, skipped))).toEqual(['live 9 9 -> 9'])
    const skippedLater = { took: [5, 30, 4], also: skips }
    expect(estimates(learnt(skippedLater, skippedLater)).filter((one) => one.startsWith('proof'))).toEqual([])
    expect(estimates(learnt({ took: [5, null, 9] }, { took: [5, null, 9] }))).toEqual([])
  })
})

describe('[LEARN-2] steps that people added', () => {
  const adds =
    (...titles: readonly string[]) =>
    (doc: PlanDoc, plan: Plan) => {
      for (const title of titles)
        addStep(doc, proofOf(plan).id, { title, ownerRole: plan.roles[0]?.id ?? null, estimate: 3 })
    }
  const took = [5, 10, 4]

  test('in most plans, in the same words, names aside', () => {
    const [added] = learnt(
      { took, also: adds('Works council agrees', 'Only here') },
      { took, also: adds('works  council agrees'), buyer: 'Orrin' },
      { took },
    )
    expect(added).toEqual({
      kind: 'added',
      milestone: 'proof',
      step: { title: 'works  council agrees', outcome: '', estimate: 3, owner: 'it', with: null },
      times: 2,
      of: 3,
    })
    const named = learnt({ took, also: adds('Ask Halden Foods') }, { took, also: adds('Ask Orrin'), buyer: 'Orrin' })
    expect(named).toMatchObject([{ step: { title: 'Ask the buyer' }, times: 2 }])
  })

  test('not in half of them, not twice in one, not what the template has in other places', () => {
    expect(learnt({ took, also: adds('A', 'A') }, { took })).toEqual([])
    expect(learnt({ took, also: adds('A') }, { took, also: adds('A') }, { took }, { took })).toEqual([])
    expect(learnt({ took, also: adds('Audit it') }, { took, also: adds('audit IT ') })).toEqual([])
  })
})

describe('[LEARN-3] steps that people did without', () => {
  const took = [5, 10, 4]
  const drops = (doc: PlanDoc, plan: Plan) => void archiveStep(doc, proofOf(plan).steps[1]?.id as never)

  test('in most of the plans that began with them', () => {
    expect(learnt({ took, also: drops }, { took, also: drops }, { took })).toEqual([
      { kind: 'skipped', milestone: 'proof', step: 'audit', times: 2, of: 3 },
    ])
    expect(learnt({ took, also: drops }, { took }, { took })).toEqual([])
  })

  test('a plan of an older version never had what a newer one brought', () => {
    const older = takeOver(TEMPLATE, { kind: 'skipped', milestone: 'proof', step: 'audit', times: 2, of: 2 })
    expect(learnt({ took, template: older }, { took, template: older })).toEqual([])
  })
})

test('[LEARN-4] only plans that began with the template, or with the one it was made from', () => {
  const plans = [{ took: [5, 20, 4] }, { took: [5, 20, 4] }].map(lived)
  expect(learnFrom({ ...TEMPLATE, id: 'other' }, plans)).toEqual([])
  expect(learnFrom({ ...TEMPLATE, id: 'own', basedOn: 'short' }, plans).length).toBe(1)
  const renamed = (doc: PlanDoc) => void setMeta(doc, 'template', null)
  expect(learnt({ took: [5, 20, 4], also: renamed }, { took: [5, 20, 4], also: renamed })).toEqual([])
})

test('[LEARN-5] a plan of old, which kept no keys, is known by its titles', () => {
  const also = (doc: PlanDoc) => void setMeta(doc, 'template', { id: 'short', version: 1 })
  const old = { took: [5, 20, 4], also }
  expect(estimates(learnt(old, old))).toEqual(['proof 20 20 -> 20'])
  expect(learnt(old, old).length).toBe(1)
})

describe('[LEARN-6] what was taken over', () => {
  const proposals: readonly Proposal[] = [
    { kind: 'estimate', milestone: 'proof', took: [12, 12], says: 10, proposes: 12 },
    { kind: 'skipped', milestone: 'proof', step: 'audit', times: 2, of: 2 },
    {
      kind: 'added',
      milestone: 'proof',
      step: { title: 'Ask', outcome: '', owner: null, with: null, estimate: 1 },
      times: 2,
      of: 2,
    },
  ]

  test('is in the template, and nothing else is', () => {
    const [estimate, skipped, added] = proposals as readonly [Proposal, Proposal, Proposal]
    const before = JSON.stringify(TEMPLATE)
    expect(takeOver(TEMPLATE, estimate).milestones.map(estimateOf)).toEqual([5, 12, 4, 20])
    const without = takeOver(TEMPLATE, skipped).milestones[1]?.steps
    expect(without?.map(({ key, after }) => [key, after])).toEqual([
      ['connect', null],
      ['score', null],
    ])
    const [connect, audit, score] = TEMPLATE.milestones[1]?.steps ?? []
    const linked = [connect, { ...audit, after: [] }, score] as Template['milestones'][number]['steps']
    const milestones = TEMPLATE.milestones.map((one) => (one.key === 'proof' ? { ...one, steps: linked } : one))
    const loose = takeOver({ ...TEMPLATE, milestones }, skipped).milestones[1]?.steps
    expect(loose?.map(({ after }) => after)).toEqual([null, []])
    const waits = [connect, { ...audit, after: ['connect'] }, { ...score, after: ['audit'] }] as typeof linked
    const waiting = TEMPLATE.milestones.map((one) => (one.key === 'proof' ? { ...one, steps: waits } : one))
    const behind = takeOver({ ...TEMPLATE, milestones: waiting }, skipped).milestones[1]?.steps
    expect(behind?.map(({ after }) => after)).toEqual([null, ['connect']])
    const more = takeOver(TEMPLATE, added).milestones[1]?.steps
    expect(more?.map(({ title }) => title)).toEqual(['Connect it', 'Audit it', 'Score it', 'Ask'])
    expect(JSON.stringify(TEMPLATE)).toBe(before)
  })

  test('is not proposed again', () => {
    const took = [5, 20, 4]
    const also = (doc: PlanDoc, plan: Plan) => {
      addStep(doc, proofOf(plan).id, { title: 'Ask Halden Foods' })
      archiveStep(doc, proofOf(plan).steps[1]?.id as never)
    }
    const plans = [lived({ took, also }), lived({ took, also })]
    let template = TEMPLATE
    const seen: string[] = []
    for (let next = learnFrom(template, plans)[0]; next !== undefined; next = learnFrom(template, plans)[0]) {
      seen.push(next.kind)
      template = takeOver(template, next)
    }
    expect(seen).toEqual(['estimate', 'skipped', 'added'])
  })

  test('leaves a template that can be read back, whatever is taken', () => {
    const all = TEMPLATE.milestones.flatMap(({ steps }) => steps.map(({ key }) => key))
    const orders = fc.shuffledSubarray(all)
    const links = fc.array(fc.subarray(all), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(orders, links, (gone, after) => {
        const linked = TEMPLATE.milestones.map((milestone) => ({
          ...milestone,
          steps: milestone.steps.map((one, at) => ({
            ...one,
            after: (after[at] ?? []).filter((key) => all.indexOf(key) < all.indexOf(one.key)),
          })),
        }))
        const left = gone.reduce<Template>(
          (template, key) => takeOver(template, { kind: 'skipped', milestone: 'proof', step: key, times: 2, of: 2 }),
          { ...TEMPLATE, milestones: linked },
        )
        expect(parseTemplate(JSON.parse(templateToJson(left)))).toEqual(left)
      }),
    )
  })
})

test('[LEARN-7] what is learnt does not depend on the order of the plans', () => {
  const life = fc.record({
    took: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 30 }), fc.constant(4)),
  })
  fc.assert(
    fc.property(fc.array(life, { minLength: 2, maxLength: 5 }), (lives) => {
      const plans = lives.map(lived)
      const forth = learnFrom(TEMPLATE, plans)
      expect(learnFrom(TEMPLATE, plans.toReversed())).toEqual(forth)
      // A proposal lies between the shortest and the longest that was seen.
      const outside = forth.filter(
        (one) =>
          one.kind === 'estimate' && (one.proposes < (one.took[0] ?? 0) || one.proposes > (one.took.at(-1) ?? 0)),
      )
      expect(outside).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('[LEARN-8] the templates of the product have nothing to learn from plans that went as they say', () => {
  const full = templateById('full-rollout') as Template
  const took = full.milestones.map(estimateOf)
  // One after the other and not side by side: only the first two wait in that way.
  const plans = [lived({ took, template: full }), lived({ took, template: full })]
  expect(learnFrom(full, plans).filter(({ milestone }) => ['picture', 'proof'].includes(milestone))).toEqual([])
})
