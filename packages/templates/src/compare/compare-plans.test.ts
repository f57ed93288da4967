import {
  addCriterion,
  addKeyDate,
  addMilestone,
  addStep,
  archiveCriterion,
  archiveMilestone,
  archiveStep,
  confirmMilestone,
  fragmentOf,
  moveMilestone,
  moveMilestoneDue,
  moveStep,
  openPlanDoc,
  plainText,
  readPlan,
  setMeta,
  setMilestoneEstimate,
  setText,
  sidesWriting,
  skipMilestone,
  writeParagraphs,
  type Milestone,
  type Plan,
  type PlanDoc,
  type Side,
} from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { comparePlans, lastPlans, startPlan, templateById, type PlanRead, type Template } from '../index.ts'
import { newPlanDoc } from '../testing/new-doc.ts'

const FULL = templateById('one-team-first') as Template
const day = (text: string) => parseLocalDate(text) as LocalDate
const writer = (side: Side) => ({ side, name: side, personId: null, grantId: null })

type Edit = (doc: PlanDoc, plan: Plan) => void

/** Begun by the seller from the template; then each side does what it does, on a device of its own. */
function begun({
  buyer = 'Halden Foods',
  template = FULL,
  byBuyer,
  bySeller,
}: {
  readonly buyer?: string
  readonly template?: Template
  readonly byBuyer?: Edit | undefined
  readonly bySeller?: Edit | undefined
} = {}): PlanRead {
  const seller = newPlanDoc({ writer: writer('seller') })
  const by = { role: 'Account executive', name: 'Dana' }
  const start = {
    buyer,
    seller: 'Quillmark',
    title: 'It pays',
    today: day('2026-06-17'),
    goLive: null,
    side: 'seller',
    by,
  }
  startPlan(seller, template, { ...start, side: 'seller' })
  bySeller?.(seller, readPlan(seller))
  const other = openPlanDoc(new Y.Doc(), { writer: writer('buyer') })
  Y.applyUpdate(other.ydoc, Y.encodeStateAsUpdate(seller.ydoc))
  byBuyer?.(other, readPlan(other))
  const fragment = fragmentOf(other, { kind: 'valueProposition' })
  return {
    plan: readPlan(other),
    wrote: sidesWriting(other),
    proposition: fragment === null ? '' : plainText(fragment),
  }
}

const milestone = (plan: Plan, at: number) => plan.milestones[at] as Milestone
const only = (read: PlanRead, template: Template | null = FULL) => {
  const [plan] = comparePlans(template, [read]).plans
  if (plan === undefined) throw new Error('nothing compared')
  return plan
}
const said = (read: PlanRead) =>
  only(read).fromTemplate?.differences.map(({ kind, line, title, by }) => [kind, line, title, by.join(' and ')])
const pair = (one: PlanRead, other: PlanRead) => {
  const [found] = comparePlans(FULL, [one, other]).pairs
  if (found === undefined) throw new Error('no pair')
  return found
}

describe('[CMP-7] what is agreed in words', () => {
  const [known = ''] = FULL.criteria
  const propose =
    (text: string): Edit =>
    (doc) =>
      void writeParagraphs(doc, { kind: 'valueProposition' }, [text])
  const between = (one: PlanRead, other: PlanRead) =>
    pair(one, other).differing.map(({ line, how, first, second }) => {
      return [line, how, [first, second].flatMap((evidence) => evidence?.target.kind ?? []).join()]
    })

  test('a success criterion that a buyer adds, and one that goes, are differences from the template', () => {
    const added = begun({ byBuyer: (doc) => void addCriterion(doc, { text: 'Audit in ten days' }) })
    expect(said(added)).toEqual([['added', 'criterion', 'Audit in ten days', 'buyer']])
    expect(only(added).buyer.wrote).toBe(1)
    const gone = begun({
      byBuyer: (doc, plan) =>
        plan.criteria.filter(({ text }) => text === known).forEach(({ id }) => archiveCriterion(doc, id)),
    })
    expect(said(gone)).toEqual([['removed', 'criterion', known, '']])
    expect(only(gone).fromTemplate?.differences[0]?.evidence.target).toEqual({ kind: 'criteria' })
  })

  test('two plans differ where one of them measures something else, whatever its numbers are', () => {
    const first = begun({ byBuyer: (doc) => void addCriterion(doc, { text: 'Audit in ten days', target: '10' }) })
    const second = begun({ byBuyer: (doc) => void addCriterion(doc, { text: 'audit in ten days ', target: '12' }) })
    expect(between(first, second)).toEqual([])
    expect(between(first, begun())).toEqual([['criterion', 'only', 'criteria']])
  })

  test('a value proposition is one line however it reads, without the names of the companies; a template has none', () => {
    const halden = begun({ byBuyer: propose('Halden Foods saves a week.') })
    const orrin = begun({ buyer: 'Orrin', bySeller: propose('Orrin saves a week.') })
    const other = begun({ byBuyer: propose('The audit takes ten days.') })
    expect(between(halden, orrin)).toEqual([])
    expect(between(halden, other)).toEqual([['proposition', 'words', 'valueProposition,valueProposition']])
    expect(between(halden, begun())).toEqual([['proposition', 'only', 'valueProposition']])
    expect(said(halden)).toEqual([])
    expect(pair(halden, other).of).toBe(pair(begun(), begun()).of + 1)
  })
})

describe('[CMP-1] against the template', () => {
  test('a plan as it was begun differs in nothing but the role of who began it', () => {
    const template = { ...FULL, roles: [...FULL.roles] }
    expect(said(begun({ template }))).toEqual([])
  })

  const first = (plan: Plan) => milestone(plan, 0)
  test.each<readonly [string, Edit, readonly unknown[]]>([
    [
      'a milestone that was added',
      (doc) => void addMilestone(doc, { title: 'The works council agrees' }),
      [['added', 'milestone', 'The works council agrees', 'buyer']],
    ],
    [
      'a step that was added',
      (doc, plan) => void addStep(doc, first(plan).id, { title: 'Ask the council' }),
      [['added', 'step', 'Ask the council', 'buyer']],
    ],
    [
      'a step that was removed',
      (doc, plan) => void archiveStep(doc, first(plan).steps[0]?.id as never),
      [['removed', 'step', FULL.milestones[0]?.steps[0]?.title, 'buyer']],
    ],
    [
      'a milestone that was removed, its steps with it',
      (doc, plan) => void archiveMilestone(doc, first(plan).id),
      [['removed', 'milestone', FULL.milestones[0]?.title, 'buyer']],
    ],
    [
      'a milestone that is not needed',
      (doc, plan) => void skipMilestone(doc, first(plan).id, true),
      [['removed', 'milestone', FULL.milestones[0]?.title, 'buyer']],
    ],
    [
      'other words',
      (doc, plan) => void setText(doc, { in: 'milestones', id: first(plan).id, field: 'title' }, 'Ours now'),
      [['reworded', 'milestone', 'Ours now', 'buyer']],
    ],
    [
      'another benefit, under the same title',
      (doc, plan) => void setText(doc, { in: 'milestones', id: first(plan).id, field: 'benefit' }, 'Ours'),
      [['reworded', 'milestone', FULL.milestones[0]?.title, 'buyer']],
    ],
    [
      'another estimate',
      (doc, plan) => void setMilestoneEstimate(doc, first(plan).id, 77),
      [['estimate', 'milestone', FULL.milestones[0]?.title, 'buyer']],
    ],
    [
      'a milestone that stands elsewhere, alone',
      (doc, plan) => void moveMilestone(doc, first(plan).id, milestone(plan, 3).id),
      [['moved', 'milestone', FULL.milestones[0]?.title, 'buyer']],
    ],
    [
      'a step in another place of its milestone',
      (doc, plan) => {
        const [step, next] = first(plan).steps
        moveStep(doc, step?.id as never, first(plan).id, next?.id as never)
      },
      [['moved', 'step', expect.any(String), 'buyer']],
    ],
    [
      'a milestone that changed places with the next one',
      (doc, plan) => void moveMilestone(doc, milestone(plan, 3).id, milestone(plan, 4).id),
      [['moved', 'milestone', expect.any(String), 'buyer']],
    ],
    [
      'a milestone that changed places with the one before',
      (doc, plan) => void moveMilestone(doc, milestone(plan, 4).id, milestone(plan, 2).id),
      [['moved', 'milestone', expect.any(String), 'buyer']],
    ],
    [
      'a step in another milestone',
      (doc, plan) => void moveStep(doc, first(plan).steps[0]?.id as never, milestone(plan, 2).id, null),
      [['moved', 'step', FULL.milestones[0]?.steps[0]?.title, 'buyer']],
    ],
  ])('%s', (_, byBuyer, expected) => {
    expect(said(begun({ byBuyer }))).toEqual(expected)
    const bySeller = begun({ bySeller: byBuyer })
    expect(said(bySeller)).toEqual(expected.map((one) => [...(one as readonly unknown[]).slice(0, 3), 'seller']))
    expect([only(bySeller).buyer.wrote, only(begun({ byBuyer })).buyer.wrote]).toEqual([0, 1])
  })

  test('words of both sides in one title are both sides’', () => {
    const add = (words: string) => (doc: PlanDoc, plan: Plan) => {
      const { id, title } = milestone(plan, 0)
      setText(doc, { in: 'milestones', id, field: 'title' }, `${title} ${words}`)
    }
    const read = begun({ bySeller: add('for us'), byBuyer: add('and for them') })
    expect(said(read)?.[0]?.[3]).toBe('buyer and seller')
  })

  test('lines are counted once, whatever differs in them', () => {
    const read = begun({
      byBuyer(doc, plan) {
        const { id } = milestone(plan, 1)
        setMilestoneEstimate(doc, id, 88)
        setText(doc, { in: 'milestones', id, field: 'title' }, 'Another one')
      },
    })
    expect(only(read).fromTemplate).toMatchObject({ changed: 1 })
    expect(only(read).fromTemplate?.differences.length).toBe(2)
  })

  test('what the other side’s company is called is no difference', () => {
    const titled = { ...FULL.milestones[0], title: 'Agreed with the buyer' } as Template['milestones'][number]
    const template = { ...FULL, milestones: [titled, ...FULL.milestones.slice(1)] }
    const byBuyer: Edit = (doc, plan) =>
      void setText(doc, { in: 'milestones', id: milestone(plan, 0).id, field: 'title' }, 'Agreed with Halden Foods')
    expect(only(begun({ template, byBuyer }), template).fromTemplate?.differences).toEqual([])
  })

  test('a plan of old, which kept no keys, is known by its titles', () => {
    const old = (doc: PlanDoc) => void setMeta(doc, 'template', { id: FULL.id, version: 1 })
    expect(said(begun({ bySeller: old }))).toEqual([])
  })

  test('a template that is not here says nothing, and the plans still do', () => {
    const compared = comparePlans(null, [begun(), begun({ buyer: 'Orrin' })])
    expect(compared.plans.map(({ fromTemplate, buyer }) => [fromTemplate, buyer.wrote])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(compared.pairs[0]).toMatchObject({ differing: [], nearlyAlike: true })
    const reword: Edit = (doc, plan) =>
      void setText(doc, { in: 'milestones', id: milestone(plan, 0).id, field: 'title' }, 'Ours now')
    // Both know what their lines came from, so the line with other words is still that line.
    const hows = (...reads: readonly PlanRead[]) => comparePlans(null, reads).pairs[0]?.differing.map(({ how }) => how)
    expect(hows(begun(), begun({ byBuyer: reword }))).toEqual(['words'])
    const old: Edit = (doc) => void setMeta(doc, 'template', { id: FULL.id, version: 1 })
    expect(hows(begun(), begun({ bySeller: old }))).toEqual([])
  })
})

describe('[CMP-2] what the buyer did', () => {
  test('key dates, promises moved, milestones called right or wrong', () => {
    const read = begun({
      // What the seller does is none of it.
      bySeller(doc, plan) {
        moveMilestoneDue(doc, milestone(plan, 2).id, day('2026-09-02'))
        confirmMilestone(doc, milestone(plan, 2).id, 'confirmed')
      },
      byBuyer(doc, plan) {
        addKeyDate(doc, {
          title: 'Year-end freeze',
          span: { from: day('2026-12-15'), to: day('2027-01-03') },
          side: 'buyer',
        })
        addKeyDate(doc, { title: 'Their fair', span: null, side: 'seller' })
        moveMilestoneDue(doc, milestone(plan, 1).id, day('2026-09-01'))
        confirmMilestone(doc, milestone(plan, 0).id, 'confirmed')
        confirmMilestone(doc, milestone(plan, 1).id, 'disputed')
      },
    })
    const { buyer, keyDates, named } = only(read)
    expect(buyer).toEqual({ wrote: 1, moved: 1, confirmed: 1, disputed: 1 })
    expect(keyDates.map(({ evidence, by }) => [evidence.title, by])).toEqual([['Year-end freeze', ['buyer']]])
    expect(named).toEqual({ named: 0, roles: FULL.roles.filter(({ side }) => side === 'buyer').length })
  })
})

describe('[CMP-3] against each other', () => {
  test('two that nobody shaped are near-identical, whatever their companies are called', () => {
    const found = pair(begun(), begun({ buyer: 'Orrin-Lake' }))
    expect(found.differing).toEqual([])
    expect(found.nearlyAlike).toBe(true)
  })

  test('the same step, added to both in the same words, is alike; in other words it is two', () => {
    const adds =
      (title: string): Edit =>
      (doc, plan) =>
        void addStep(doc, milestone(plan, 0).id, { title })
    const council = begun({ byBuyer: adds('Ask Halden Foods') })
    expect(pair(council, begun({ buyer: 'Orrin', byBuyer: adds('ask  Orrin') })).differing).toEqual([])
    expect(pair(council, begun({ byBuyer: adds('Ask legal') })).differing.map(({ how }) => how)).toEqual([
      'only',
      'only',
    ])
  })

  test('a line that differs is named once, with where it stands in both', () => {
    const byBuyer: Edit = (doc, plan) => void setMilestoneEstimate(doc, milestone(plan, 2).id, 66)
    const { differing } = pair(begun({ byBuyer }), begun())
    expect(differing).toMatchObject([
      { how: 'estimate', line: 'milestone', first: { number: 3 }, second: { number: 3 } },
    ])
  })

  test('a few lines are near-identical, many are not', () => {
    const adds =
      (many: number): Edit =>
      (doc, plan) => {
        for (let at = 0; at < many; at += 1) addStep(doc, milestone(plan, 0).id, { title: `Ours ${at}` })
      }
    const { of } = pair(begun(), begun())
    const most = Math.floor(of * 0.05)
    expect(pair(begun(), begun({ byBuyer: adds(most) })).nearlyAlike).toBe(true)
    expect(pair(begun(), begun({ byBuyer: adds(most + 3) })).nearlyAlike).toBe(false)
  })
})

const EDITS: readonly Edit[] = [
  (doc) => void addMilestone(doc, { title: 'New' }),
  (doc, plan) => void addStep(doc, milestone(plan, 1).id, { title: 'New' }),
  (doc, plan) => void archiveStep(doc, milestone(plan, 1).steps[0]?.id as never),
  (doc, plan) => void moveMilestone(doc, milestone(plan, 0).id, milestone(plan, 4).id),
  (doc, plan) => void moveMilestone(doc, milestone(plan, 5).id, milestone(plan, 1).id),
  (doc, plan) => void moveMilestone(doc, milestone(plan, 3).id, null),
  (doc, plan) => void setMilestoneEstimate(doc, milestone(plan, 2).id, 41),
  (doc, plan) => void skipMilestone(doc, milestone(plan, 3).id, true),
  (doc, plan) => void setText(doc, { in: 'milestones', id: milestone(plan, 2).id, field: 'title' }, 'Else'),
  (doc) => void addKeyDate(doc, { title: 'Freeze', span: null, side: 'buyer' }),
]
const edited = fc
  .subarray(EDITS.map((_, at) => at))
  .map((chosen) => begun({ byBuyer: (doc, plan) => chosen.forEach((at) => EDITS[at]?.(doc, plan)) }))
const dated = (read: PlanRead, at: number): PlanRead => ({
  ...read,
  plan: { ...read.plan, planId: `p${at}`, createdAt: at },
})

describe('[CMP-4] properties', () => {
  test('the same plan twice is identical; either way round the same lines differ', () => {
    fc.assert(
      fc.property(edited, edited, (one, other) => {
        expect(pair(one, one).differing).toEqual([])
        const forth = pair(dated(one, 1), dated(other, 2))
        const back = pair(dated(one, 2), dated(other, 1))
        const names = ({ differing }: typeof forth) => differing.map(({ title, how }) => `${how} ${title}`).toSorted()
        // A reworded line is called by the words of the newer plan.
        expect(forth.differing.length).toBe(back.differing.length)
        expect(names(forth).map((name) => name.split(' ')[0])).toEqual(names(back).map((name) => name.split(' ')[0]))
        expect(forth.of).toBe(back.of)
        expect(forth.differing.length).toBeLessThanOrEqual(forth.of)
      }),
      { numRuns: 25 },
    )
  })

  test('the order in which the plans come says nothing', () => {
    fc.assert(
      fc.property(fc.array(edited, { minLength: 2, maxLength: 4 }), (reads) => {
        const all = reads.map(dated)
        expect(comparePlans(FULL, all.toReversed())).toEqual(comparePlans(FULL, all))
      }),
      { numRuns: 10 },
    )
  })

  test('as few as possible are called moved', () => {
    const moves: Edit = (doc, plan) => void moveMilestone(doc, milestone(plan, 0).id, milestone(plan, 6).id)
    expect(pair(begun({ byBuyer: moves }), begun()).differing.length).toBe(1)
  })
})

test('[CMP-5] what a hostile peer says of keys throws nothing and claims no line twice', () => {
  const keys = (ids: readonly string[], key: unknown) => Object.fromEntries(ids.map((id) => [id, key]))
  const odd = [null, 5, 'x', [], { a: 1 }, ['a']]
  const attacks: readonly Edit[] = [
    ...odd.map(
      (raw): Edit =>
        (doc) =>
          doc.ydoc.getMap('meta').set('template', { id: FULL.id, version: 1, keys: raw }),
    ),
    (doc, plan) => {
      const ids = plan.milestones.flatMap(({ id, steps }) => [id, ...steps.map((step) => step.id)])
      const all = keys(ids, FULL.milestones[0]?.key)
      doc.ydoc.getMap('meta').set('template', { id: FULL.id, version: 1, keys: all })
    },
  ]
  for (const byBuyer of attacks) {
    const read = begun({ byBuyer })
    const { pairs, plans } = comparePlans(FULL, [read, begun()])
    expect(pairs[0]?.differing.length).toBeLessThanOrEqual(pairs[0]?.of ?? 0)
    for (const { fromTemplate } of plans) expect(fromTemplate?.changed).toBeLessThanOrEqual(fromTemplate?.of ?? 0)
    expect(pair(read, read).differing).toEqual([])
  }
})

test('[CMP-6] the last five are those that were begun last', () => {
  const plans = [3, 9, 1, null, 7, 5, 8].map((createdAt) => ({ createdAt, planId: `p${createdAt}` }))
  expect(lastPlans(plans).map(({ createdAt }) => createdAt)).toEqual([9, 8, 7, 5, 3])
  expect(lastPlans(plans.slice(2, 5)).map(({ createdAt }) => createdAt)).toEqual([7, 1, null])
})
