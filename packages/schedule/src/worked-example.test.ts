/**
 * The example that the page for users counts by hand, counted by the program: plan and sentences are read from the page, so
 * that neither can change without the other.
 */
import { expect, test } from 'vitest'
// oxlint-disable-next-line house/rooms -- a page for users, read as text: the test is what keeps it true
import PAGE from '../../../docs/how-dates-work.md?raw'
import { attribute } from './attribution.ts'
import { forecast } from './forecast.ts'
import { parseLocalDate, type LocalDate } from './local-date.ts'
import type { ScheduleInput } from './schedule-input.ts'

const EXAMPLE = PAGE.slice(PAGE.indexOf('## One example, counted by hand')).replaceAll(/\s+/g, ' ')

/** The rows of the page's table: name, working days, agreed day of March 2026. */
const ROWS = [...PAGE.matchAll(/^\| (\w[\w-]*) \| (\d+) days \| Fri (\d+) March \|$/gm)].map(
  ([, id = '', takes = '', agreed = '']) => ({ id, takes: Number(takes), agreed: march(Number(agreed)) }),
)

test('the plan of the page has three milestones, agreed on for Fridays', () => {
  expect(ROWS.map(({ id }) => id)).toEqual(['Demo', 'Contract', 'Go-live'])
})

test.each<
  [string, number, Readonly<Record<string, number>>, number, number, number, readonly [string, number][], string[]]
>([
  [
    'the demo has not happened',
    11,
    {},
    25,
    3,
    5,
    [['Demo', 3]],
    [
      'It is **Wednesday 11 March**',
      'it is 3 working days late',
      'Wednesday 18 March',
      '**Wednesday 25 March**',
      '3 working days (5 calendar days) off the agreed date',
      'all 3 belong to whoever owns the demo',
    ],
  ],
  [
    'it was finished on the 10th after all, the contract on the 13th',
    13,
    { Demo: 10, Contract: 13 },
    20,
    0,
    0,
    [
      ['Demo', 2],
      ['Contract', -2],
    ],
    [
      'finished on **Tuesday 10 March**',
      'the contract on **Friday 13 March**',
      '*2 lost, 2 won back*: +2 for the demo, −2 for the contract',
    ],
  ],
])('%s', (_, today, done, finish, slip, calendarDays, causes, sentences) => {
  const input = plan(today, done)
  expect(forecast(input).goLive).toEqual({
    finish: march(finish),
    agreed: march(20),
    slip,
    slipCalendarDays: calendarDays,
  })
  expect(attribute(input)?.map(({ id, days }) => [id, days])).toEqual(causes)
  for (const sentence of sentences) expect(EXAMPLE).toContain(sentence)
})

test('the contract only carries the days of the demo: no badge, and its note says so', () => {
  const input = plan(11, {})
  expect(forecast(input).milestones.map((one) => [one.id, one.finish, one.slip])).toEqual([
    ['Demo', march(11), 3],
    ['Contract', march(18), 3],
    ['Go-live', march(25), 3],
  ])
  expect(attribute(input, 'Contract')).toEqual([{ id: 'Demo', days: 3 }])
  expect(EXAMPLE).toContain('"3 days after agreed: 3 carried from milestone 1"')
})

function plan(today: number, done: Readonly<Record<string, number>>): ScheduleInput {
  return {
    today: march(today),
    start: march(2),
    calendar: { workdays: [1, 2, 3, 4, 5], holidays: [], freezes: [] },
    goLiveId: 'Go-live',
    milestones: ROWS.map(({ id, takes, agreed }) => ({
      id,
      estimate: takes,
      after: null,
      agreed,
      agreedEstimate: takes,
      agreedGap: null,
      due: agreed,
      startedOn: null,
      doneOn: done[id] === undefined ? null : march(done[id]),
      skipped: false,
    })),
  }
}

function march(day: number): LocalDate {
  const date = parseLocalDate(`2026-03-${String(day).padStart(2, '0')}`)
  if (date === null) throw new Error(`no day of March: ${day}`)
  return date
}
