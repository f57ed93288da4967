import type { BuyerTimeline, OwnDate } from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { expect, test } from 'vitest'
import { frozenStretches, timelineScale } from './timeline-scale.ts'

const day = (text: string) => parseLocalDate(text) as LocalDate
const TODAY = day('2026-06-17')

const date = (from: string, to: string, freeze = true): OwnDate => {
  return { id: from, title: from, span: { from: day(from), to: day(to) }, freeze, sources: [] }
}
function timeline(goLives: readonly string[], dates: readonly OwnDate[] = []): BuyerTimeline {
  const lanes = goLives.map((finish) => {
    return {
      planId: finish,
      title: '',
      goLiveId: null,
      goLive: { finish: day(finish), agreed: null, slip: null, done: false },
    }
  })
  return { lanes, dates, clashes: [], owed: [] }
}

test('it reaches from the month of today to behind the last day that is said', () => {
  const { at, between, months } = timelineScale(timeline(['2026-09-21'], [date('2026-10-01', '2026-10-04')]), TODAY)
  expect(months.map(({ name }) => name)).toEqual(['Jun', 'Jul', 'Aug', 'Sept', 'Oct'])
  expect([at(day('2026-05-31')), at(day('2026-10-15'))]).toEqual([null, null])
  expect(at(day('2026-10-14'))).toBeLessThanOrEqual(1)
  expect(months[0]?.at).toBe(0)
  const freeze = between(day('2026-10-01'), day('2026-10-04'))
  expect((freeze?.to ?? 0) - (freeze?.from ?? 0)).toBeCloseTo(4 / 135)
  // What began before is cut where the picture begins.
  expect(between(day('2020-01-01'), day('2026-06-02'))?.from).toBe(0)
  expect(between(day('2020-01-01'), day('2020-06-02'))).toBeNull()
})

test('one odd date does not press everything else together', () => {
  const far = timelineScale(timeline(['2026-07-01', '9999-12-31'], [date('2026-08-01', '9999-12-30')]), TODAY)
  expect(far.at(day('9999-12-31'))).toBeNull()
  expect(far.at(day('2026-07-01'))).toBeGreaterThan(0.2)
  expect(far.between(day('2026-08-01'), day('9999-12-30'))?.to).toBe(1)
})

test('however long it is, no more months are named than stand beside each other', () => {
  expect(timelineScale(timeline(['2028-05-01']), TODAY).months.length).toBe(8)
  expect(timelineScale(timeline([]), TODAY).months.length).toBe(2)
})

test('what is frozen twice is frozen once', () => {
  const stretches = frozenStretches([
    date('2026-08-10', '2026-08-12'),
    date('2026-08-01', '2026-08-05'),
    date('2026-08-03', '2026-08-04'),
    date('2026-08-06', '2026-08-08'),
    date('2026-08-20', '2026-08-30', false),
  ])
  expect(stretches).toEqual([
    { from: '2026-08-01', to: '2026-08-08' },
    { from: '2026-08-10', to: '2026-08-12' },
  ])
})
