import { expect, test } from 'vitest'
import { balanceText, calendarDaysText, explainText, roomText, slipText } from './slip-text.ts'

test.each([
  [5, '5 working days off the agreed date'],
  [1, '1 working day off the agreed date'],
  [0, 'On the agreed date'],
  [-2, '2 working days ahead of the agreed date'],
])('%i working days read %s', (slip, text) => {
  expect(slipText(slip, 'the agreed date')).toBe(text)
})

test.each([
  [7, '7 calendar days later'],
  [0, 'The same calendar day'],
  [-1, '1 calendar day earlier'],
])('%i calendar days read %s', (days, text) => {
  expect(calendarDaysText(days)).toBe(text)
})

test.each([
  [7, 2, '7 lost, 2 won back, 5 working days off'],
  [2, 2, '2 lost, 2 won back, on the agreed date'],
  [1, 3, '1 lost, 3 won back, 2 working days ahead'],
  [3, 0, '3 working days off'],
  [0, 3, '3 working days ahead'],
])('%i lost and %i won back read %s', (lost, won, text) => {
  const { parts, rest } = balanceText(lost, won)
  expect([...parts, rest].join(', ')).toBe(text)
})

const none = { own: 0, carried: [], plan: 0 }

test.each([
  [
    { ...none, slip: 7, own: 3, carried: [{ number: 3, days: 4 }] },
    '7 days after agreed: 4 carried from milestone 3, 3 its own',
  ],
  [
    { ...none, slip: 1, own: 3, carried: [{ number: 6, days: -2 }] },
    '1 day after agreed: 2 won back by milestone 6, 3 its own',
  ],
  [{ ...none, slip: -2, own: -2 }, '2 days before agreed: 2 won back here'],
  [
    { ...none, slip: 2, plan: 3, carried: [{ number: null, days: -1 }] },
    '2 days after agreed: 3 by a changed calendar or order, 1 won back by a milestone that is gone',
  ],
  [{ ...none, slip: 0 }, 'On the agreed date'],
])('a row is explained: %#', (why, text) => {
  expect(explainText(why, 'agreed')).toBe(text)
})

test('room left is said also where there is none', () => {
  expect([2_080_024, 999, 7, 1, 0, -3].map(roomText)).toEqual([
    'More than 999 working days of room before',
    '999 working days of room before',
    '7 working days of room before',
    '1 working day of room before',
    'No room left before',
    '3 working days past',
  ])
})
