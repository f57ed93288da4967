import type { Comment } from '@milepost/plan'
import { expect, test } from 'vitest'
import type { Written } from '../../hooks/use-written.ts'
import { percentOf, writtenLines } from './written-lines.ts'

const NOW = Date.parse('2026-06-17T10:00:00Z')
const DAY = 24 * 60 * 60 * 1000

const written: Written = {
  at: NOW,
  writers: [
    { side: 'seller', role: 'Account executive', name: 'Dana Okafor', late: 3, all: 20 },
    { side: 'buyer', role: 'AP Director', name: 'Ingrid Solheim', late: 4, all: 9 },
    { side: 'buyer', role: 'IT Security Lead', name: '', late: 0, all: 5 },
  ],
}

/** Only what is read of one. */
function comment(name: string, side: 'buyer' | 'seller', daysAgo: number): Comment {
  return { author: { name, side, personId: null }, at: NOW - daysAgo * DAY } as Comment
}

test('by side and person, over the time asked for; who wrote nothing in it is in no list', () => {
  const late = writtenLines(written, null, 'late', NOW)
  expect(late.buyer.people.map(({ name, slots }) => [name, slots])).toEqual([['Ingrid Solheim', 4]])
  expect(late.seller.slots).toBe(3)
  const all = writtenLines(written, null, 'all', NOW)
  expect(all.buyer.people.map(({ name, role, slots }) => [name || role, slots])).toEqual([
    ['Ingrid Solheim', 9],
    ['IT Security Lead', 5],
  ])
})

test('people stand by name, and not by how much they wrote', () => {
  const writers = ['Zoe', 'Ann', 'Max'].map(
    (name, at) => ({ side: 'buyer', role: '', name, late: 9 - at, all: 9 }) as const,
  )
  const { buyer } = writtenLines({ at: NOW, writers }, null, 'late', NOW)
  expect(buyer.people.map(({ name }) => name)).toEqual(['Ann', 'Max', 'Zoe'])
})

test('comments of the same days stand with their person; one whom the relay does not know has a line too', () => {
  const comments = [
    comment('Ingrid Solheim', 'buyer', 0),
    // The first of fourteen days, today included; and the day before it.
    comment('Ingrid Solheim ', 'buyer', 13),
    comment('Ingrid Solheim', 'buyer', 14),
    comment('Somebody else', 'buyer', 1),
    comment('Ingrid Solheim', 'seller', 1),
  ]
  const { buyer, seller } = writtenLines(written, comments, 'late', NOW)
  expect(buyer.people.map((line) => [line.name, line.slots, line.comments])).toEqual([
    ['Ingrid Solheim', 4, 2],
    ['Somebody else', 0, 1],
  ])
  expect(buyer.comments).toBe(3)
  expect(seller.comments).toBe(1)
  expect(writtenLines(written, comments, 'all', NOW).buyer.comments).toBe(4)
})

test('what was said without the relay ever having counted is still shown', () => {
  const { buyer } = writtenLines(null, [comment('Ingrid Solheim', 'buyer', 1)], 'late', NOW)
  expect(buyer).toMatchObject({ slots: 0, comments: 1 })
})

test.each([
  [4, 3, { buyer: 57, seller: 43 }],
  [0, 8, { buyer: 0, seller: 100 }],
  [8, 0, { buyer: 100, seller: 0 }],
  // Whoever wrote anything is seen.
  [1, 999, { buyer: 1, seller: 99 }],
  [999, 1, { buyer: 99, seller: 1 }],
  [0, 0, null],
])('%i and %i slots', (buyer, seller, shown) => {
  const side = { comments: 0, people: [] }
  expect(percentOf({ buyer: { ...side, slots: buyer }, seller: { ...side, slots: seller } })).toEqual(shown)
})
