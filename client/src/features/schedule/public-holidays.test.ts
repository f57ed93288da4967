import { expect, test } from 'vitest'
import { countries, publicHolidays, statesOf } from './public-holidays.ts'

test('the public holidays of a country in some years, by name and in order', () => {
  const days = publicHolidays('NO', null, [2026])
  expect(days).toContainEqual({ date: '2026-05-17', name: 'Constitution Day' })
  expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).toSorted())
  expect(new Set(days.map(({ date }) => date)).size).toBe(days.length)
  expect(publicHolidays('NO', null, [2026, 2027]).length).toBeGreaterThan(days.length)
})

test('a part of a country has days of its own', () => {
  expect(statesOf('DE').map(({ name }) => name)).toContain('Bayern')
  const bavaria = publicHolidays('DE', 'BY', [2026]).map(({ date }) => date)
  const country = publicHolidays('DE', null, [2026]).map(({ date }) => date)
  expect(bavaria).toContain('2026-01-06')
  expect(country).not.toContain('2026-01-06')
})

test('countries are found by their English names', () => {
  expect(countries().map(({ name }) => name)).toEqual(expect.arrayContaining(['Norway', 'Germany', 'Ireland']))
})
