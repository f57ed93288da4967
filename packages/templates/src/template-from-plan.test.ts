import {
  addCriterion,
  addMilestone,
  addPerson,
  addRole,
  addStep,
  archiveMilestone,
  archiveRole,
  archiveStep,
  moveMilestone,
  moveStep,
  nameRole,
  planToSchedule,
  readPlan,
  setCriterionValue,
  setGoLive,
  setMeta,
  setMilestoneAfter,
  setMilestoneEstimate,
  setMilestoneOwner,
  setResult,
  setRoleFunction,
  setStepAfter,
  setStepEstimate,
  setStepOwner,
  setStepWith,
  setText,
  type MilestoneId,
  type Plan,
  type PlanDoc,
} from '@milepost/plan'
import { parseLocalDate, planBackward, type LocalDate } from '@milepost/schedule'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ANY_DEAL,
  estimateOf,
  isSameTemplate,
  parseTemplate,
  samplePlan,
  startPlan,
  templateFromPlan,
  TEMPLATES,
  templateToJson,
  type PlanStart,
  type Template,
} from './index.ts'
import { newPlanDoc } from './testing/new-doc.ts'

const day = (text: string) => parseLocalDate(text) as LocalDate
const TODAY = day('2026-06-17')
const GO_LIVE = day('2027-06-14')
const ABOUT = { id: 'ours', version: 1, name: 'Ours', summary: '', fits: ANY_DEAL, basedOn: null }
const START: PlanStart = {
  buyer: 'Halden Foods',
  seller: 'Quillmark',
  title: 'Invoices match',
  today: TODAY,
  goLive: null,
  side: 'seller',
  by: { role: '', name: '' },
}

function started(template: Template): PlanDoc {
  const doc = newPlanDoc()
  expect(startPlan(doc, template, START)).toMatchObject({})
  return doc
}

function made(plan: Plan): Template {
  const template = templateFromPlan(plan, ABOUT)
  if (typeof template === 'string') throw new Error(template)
  return template
}

/** One change of a plan; the numbers choose what and where. */
function edit(doc: PlanDoc, [kind, a, b, c]: readonly number[]): void {
  const { milestones, roles } = readPlan(doc)
  const at = <T>(list: readonly T[], n = 0) => list[n % Math.max(1, list.length)]
  const milestone = at(milestones, a)
  const role = at(roles, b)?.id ?? null
  const step = at(milestone?.steps ?? [], b)
  const isGoal = (id: MilestoneId) => [readPlan(doc).goLiveId, readPlan(doc).resultId].includes(id)
  const edits: (() => unknown)[] = [
    () =>
      addMilestone(doc, {
        title: `New ${c}`,
        after: milestones[0]?.id ?? null,
        waitsFor: milestones.slice(0, 1).map(({ id }) => id),
      }),
    () => addRole(doc, { title: ` Role ${c} `, side: 'buyer', function: null }),
    () => role !== null && archiveRole(doc, role),
    () => role !== null && setRoleFunction(doc, role, 'legal'),
  ]
  if (milestone !== undefined) {
    const { id } = milestone
    edits.push(
      () => !isGoal(id) && archiveMilestone(doc, id),
      () => !isGoal(id) && moveMilestone(doc, id, at(milestones.slice(0, -2), b)?.id ?? null),
      () =>
        setMilestoneAfter(
          doc,
          id,
          [at(milestones, b), at(milestones, c)].flatMap((one) => one?.id ?? []),
        ),
      () => setMilestoneAfter(doc, id, (c ?? 0) % 2 === 0 ? null : []),
      () => setMilestoneEstimate(doc, id, (c ?? 0) % 3 === 0 ? null : (c ?? 0)),
      () => setMilestoneOwner(doc, id, role),
      () => setText(doc, { in: 'milestones', id, field: 'title' }, ` Says ${c} `),
      () => addStep(doc, id, { title: `Step ${c}`, ownerRole: role, withRole: at(roles, c)?.id ?? null }),
    )
  }
  if (milestone !== undefined && step !== undefined) {
    edits.push(
      () => archiveStep(doc, step.id),
      () => moveStep(doc, step.id, at(milestones, c)?.id ?? milestone.id, null),
      () => setStepAfter(doc, step.id, at(milestones, c)?.steps.map(({ id }) => id) ?? []),
      () => setStepEstimate(doc, step.id, (c ?? 0) % 3 === 0 ? null : (c ?? 0)),
      () => setStepOwner(doc, step.id, role),
      () => setStepWith(doc, step.id, at(roles, c)?.id ?? null),
    )
  }
  edits[(kind ?? 0) % edits.length]?.()
}

/** What a plan says that a template keeps, with places for ids. */
function shapeOf({ milestones, roles, criteria, goLiveId, resultId }: Plan) {
  const role = (id: string | null) => roles.findIndex((one) => one.id === id)
  const steps = milestones.flatMap((milestone) => milestone.steps.map(({ id }) => id as string))
  return {
    roles: roles.map(({ title, side }) => [title.trim(), side]),
    goals: [goLiveId, resultId].map((id) => milestones.findIndex((one) => one.id === id)),
    criteria: criteria.map(({ text }) => text.trim()),
    milestones: milestones.map((milestone) => ({
      title: milestone.title.trim(),
      benefit: milestone.benefit.trim(),
      owner: role(milestone.ownerRole),
      steps: milestone.steps.map((step) => ({
        title: step.title.trim(),
        outcome: step.outcome.trim(),
        owner: role(step.ownerRole),
        with: step.withRole === step.ownerRole ? -1 : role(step.withRole),
        estimate: step.estimate,
        after:
          step.after?.map((id) => steps.indexOf(id)).filter((at) => at >= 0 && at < steps.indexOf(step.id)) ?? null,
      })),
    })),
  }
}

/** Working back shows which links and estimates count: the same days, milestone by milestone. */
function daysOf(plan: Plan, estimates: readonly (number | null)[]): readonly (LocalDate | null)[] {
  const input = planToSchedule(plan, TODAY)
  const numbers = new Map(plan.milestones.map(({ id }, at) => [id, estimates[at] ?? null]))
  const milestones = input.milestones.map((one) => ({
    ...one,
    due: null,
    estimate: numbers.get(one.id) ?? one.estimate,
  }))
  const due = new Map(planBackward({ ...input, milestones }, GO_LIVE).due.map((one) => [one.id, one.due]))
  return plan.milestones.map(({ id }) => due.get(id) ?? null)
}

test('[FROM-1] a plan started from the template of a plan has its milestones, steps, roles, links and estimates', () => {
  const edits = fc.array(fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }), { maxLength: 15 })
  fc.assert(
    fc.property(fc.nat(TEMPLATES.length - 1), edits, (from, changes) => {
      const doc = started(TEMPLATES[from] as Template)
      for (const change of changes) edit(doc, change)
      const plan = readPlan(doc)
      const template = templateFromPlan(plan, ABOUT)
      // Only a plan that no longer ends in value is refused.
      const places = plan.milestones.map(({ id }) => id)
      const ends = places.indexOf(plan.resultId as MilestoneId) > places.indexOf(plan.goLiveId as MilestoneId)
      expect(typeof template).toBe(ends ? 'object' : 'string')
      if (typeof template === 'string') return
      const again = readPlan(started(template))
      expect(shapeOf(again)).toEqual(shapeOf(plan))
      const estimates = plan.milestones.map(({ estimate }, at) => {
        const milestone = template.milestones[at]
        return estimate ?? (milestone === undefined ? null : estimateOf(milestone))
      })
      expect(again.milestones.map(({ estimate }) => estimate)).toEqual(estimates)
      expect(daysOf(again, estimates)).toEqual(daysOf(plan, estimates))
    }),
    { numRuns: 40 },
  )
})

test('[FROM-2] what belongs to one deal stays behind', () => {
  const doc = newPlanDoc()
  samplePlan(doc, TODAY)
  const plan = readPlan(doc)
  const template = made(plan)
  const said = templateToJson(template)
  expect(said).not.toMatch(/\d{4}-\d\d-\d\d/u)
  for (const { name } of plan.people) expect(said).not.toContain(name)
  for (const { id, text } of plan.moves) expect(said.includes(id) || (text !== '' && said.includes(text))).toBe(false)
  expect(plan.moves.length).toBeGreaterThan(0)
  expect(Object.keys(template.milestones[0] ?? {}).toSorted()).toEqual(
    ['after', 'benefit', 'estimate', 'key', 'owner', 'steps', 'title'].toSorted(),
  )
})

test('[FROM-2] success criteria come along as questions, without their numbers, and roles without their people', () => {
  const doc = started(TEMPLATES[0] as Template)
  const criterion = addCriterion(doc, { text: 'Hours saved', baseline: '310', target: '40' })
  if (criterion !== null) setCriterionValue(doc, criterion, 'actual', '55')
  const role = readPlan(doc).roles[0]?.id
  const person = addPerson(doc, { name: 'Ottilie Brandt', side: 'buyer' })
  if (role !== undefined && person !== null) nameRole(doc, role, person)
  const template = made(readPlan(doc))
  expect(template.criteria).toContain('Hours saved')
  expect(JSON.stringify(template)).not.toMatch(/310|Ottilie/u)
})

describe('[FROM-3] keys', () => {
  test('of lines that came from a template stay, so that the next version is the same thing further on', () => {
    const [from] = TEMPLATES
    const doc = started(from as Template)
    const first = readPlan(doc).milestones[0]?.id ?? null
    addMilestone(doc, { title: 'One more', after: first })
    const keys = made(readPlan(doc)).milestones.map(({ key }) => key)
    const kept = from?.milestones.map(({ key }) => key) ?? []
    expect(keys.filter((key) => kept.includes(key))).toEqual(kept)
    expect(keys.length).toBe(kept.length + 1)
  })

  test('that a peer made up are never two of a kind', () => {
    const doc = started(TEMPLATES[0] as Template)
    const [one, two] = readPlan(doc).milestones
    const [, , three, four] = readPlan(doc).milestones
    const keys = { [one?.id ?? '']: two?.id ?? '', [three?.id ?? '']: 'same', [four?.id ?? '']: 'same' }
    setMeta(doc, 'template', { id: 'x', version: 1, keys })
    expect(made(readPlan(doc)).milestones.length).toBe(8)
  })
})

describe('[FROM-4] a plan without a goal makes no template', () => {
  test('no go-live', () => {
    const doc = started(TEMPLATES[0] as Template)
    setGoLive(doc, null)
    expect(templateFromPlan(readPlan(doc), ABOUT)).toBe('no-go-live')
  })

  test('where nobody said which is the result it is the last milestone, unless that is go-live', () => {
    const doc = started(TEMPLATES[0] as Template)
    setResult(doc, null)
    expect(made(readPlan(doc)).result).toBe(TEMPLATES[0]?.result)
    setGoLive(doc, readPlan(doc).milestones.at(-1)?.id ?? null)
    expect(templateFromPlan(readPlan(doc), ABOUT)).toBe('result-before-go-live')
  })

  test('an empty one', () => {
    expect(templateFromPlan(readPlan(newPlanDoc()), ABOUT)).toBe('not-a-template')
  })
})

test.each(TEMPLATES)('[FROM-3] a plan of “$name” that nobody changed is that template again', (template) => {
  const { id, version, name, summary, fits, basedOn } = template
  const again = templateFromPlan(readPlan(started(template)), {
    id,
    version: version + 1,
    name,
    summary,
    fits,
    basedOn,
  })
  expect(again).toEqual({ ...template, version: version + 1 })
  expect(isSameTemplate(again as Template, template)).toBe(true)
  expect(isSameTemplate({ ...template, name: 'Another' }, template)).toBe(false)
})

test('[FROM-5] what comes out can be read back by everybody', () => {
  const doc = newPlanDoc()
  samplePlan(doc, TODAY)
  const template = made(readPlan(doc))
  expect(parseTemplate(JSON.parse(templateToJson(template)))).toEqual(template)
})
