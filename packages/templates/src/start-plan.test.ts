import {
  openPlanDoc,
  planToSchedule,
  readPlan,
  setGoLive,
  standingOffer,
  type Plan,
  type PlanDoc,
} from '@milepost/plan'
import { forecast, parseLocalDate, planBackward, weekdayOf, type LocalDate } from '@milepost/schedule'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { startPlan, TEMPLATES, templateById, templateToSchedule, type PlanStart, type Template } from './index.ts'
import { newPlanDoc } from './testing/new-doc.ts'

const day = (text: string) => parseLocalDate(text) as LocalDate
const TODAY = day('2026-06-17')
const oneTeam = templateById('one-team-first') as Template

const START: PlanStart = {
  buyer: 'Greyfell Housing',
  seller: 'Quillmark',
  title: 'Tenants book repairs online, on every estate',
  today: TODAY,
  goLive: day('2026-11-14'),
  side: 'seller',
  by: { role: 'account EXECUTIVE', name: 'Dana Okafor' },
}

function started(template: Template, changes: Partial<PlanStart> = {}): { doc: PlanDoc; plan: Plan } {
  const doc = newPlanDoc()
  expect(startPlan(doc, template, { ...START, ...changes })).toMatchObject({})
  return { doc, plan: readPlan(doc) }
}

describe.each(TEMPLATES)('[START-1] $name becomes a plan', (template) => {
  const { plan } = started(template)

  test('with its milestones, steps, roles and criteria, in order', () => {
    expect(plan.milestones.map(({ title, benefit }) => [title, benefit])).toEqual(
      template.milestones.map(({ title, benefit }) => [title, benefit]),
    )
    expect(plan.milestones.map(({ steps }) => steps.map(({ title, outcome }) => [title, outcome]))).toEqual(
      template.milestones.map(({ steps }) => steps.map(({ title, outcome }) => [title, outcome])),
    )
    expect(plan.roles.slice(0, template.roles.length).map(({ title }) => title)).toEqual(
      template.roles.map(({ title }) => title),
    )
    expect(plan.criteria.map(({ text }) => text)).toEqual(template.criteria)
    expect(plan).toMatchObject({ buyer: 'Greyfell Housing', seller: 'Quillmark', title: START.title, start: TODAY })
    expect(plan.template).toMatchObject({ id: template.id, version: template.version })
  })

  test('and remembers which of its lines is which of the template’s', () => {
    const keys = plan.template?.keys as Record<string, string>
    expect(plan.milestones.map(({ id }) => keys[id])).toEqual(template.milestones.map(({ key }) => key))
    expect(plan.milestones.flatMap(({ steps }) => steps.map(({ id }) => keys[id]))).toEqual(
      template.milestones.flatMap(({ steps }) => steps.map(({ key }) => key)),
    )
  })

  test('with go-live and the result, and an owner for each milestone that has one', () => {
    const placeOf = (id: string | null) => plan.milestones.findIndex((milestone) => milestone.id === id)
    const keys = template.milestones.map(({ key }) => key)
    expect(placeOf(plan.goLiveId)).toBe(keys.indexOf(template.goLive))
    expect(placeOf(plan.resultId)).toBe(keys.indexOf(template.result))
    expect(plan.goLiveSetBy?.side).toBe('seller')
    const titles = new Map(template.roles.map((role) => [role.key, role.title]))
    const ownerOf = (id: string | null) => plan.roles.find((role) => role.id === id)?.title ?? null
    expect(plan.milestones.map(({ ownerRole }) => ownerOf(ownerRole))).toEqual(
      template.milestones.map(({ owner }) => titles.get(owner ?? '') ?? null),
    )
    const steps = plan.milestones.flatMap((milestone) => milestone.steps)
    expect(steps.map(({ withRole }) => ownerOf(withRole))).toEqual(
      template.milestones.flatMap((milestone) => milestone.steps.map((step) => titles.get(step.with ?? '') ?? null)),
    )
  })

  test('with the same links', () => {
    const keys = new Map(plan.milestones.map(({ id }, place) => [id as string, template.milestones[place]?.key]))
    expect(plan.milestones.map(({ after }) => after?.map((id) => keys.get(id)) ?? null)).toEqual(
      template.milestones.map(({ after }) => after),
    )
    const stepKeys = template.milestones.flatMap((milestone) => milestone.steps)
    const stepIds = plan.milestones.flatMap((milestone) => milestone.steps)
    const keyOf = new Map(stepIds.map(({ id }, place) => [id as string, stepKeys[place]?.key]))
    expect(stepIds.map(({ after }) => after?.map((id) => keyOf.get(id)) ?? null)).toEqual(
      stepKeys.map(({ after }) => after),
    )
  })

  test('with dates worked back from go-live, as the screen showed them before', () => {
    const shown = planBackward(templateToSchedule(template, { today: TODAY }), day('2026-11-14'))
    expect(plan.milestones.map(({ due }) => due)).toEqual(shown.due.map(({ due }) => due))
    const goLive = plan.milestones.find(({ id }) => id === plan.goLiveId)
    expect(goLive?.due).toBe('2026-11-14')
    const others = plan.milestones.filter(({ id }) => id !== plan.goLiveId)
    expect(others.filter(({ due }) => due === null || weekdayOf(due) > 5)).toEqual([])
  })
})

test('[START-2] a plan that has the time it needs is forecast to be in time', () => {
  const { plan } = started(oneTeam)
  const { goLive, milestones } = forecast(planToSchedule(plan, TODAY))
  expect(goLive).toEqual({ finish: '2026-11-14', agreed: null, slip: null, slipCalendarDays: null })
  expect(new Set(milestones.map(({ status }) => status))).toEqual(new Set(['onTrack']))
  expect(standingOffer(plan.offers)).toBeNull()
})

test('[START-3] without a go-live date nothing is promised', () => {
  const { plan } = started(oneTeam, { goLive: null })
  expect(plan.milestones.filter(({ due }) => due !== null)).toEqual([])
})

describe('[START-4] whoever starts the plan', () => {
  const rolesOf = (plan: Plan) =>
    plan.roles.flatMap((role) => {
      const person = plan.people.find(({ id }) => id === role.personId)
      return person === undefined ? [] : [`${role.side} ${role.title}: ${person.name}`]
    })

  test('has the template’s role of that title', () => {
    const { plan } = started(oneTeam)
    expect(plan.roles.length).toBe(oneTeam.roles.length)
    expect(rolesOf(plan)).toEqual(['seller Account executive: Dana Okafor'])
  })

  test('or brings a role, on their own side', () => {
    const { plan } = started(oneTeam, { side: 'buyer', by: { role: 'Account executive', name: 'Kai' } })
    expect(rolesOf(plan)).toEqual(['buyer Account executive: Kai'])
    expect(plan.roles.length).toBe(oneTeam.roles.length + 1)
  })

  test('and may leave out either', () => {
    expect(started(oneTeam, { by: { role: '', name: ' Kai ' } }).plan.people.map(({ name }) => name)).toEqual(['Kai'])
    const unnamed = started(oneTeam, { by: { role: 'Scout', name: ' ' } }).plan
    expect([unnamed.people.length, unnamed.roles.at(-1)?.title]).toEqual([0, 'Scout'])
  })

  test('learns their ids', () => {
    const doc = newPlanDoc()
    const answer = startPlan(doc, oneTeam, START)
    const { people, roles } = readPlan(doc)
    const role = roles.find(({ personId }) => personId !== null)
    expect(answer).toMatchObject({ personId: people[0]?.id, roleId: role?.id })
  })
})

test('[START-5] the buyer’s own date is the compelling event that go-live must end by', () => {
  const { plan } = started(oneTeam, { keyDate: { title: 'Heating season starts', date: day('2026-12-01') } })
  expect(plan.keyDates).toMatchObject([
    { title: 'Heating season starts', side: 'buyer', compelling: true, span: { from: '2026-12-01', to: '2026-12-01' } },
  ])
  expect(plan.milestones.find(({ id }) => id === plan.goLiveId)?.mustEndBy).toBe(plan.keyDates[0]?.id)
})

test('[START-6] numbers changed before the plan was made, and what was done already', () => {
  const changes = { estimates: { agreement: 3 }, done: { cost: day('2026-06-16') } }
  const { plan } = started(oneTeam, changes)
  expect(plan.milestones.map(({ estimate }) => estimate)).toEqual([5, 4, 7, 17, 9, 3, 18, 25])
  expect(plan.milestones.map(({ done }) => done?.on ?? null).slice(0, 2)).toEqual(['2026-06-16', null])
  const shown = planBackward(templateToSchedule(oneTeam, { today: TODAY, ...changes }), day('2026-11-14')).due
  expect(plan.milestones.flatMap(({ due }) => due ?? [])).toEqual(shown.map(({ due }) => due))
})

test('[START-7] it is one change', () => {
  const doc = newPlanDoc()
  let updates = 0
  doc.ydoc.on('update', () => {
    updates += 1
  })
  startPlan(doc, oneTeam, START)
  expect(updates).toBe(1)
})

describe('[START-8] a plan is filled once', () => {
  test('and never a document that holds no plan, or that may not be changed', () => {
    const { doc, plan } = started(oneTeam)
    expect(startPlan(doc, oneTeam, START)).toBe('has-content')
    setGoLive(doc, null)
    expect(startPlan(doc, oneTeam, START)).toBe('has-content')
    expect(readPlan(doc).milestones.length).toBe(plan.milestones.length)
    expect(startPlan(openPlanDoc(new Y.Doc()), oneTeam, START)).toBe('no-plan')
    const readOnly = openPlanDoc(newPlanDoc().ydoc, { mayChange: () => false })
    expect(startPlan(readOnly, oneTeam, START)).toBe('not-allowed')
  })

  test('two plans from one template share no id', () => {
    const ids = (plan: Plan) => [...plan.milestones, ...plan.roles].map(({ id }) => id as string)
    const [a, b] = [started(oneTeam).plan, started(oneTeam).plan]
    expect(ids(a).filter((id) => ids(b).includes(id))).toEqual([])
  })
})
