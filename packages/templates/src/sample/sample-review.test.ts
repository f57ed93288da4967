/** The review of the plans we ship: the sample reads like the picture, and no template is nagged for its own words. */
import { fragmentOf, planOutlook, readPlan, reviewPlan, wordsIn, type PlanDoc } from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { expect, test } from 'vitest'
import { startPlan } from '../start-plan.ts'
import type { Template } from '../template.ts'
import { TEMPLATES } from '../templates.ts'
import { newPlanDoc } from '../testing/new-doc.ts'
import { samplePlan } from './sample-plan.ts'

const PICTURED = parseLocalDate('2026-06-17') as LocalDate

function reviewOf(doc: PlanDoc) {
  const plan = readPlan(doc)
  const fragment = fragmentOf(doc, { kind: 'valueProposition' })
  const words = fragment === null ? 0 : wordsIn(fragment)
  return { plan, review: reviewPlan(plan, planOutlook(plan, PICTURED), PICTURED, words) }
}

function kindsOf(checks: readonly { readonly kind: string }[]): readonly string[] {
  return checks.map(({ kind }) => kind)
}

test('[SAMPLE-7] the review asks for what the picture asks for, and most is in place', () => {
  const doc = newPlanDoc()
  samplePlan(doc, PICTURED)
  const { plan, review } = reviewOf(doc)
  const roleOf = (title: string) => plan.roles.find((role) => role.title === title)?.id
  const [counsel, decider, ...others] = review.attention
  expect(counsel).toMatchObject({
    kind: 'rolesNamed',
    target: { kind: 'role', roleId: roleOf('General Counsel') },
    facts: { work: [{ milestoneId: plan.milestones[4]?.id, stepId: null }] },
  })
  expect(decider).toMatchObject({ kind: 'decisionMaker', target: { roleId: roleOf('CFO') } })
  expect(kindsOf(others)).toEqual([])
  expect(review.inPlace).toHaveLength(26)
})

test('[SAMPLE-7] the buyer does without purchasing, on purpose', () => {
  const doc = newPlanDoc()
  samplePlan(doc, PICTURED)
  const { review } = reviewOf(doc)
  expect(review.off).toMatchObject([
    { kind: 'purchasing', inPlace: false, off: { by: { name: 'Ingrid Solheim', side: 'buyer' }, on: '2026-05-07' } },
  ])
})

/** What only the people of one deal can say, or do: no template can have it in place. */
const OF_THE_DEAL = [
  'waitsOnNobody',
  'valueProposition',
  'decisionMaker',
  'bothSidesContribute',
  'agreed',
  'keyDates',
  'nextStep',
  'buyerPriority',
  'objectives',
  'criteria',
]

function startedFrom(template: Template) {
  const doc = newPlanDoc()
  startPlan(doc, template, {
    buyer: 'Halden Foods',
    seller: 'Quillmark',
    title: 'Invoices match by themselves',
    today: PICTURED,
    goLive: parseLocalDate('2026-12-15'),
    side: 'seller',
    by: { role: 'Account executive', name: 'Dana Okafor' },
  })
  return reviewOf(doc).review
}

test.each(TEMPLATES)('a plan from the template “$name” is not nagged for the template’s own words', (template) => {
  const inPlace = kindsOf(startedFrom(template).inPlace)
  expect(inPlace).toEqual(expect.arrayContaining(['outcomes', 'endsInValue', 'workedBack', 'feasible']))
})

test.each(TEMPLATES.filter(({ id }) => id !== 'blank'))(
  '[TPL-9] a plan from the template “$name” lacks nothing that a template can bring along',
  (template) => {
    expect(kindsOf(startedFrom(template).attention).filter((kind) => !OF_THE_DEAL.includes(kind))).toEqual([])
  },
)
