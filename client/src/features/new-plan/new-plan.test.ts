import { createPlan, planOutlook, readPlan } from '@milepost/plan'
import { addWorkdays, parseLocalDate, workCalendar, type LocalDate } from '@milepost/schedule'
import { TEMPLATES, type Template } from '@milepost/templates'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { draftDates, NEW_PLAN_CALENDAR } from './draft-dates.ts'
import { draftScale } from './draft-scale.ts'
import { fillPlan, meOf, missingIn } from './draft-to-plan.ts'
import { draftToLocal, freshDraft, NO_DRAFT, parseDraft, withTemplate, type Draft } from './draft.ts'
import { fitting } from './fitting.ts'
import { newPlanWords } from '../../words/new-plan.ts'
import { waysOut } from './ways-out.ts'

const TODAY = day('2026-06-17')

function day(text: string): LocalDate {
  const date = parseLocalDate(text)
  if (date === null) throw new Error(text)
  return date
}

function draft(more: Partial<Draft> = {}): Draft {
  return {
    ...freshDraft(null),
    templateId: 'one-team-first',
    buyer: 'Greyfell Housing',
    seller: 'Quillmark',
    title: 'Tenants book repairs online',
    role: 'Account executive',
    name: 'Dana Okafor',
    ...more,
  }
}

describe('a draft', () => {
  test('comes back from the device as it was left', () => {
    const left = draft({ goLive: day('2026-09-14'), estimates: { a: 3 }, dues: { b: day('2026-07-01') }, done: ['c'] })
    expect(parseDraft(JSON.parse(JSON.stringify(draftToLocal(left))), null)).toEqual(left)
  })

  test('knows one’s own template again, and falls back where it is gone', () => {
    const own = { ...(TEMPLATES[1] as Template), id: 'ours' }
    const left = draft({ templateId: 'ours', own, estimates: { a: 3 } })
    const kept = JSON.parse(JSON.stringify(draftToLocal(left)))
    expect(JSON.stringify(kept)).not.toContain('milestones')
    expect(parseDraft(kept, null, [own])).toEqual(left)
    expect(draftDates(left, TODAY).rows.length).toBe(own.milestones.length)
    expect(parseDraft(kept, null)).toMatchObject({ templateId: TEMPLATES[0]?.id, own: null })
    expect(withTemplate(left, 'blank')).toMatchObject({ templateId: 'blank', own: null, estimates: {} })
  })

  test('is none where none was kept', () => {
    for (const kept of [NO_DRAFT, null, 'odd', [], 7]) expect(parseDraft(kept, null)).toBeNull()
  })

  test('odd fields fall back, one by one', () => {
    const kept = {
      templateId: 'gone',
      buyer: 7,
      side: 'both',
      goLive: '2026-02-31',
      estimates: { a: -1, b: 2.5, c: 4 },
      dues: 3,
    }
    expect(parseDraft(kept, null)).toMatchObject({
      templateId: TEMPLATES[0]?.id,
      buyer: '',
      side: 'seller',
      goLive: null,
      estimates: { c: 4 },
      dues: {},
    })
  })

  test('begins with oneself, as said the last time', () => {
    expect(freshDraft({ company: 'Halden Foods', side: 'buyer', role: 'CFO', name: 'Astrid' })).toMatchObject({
      buyer: 'Halden Foods',
      seller: '',
      side: 'buyer',
      role: 'CFO',
      name: 'Astrid',
    })
  })

  test('another starting point forgets the numbers of the old one, the same one does not', () => {
    const set = draft({ estimates: { a: 3 } })
    expect(withTemplate(set, 'blank').estimates).toEqual({})
    expect(withTemplate(set, 'one-team-first')).toBe(set)
  })

  test('says what is missing: two sides and a role, nothing else', () => {
    expect(missingIn(draft({ title: '', name: '', goLive: null }))).toEqual({})
    expect(Object.keys(missingIn(draft({ buyer: ' ', seller: '', role: '' })))).toEqual(['buyer', 'seller', 'role'])
  })
})

describe('its days', () => {
  test('are worked back from go-live, each from the one before it', () => {
    const { rows, left, shortBy, firstPossible } = draftDates(draft({ goLive: day('2026-09-21') }), TODAY)
    const goLive = rows.find(({ goal }) => goal === 'goLive')
    expect(goLive?.due).toBe('2026-09-21')
    expect(left).toBe(69)
    expect([shortBy, firstPossible]).toEqual([0, null])
    for (const { from, due, past } of rows) {
      expect(past).toBe(false)
      expect((from ?? '') <= (due ?? '')).toBe(true)
    }
  })

  test('on a Sunday the days that are left begin on Monday', () => {
    const { left, shortBy } = draftDates(draft({ goLive: day('2026-06-26') }), day('2026-06-21'))
    expect([left, shortBy]).toEqual([5, 55])
  })

  test('say how late one is, and the first go-live that leaves time; taking it leaves none short', () => {
    const tight = draft({ goLive: day('2026-07-20') })
    const { shortBy, firstPossible, rows } = draftDates(tight, TODAY)
    expect(shortBy).toBeGreaterThan(0)
    expect(rows[0]?.past).toBe(true)
    expect(draftDates({ ...tight, goLive: firstPossible }, TODAY).shortBy).toBe(0)
  })

  test('one set by hand stays, and go-live is the form’s', () => {
    const key = TEMPLATES[0]?.milestones[1]?.key ?? ''
    const { rows } = draftDates(
      draft({ goLive: day('2026-09-21'), dues: { [key]: day('2026-07-03'), live: day('2026-01-01') } }),
      TODAY,
    )
    expect(rows[1]).toMatchObject({ due: '2026-07-03', set: true })
    expect(rows.find(({ goal }) => goal === 'goLive')).toMatchObject({ due: '2026-09-21', set: false })
  })

  test('without a go-live there are none', () => {
    const { rows, left, room } = draftDates(draft(), TODAY)
    expect(rows.every(({ due, from }) => due === null && from === null)).toBe(true)
    expect([left, room]).toEqual([null, null])
    expect(draftScale(draft(), draftDates(draft(), TODAY), TODAY)).toBeNull()
  })

  test.each([
    ['2026-10-01', 'Go-live leaves 8 working days of room.'],
    ['2026-09-22', 'Go-live leaves 1 working day of room.'],
    ['2026-09-21', 'Go-live falls on that day: no room is left.'],
    ['2026-09-17', 'Go-live is 2 working days after that day.'],
  ])('before the buyer’s own date on %s: %s', (keyDate, words) => {
    const { room } = draftDates(draft({ goLive: day('2026-09-21'), keyDate: day(keyDate) }), TODAY)
    expect(newPlanWords.keyDate.room(room ?? Number.NaN)).toBe(words)
  })

  test('their picture keeps every bar inside', () => {
    const late = draft({ goLive: day('2026-07-20'), keyDate: day('2026-10-01') })
    const dates = draftDates(late, TODAY)
    const scale = draftScale(late, dates, TODAY)
    expect(scale?.months.map(({ name }) => name)).toContain('Aug')
    const begins = dates.rows.flatMap(({ from, goal }) =>
      from === null || goal === 'result' ? [] : [scale?.at(from) ?? 0],
    )
    expect(Math.min(...begins)).toBeGreaterThan(0)
    expect(scale?.at(TODAY)).toBeGreaterThan(0)
    expect(scale?.at(day('2026-10-01'))).toBeLessThan(1)
  })
})

function filled(from: Draft, today = TODAY) {
  const ydoc = new Y.Doc()
  const doc = createPlan(ydoc, { planId: 'plan', buyer: '', seller: '' })
  return { answer: fillPlan(doc, from, today), plan: readPlan(doc) }
}

describe('the ways out of a start that lies in the past', () => {
  const dated = TEMPLATES.filter(({ id }) => id !== 'blank').map(({ id }) => id)

  test.each(
    dated.flatMap((templateId) =>
      // A Wednesday, and a Sunday, on which no work begins.
      ['2026-06-17', '2026-06-21'].map((today) => ({ templateId, today: day(today) })),
    ),
  )('each makes it fit, in the plan that is made of it too: $templateId on $today', ({ templateId, today }) => {
    const { firstPossible } = draftDates(draft({ templateId, goLive: day('2026-08-22') }), today)
    const goLive = addWorkdays(workCalendar(NEW_PLAN_CALENDAR), firstPossible ?? today, -8)
    const tight = draft({ templateId, goLive, keyDate: day('2027-12-01') })
    expect(draftDates(tight, today).shortBy).toBe(8)
    const ways = waysOut(tight, today)
    expect(ways).toHaveLength(3)
    for (const { words, draft: next } of ways) {
      const { shortBy, rows } = draftDates(next, today)
      expect([words, shortBy, rows.filter(({ past }) => past)]).toEqual([words, 0, []])
      const { plan } = filled(next, today)
      const { goLive, findings } = planOutlook(plan, today)
      expect([words, goLive?.finish, findings]).toEqual([words, next.goLive, []])
    }
  })

  test('say what they do', () => {
    const tight = draft({ goLive: day('2026-09-01'), keyDate: day('2026-10-01') })
    expect(draftDates(tight, TODAY).shortBy).toBe(5)
    expect(waysOut(tight, TODAY).map(({ words, detail }) => [words, detail])).toEqual([
      ['Go live on Tue 8 Sept', '17 days of room'],
      ['Milestone 1 is already done', null],
      ['Shorten 4 and 7 by 5 days', null],
    ])
  })

  test('a day set by hand that has passed goes; others stay', () => {
    const [first, second] = (TEMPLATES[0]?.milestones ?? []).map(({ key }) => key)
    const tight = draft({
      goLive: day('2026-07-20'),
      dues: { [first ?? '']: day('2026-06-01'), [second ?? '']: day('2026-09-30') },
    })
    for (const { draft: next } of waysOut(tight, TODAY)) {
      const { rows } = draftDates(next, TODAY)
      expect(rows[1]).toMatchObject(next.done.length > 1 ? { done: true } : { due: '2026-09-30', set: true })
      expect(rows.some(({ past }) => past)).toBe(false)
    }
  })

  test('what is done already is done in the plan, with its steps, the day before', () => {
    const done = waysOut(draft({ goLive: day('2026-09-01') }), TODAY)[1]?.draft
    const { plan } = filled(done ?? draft())
    const [first, second] = plan.milestones
    expect(first?.done?.on).toBe('2026-06-16')
    expect(first?.steps.map((step) => step.done?.on)).toEqual(first?.steps.map(() => '2026-06-16'))
    expect(second?.done).toBeNull()
  })

  test('only what helps is offered: of a go-live in the past only a later one', () => {
    const gone = waysOut(draft({ goLive: day('2026-05-01') }), TODAY)
    expect(gone).toHaveLength(1)
    expect(gone[0]?.words).toMatch(/^Go live on/)
    expect(waysOut(draft({ goLive: day('2027-05-03') }), TODAY)).toEqual([])
    expect(waysOut(draft(), TODAY)).toEqual([])
  })
})

describe('the plan it becomes', () => {
  test('has both companies, the outcome, the milestones with the very days that were shown', () => {
    const from = draft({
      goLive: day('2026-09-21'),
      keyTitle: 'Heating season starts',
      keyDate: day('2026-10-01'),
      dues: { [TEMPLATES[0]?.milestones[1]?.key ?? '']: day('2026-07-03') },
      estimates: { [TEMPLATES[0]?.milestones[0]?.key ?? '']: 12 },
    })
    const { plan, answer } = filled(from)
    expect([plan.buyer, plan.seller, plan.title]).toEqual([
      'Greyfell Housing',
      'Quillmark',
      'Tenants book repairs online',
    ])
    expect(plan.milestones.map(({ due }) => due)).toEqual(draftDates(from, TODAY).rows.map(({ due }) => due))
    expect(plan.milestones[0]?.estimate).toBe(12)
    expect(plan.keyDates).toMatchObject([{ title: 'Heating season starts', compelling: true, side: 'buyer' }])
    const starter = plan.roles.find(({ title }) => title.toLowerCase() === 'account executive')
    expect(answer).toEqual({ roleId: starter?.id, personId: starter?.personId })
    expect(plan.people.map(({ name }) => name)).toEqual(['Dana Okafor'])
  })

  test('may begin without any date or name', () => {
    const { plan } = filled(draft({ name: '', templateId: 'blank' }))
    expect(plan.milestones.map(({ due }) => due)).toEqual([null, null])
    expect(plan.people).toEqual([])
  })

  test('is not filled twice', () => {
    const ydoc = new Y.Doc()
    const doc = createPlan(ydoc, { planId: 'plan', buyer: '', seller: '' })
    fillPlan(doc, draft(), TODAY)
    expect(fillPlan(doc, draft(), TODAY)).toBe('has-content')
  })

  test('who one is comes from the side one is on', () => {
    expect(meOf(draft({ side: 'buyer' })).company).toBe('Greyfell Housing')
    expect(meOf(draft({ side: 'seller', name: ' Dana ' }))).toEqual({
      side: 'seller',
      company: 'Quillmark',
      role: 'Account executive',
      name: 'Dana',
    })
  })
})

test.each([
  [{ industry: 'food', goal: null, size: null }, true],
  [{ industry: 'Insurance', goal: null, size: null }, false],
  [{ industry: null, goal: 'Renewal', size: null }, true],
  [{ industry: null, goal: null, size: 'large' }, true],
  [{ industry: null, goal: null, size: 'small' }, false],
] as const)('a template for large deals in food suits %o: %s', (wanted, suits) => {
  const template = { ...(TEMPLATES[0] as Template), fits: { industry: ' Food', goal: '', size: 'large' as const } }
  expect(fitting(template, wanted)).toBe(suits)
})
