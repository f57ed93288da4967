import { expect, test } from 'vitest'
import { lastSynced } from './last-synced.ts'

const at = new Date(2026, 5, 17, 9, 6).getTime()

test('today is said as today, another day with its name', () => {
  expect(lastSynced(at, new Date(2026, 5, 17, 23, 59).getTime())).toBe('Last synced today, 09:06.')
  expect(lastSynced(at, new Date(2026, 5, 18, 0, 1).getTime())).toBe('Last synced Wed 17 Jun, 09:06.')
  expect(lastSynced(null, at)).toBe(null)
})
