import { expect, test } from 'vitest'
import { AuthorBook } from './author-book.ts'
import type { Member } from './member.ts'
import type { Run } from './runs.ts'

const nothing = () => {}
const holder = (name: string): Member => ({ grantId: name, holder: name, right: 'edit', isWriter: true, send: nothing, sendFramed: nothing, sendPresence: nothing, settled: nothing, close: nothing }) // prettier-ignore
const news = (...clients: readonly number[]): Run[] => clients.map((client) => ({ client, from: 0, to: 1 }))
const [ann, bob] = [holder('ann'), holder('bob')]

test('[BIND-1] who writes under a client id first is its author; others are foreign to it', () => {
  const book = new AuthorBook([{ clientId: 1, holder: 'ann' }], 0)
  expect(book.foreignTo(ann, news(1, 2))).toBe(0)
  expect(book.foreignTo(bob, [...news(1), ...news(1), ...news(2)])).toBe(1)
  expect(book.claim(bob, news(1, 2, 2), false, 5)).toEqual([2])
  expect(book.foreignTo(ann, news(2))).toBe(1)
  expect(book.claim(bob, news(2), false, 5)).toEqual([])
})

test('[BIND-3] after a restore only what one client says live is taken for its own', () => {
  const book = new AuthorBook([], 100)
  expect(book.isHealing(99)).toBe(true)
  expect(book.claim(bob, news(1), true, 99)).toEqual([])
  expect(book.claim(bob, news(1, 2), false, 99)).toEqual([])
  expect(book.claim(ann, news(1), false, 99)).toEqual([1])
  expect(book.foreignTo(bob, news(1))).toBe(1)
  expect(book.isHealing(100)).toBe(false)
  expect(book.claim(bob, news(2, 3), true, 100)).toEqual([2, 3])
})
