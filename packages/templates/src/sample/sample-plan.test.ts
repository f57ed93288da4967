import {
  baselineOf,
  openPlanDoc,
  planToSchedule,
  plainText,
  fragmentOf,
  readPlan,
  wordsIn,
  type Plan,
} from '@milepost/plan'
import {
  addCalendarDays,
  attribute,
  forecast,
  parseLocalDate,
  weekdayOf,
  workCalendar,
  workdaysBetween,
  type LocalDate,
} from '@milepost/schedule'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newPlanDoc } from '../testing/new-doc.ts'
import { samplePlan } from './sample-plan.ts'

const PICTURED = parseLocalDate('2026-06-17') as LocalDate

/** Every weekday, ends of months and years, a leap day, and days from three years. */
const TODAYS = [
  PICTURED,
  ...['2024-02-29', '2026-12-31', '2027-01-01', '2028-02-28', '2030-10-27'].map(
    (day) => parseLocalDate(day) as LocalDate,
  ),
  ...Array.from({ length: 53 }, (_, at) => addCalendarDays(PICTURED, at * 23)),
]

function sampleAt(today: LocalDate): Plan {
  const doc = newPlanDoc({ now: () => Date.parse(`${today}T06:00:00Z`) })
  expect(samplePlan(doc, today)).toBe('sampled')
  return readPlan(doc)
}

test('the days of the test fall on every weekday', () => {
  expect(new Set(TODAYS.map(weekdayOf)).size).toBe(7)
})

test.each(TODAYS)('[SAMPLE-1] on %s the forecast says what the picture says', (today) => {
  const plan = sampleAt(today)
  const input = planToSchedule(plan, today)
  const places = plan.milestones.map(({ id }) => id)
  const { goLive, milestones } = forecast(input)
  expect(goLive).toMatchObject({ slip: 5, slipCalendarDays: 7 })
  expect(attribute(input)).toEqual([
    { id: places[2], days: 4 },
    { id: places[3], days: 3 },
    { id: places[5], days: -2 },
  ])
  expect(milestones.map(({ slip }) => slip)).toEqual([0, 0, 4, 7, 7, 5, 5, 5])
  expect(milestones.map(({ status }) => status).slice(0, 2)).toEqual(['done', 'done'])
  expect(milestones.some(({ status }) => status === 'overdue')).toBe(false)
  const compelling = plan.keyDates.find((keyDate) => keyDate.compelling)
  expect(compelling?.title).toBe('Scanning contract ends')
  const calendar = workCalendar(input.calendar)
  expect(workdaysBetween(calendar, goLive?.finish ?? today, compelling?.span?.from ?? today)).toBe(7)
  expect(weekdayOf(goLive?.finish ?? today)).toBe(1)
})

test.each(TODAYS)('[SAMPLE-2] on %s nothing has happened in the future and no promise has passed', (today) => {
  const plan = sampleAt(today)
  const steps = plan.milestones.flatMap((milestone) => milestone.steps)
  const done = [...plan.milestones, ...steps].flatMap((record) => record.done?.on ?? [])
  const open = [...plan.milestones, ...steps]
    .filter((record) => record.done === null)
    .map((record) => record.due ?? today)
  expect(done.filter((day) => day > today)).toEqual([])
  expect(open.filter((day) => day < today)).toEqual([])
  const sixInTheMorning = Date.parse(`${today}T06:00:00Z`)
  expect(plan.moves.filter((move) => move.at > sixInTheMorning)).toEqual([])
})

test('[SAMPLE-3] on the day of the picture it is the picture', () => {
  const doc = newPlanDoc()
  samplePlan(doc, PICTURED)
  const plan = readPlan(doc)
  const roleOf = (id: string | null) => plan.roles.find((role) => role.id === id)?.title
  const { milestones } = forecast(planToSchedule(plan, PICTURED))
  const rows = plan.milestones.map(({ title, ownerRole, steps }, index) => {
    const done = steps.filter((step) => step.done !== null).length
    return `${title} | ${roleOf(ownerRole)} | ${milestones[index]?.finish} | ${done}/${steps.length}`
  })
  expect(rows).toEqual([
    'Everyone agrees what manual matching costs Halden | AP Director | 2026-05-13 | 4/4',
    'Finance has seen its own invoices match | Integration Engineer | 2026-05-29 | 5/5',
    'IT Security is satisfied supplier data stays safe | IT Security Lead | 2026-06-18 | 3/5',
    'ERP connection proven on Halden’s own data | Integration Engineer | 2026-07-09 | 1/4',
    'Budget released on terms both sides stand behind | General Counsel | 2026-07-28 | 0/6',
    'First plant matches with confidence | Customer Success | 2026-08-28 | 0/5',
    'Go-live: all six plants match automatically | AP Director | 2026-09-21 | 0/4',
    'Optimization: first €250k saved, next savings chosen | CFO | 2026-12-21 | 0/3',
  ])
  const dates = plan.keyDates.map(({ title, span }) => `${title} ${span?.from}`)
  expect(dates).toEqual([
    'Investment committee meets 2026-07-23',
    'Scanning contract ends 2026-09-30',
    'Audit preparation starts 2026-12-01',
  ])
  expect(plan.roles.map(({ title }) => title)).toEqual([
    'AP Director', 'IT Security Lead', 'Plant Controller', 'CFO', 'General Counsel',
    'Account Executive', 'Integration Engineer', 'Customer Success', 'VP Sales',
  ]) // prettier-ignore
  expect(plan.roles.filter(({ personId }) => personId === null).map(({ title }) => title)).toEqual(['General Counsel'])
  expect(plan.moves[0]?.text).toBe('Halden’s tester had no slot before 15 Jun; the rest is on time.')
  expect(plan.moves.map(({ by }) => by.name)).toEqual([
    'Marek Dvořák', 'Tomás Reyes', 'Dana Okafor', 'Priya Raman', 'Ingrid Solheim', 'Ingrid Solheim',
  ]) // prettier-ignore
  const fragment = fragmentOf(doc, { kind: 'valueProposition' })
  expect(fragment && wordsIn(fragment)).toBe(36)
  expect(fragment && plainText(fragment)).toContain('lets the January audit finish')
  const promises = plan.resultId && fragmentOf(doc, { kind: 'notes', milestoneId: plan.resultId })
  expect(promises && plainText(promises)).toMatch(/^Promised: .*What came: .*Next gains: /su)
})

test('[SAMPLE-4] its dates were offered by one side and accepted by the other', () => {
  const plan = sampleAt(PICTURED)
  const { state, offer } = baselineOf(plan.offers)
  expect(state).toBe('agreed')
  expect([offer?.side, offer?.accepted?.side]).toEqual(['seller', 'buyer'])
  expect(plan.milestones.map(({ id }) => offer?.days[id]?.date)).toEqual([
    '2026-05-13', '2026-05-29', '2026-06-12', '2026-06-30', '2026-07-17', '2026-08-21', '2026-09-14', '2026-12-14',
  ]) // prettier-ignore
  const [, , security] = plan.milestones
  expect(security?.steps.map((step) => `${step.agreedDue} ${step.due}`).slice(3)).toEqual([
    '2026-06-11 2026-06-17',
    '2026-06-12 2026-06-18',
  ])
})

test('[SAMPLE-5] is written once, into an empty plan, and only where writing is allowed', () => {
  const doc = newPlanDoc()
  expect(samplePlan(doc, PICTURED)).toBe('sampled')
  expect(samplePlan(doc, PICTURED)).toBe('has-content')
  expect(samplePlan(openPlanDoc(new Y.Doc()), PICTURED)).toBe('no-plan')
  const readOnly = openPlanDoc(newPlanDoc().ydoc, { mayChange: () => false })
  expect(samplePlan(readOnly, PICTURED)).toBe('not-allowed')
  expect(readPlan(readOnly).milestones).toEqual([])
})
