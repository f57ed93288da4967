import { expect, test } from 'vitest'
import { moneyText, parseMoney } from './money.ts'

test('amounts are short, in the reader’s manner', () => {
  expect([moneyText(210_000, 'EUR', 'en-GB'), moneyText(1_980_000, 'EUR', 'en-GB')]).toEqual(['€210k', '€1.98m'])
  expect(moneyText(1_980_000, 'USD', 'en-US')).toBe('$1.98M')
  expect(moneyText(210_000, 'EUR', 'de-DE').replaceAll(/\s/gu, ' ')).toBe('210.000 €')
})

test.each([
  ['210k', 210_000],
  ['€ 1.2m', 1_200_000],
  ['1,2 M €', 1_200_000],
  ['210,000', 210_000],
  ['210.000', 210_000],
  ['1.234.567,89', 1_234_568],
  ["12'000 CHF", 12_000],
  ['210 000', 210_000],
  ['0', 0],
  ['3bn', 3_000_000_000],
  ['much', null],
  ['', null],
  ['-5', null],
  ['5 to 7', null],
])('%s is %s', (text, amount) => {
  expect(parseMoney(text)).toBe(amount)
})
