import { expect, test } from 'vitest'
import { spanText } from './span-text.ts'

test.each([
  ['2026-07-23', '2026-07-23', '23 Jul'],
  ['2026-07-20', '2026-07-24', '20–24 Jul'],
  ['2026-07-28', '2026-08-03', '28 Jul – 3 Aug'],
  ['2026-12-28', '2027-01-03', '28 Dec – 3 Jan 2027'],
])('%s to %s reads %s', (from, to, text) => {
  expect(spanText({ from, to }, '2026-06-17')).toBe(text)
})
