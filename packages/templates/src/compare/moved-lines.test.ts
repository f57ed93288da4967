import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Line } from './lines.ts'
import { movedLines } from './moved-lines.ts'

const drawn = (identities: readonly string[]): readonly Line[] =>
  identities.map((identity) => {
    return { kind: 'milestone', identity, title: identity, words: identity, more: '', estimate: null, home: null }
  })
const moved = (one: string, other: string) => [...movedLines(drawn([...one]), drawn([...other]))].join('')

test.each([
  ['abcd', 'abcd', ''],
  ['abcd', 'bcda', 'a'],
  ['abcd', 'dabc', 'd'],
  ['abcd', 'axbycd', ''],
  ['abcdef', 'cabfde', 'cf'],
  ['', 'abc', ''],
])('of %s and %s the fewest are moved: %s', (one, other, expected) => {
  expect(moved(one, other)).toBe(expected)
})

test('[CMP-4] the same lines are called moved whichever is asked about first, and the others are in one order', () => {
  const letters = [...'abcdefgh']
  const order = fc.shuffledSubarray(letters, { minLength: 0, maxLength: letters.length })
  fc.assert(
    fc.property(order, order, (one, other) => {
      const out = movedLines(drawn(one), drawn(other))
      expect(new Set(movedLines(drawn(other), drawn(one)))).toEqual(new Set(out))
      const stay = (all: readonly string[], beside: readonly string[]) =>
        all.filter((each) => beside.includes(each) && !out.has(each))
      expect(stay(one, other)).toEqual(stay(other, one))
    }),
  )
})
