import * as fc from 'fast-check'
import { generateKeyBetween } from 'fractional-indexing'
import { describe, expect, test } from 'vitest'
import { addMilestone, MILESTONE, moveMilestone, presentMilestones } from './milestones.ts'
import { byRank, isRank, NO_RANK, rankAt, type Ranked } from './rank.ts'
import { seededRandom } from './testing/seeded-random.ts'
import { draw, sharedPlan } from './testing/shared-plan.ts'

const anyRank = fc.oneof(
  fc.constantFrom(
    'a0',
    'a1',
    'a1V',
    'Zz',
    'a0',
    'a0',
    NO_RANK,
    'z'.repeat(27),
    `A${'0'.repeat(25)}1`,
    `z${'z'.repeat(26)}`,
  ),
  fc.nat(30).map((n) => `a${n}`.slice(0, 2)),
  fc.string({ maxLength: 6 }),
)

/** Siblings as they are read: an odd rank is NO_RANK, and they are sorted. */
const siblings = fc
  .array(anyRank, { maxLength: 8 })
  .map((ranks) =>
    ranks.map((rank, i): Ranked => ({ id: `id${i}`, rank: isRank(rank) ? rank : NO_RANK })).toSorted(byRank),
  )

const DIGIT = fc.constantFrom(...'0019AZaz')
/** Near what is valid: any head, about as many digits as it asks for, often noughts. */
const nearlyRank = fc
  .tuple(
    fc.constantFrom(...'ABXYZabcyz'),
    fc.integer({ min: -2, max: 4 }),
    fc.array(DIGIT, { minLength: 31, maxLength: 31 }),
  )
  .map(([head, more, digits]) => {
    const whole = head >= 'a' ? head.charCodeAt(0) - 95 : 92 - head.charCodeAt(0)
    return head + digits.slice(0, Math.max(whole - 1 + more, 0)).join('')
  })

test('[RANK-2] a rank is what the library takes', () => {
  const taken = (rank: string) => {
    try {
      return generateKeyBetween(rank, null) !== ''
    } catch {
      return false
    }
  }
  const texts = fc.oneof(
    nearlyRank,
    anyRank.filter((text) => /^[A-Za-z0-9]{2,}$/.test(text)),
  )
  fc.assert(
    fc.property(texts, (text) => {
      expect(isRank(text)).toBe(taken(text))
    }),
    { numRuns: 20_000, examples: [[`A${'0'.repeat(26)}`], [`A${'0'.repeat(27)}`], [`A${'0'.repeat(26)}1`], ['a10']] },
  )
})

describe('[RANK-2] a place anywhere among any siblings', () => {
  test('the new one stands where it should, and nobody else changes places', () => {
    fc.assert(
      fc.property(siblings, fc.nat(), fc.nat(), (before, at, seed) => {
        const index = at % (before.length + 1)
        const { rank, renewed } = rankAt(before, index, seededRandom(seed))
        const ranks = new Map(renewed.map(({ id, rank }) => [id, rank]))
        const after = before.map(({ id, rank }) => ({ id, rank: ranks.get(id) ?? rank }))
        const expected = [...after.slice(0, index), { id: 'new', rank }, ...after.slice(index)]
        expect(expected.toSorted(byRank)).toEqual(expected)
        expect(isRank(rank)).toBe(true)
        // Whatever was sorted before keeps its order, and nothing shares the new one's rank.
        expect(after.filter((sibling) => sibling.rank === rank)).toEqual([])
        expect(renewed.every((sibling) => isRank(sibling.rank))).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  }, 60_000)

  test('neighbours that leave room keep their ranks', () => {
    const before = ['a0', 'a1', 'a2'].map((rank, i) => ({ id: `${i}`, rank }))
    for (const index of [0, 1, 2, 3]) expect(rankAt(before, index, seededRandom(1)).renewed).toEqual([])
  })

  test('of equal ranks the run around the gap is renewed, and nothing else', () => {
    const before = ['a0', 'a1', 'a1', 'a1', 'a2', NO_RANK, NO_RANK].map((rank, i) => ({ id: `${i}`, rank }))
    expect(rankAt(before, 2, seededRandom(1)).renewed.map(({ id }) => id)).toEqual(['2', '3'])
    expect(rankAt(before, 3, seededRandom(1)).renewed.map(({ id }) => id)).toEqual(['3'])
    expect(rankAt(before, 5, seededRandom(1)).renewed.map(({ id }) => id)).toEqual(['5', '6'])
    expect(rankAt(before, 7, seededRandom(1)).renewed.map(({ id }) => id)).toEqual(['5', '6'])
  })

  test('ranks that grew too long are renewed', () => {
    const random = seededRandom(1)
    let list: Ranked[] = [
      { id: 'first', rank: 'a0' },
      { id: 'last', rank: 'a1' },
    ]
    for (let i = 0; i < 1_500; i += 1) {
      const { rank, renewed } = rankAt(list, 1, random)
      const ranks = new Map(renewed.map((sibling) => [sibling.id, sibling.rank]))
      list = list.map(({ id, rank }) => ({ id, rank: ranks.get(id) ?? rank })).toSpliced(1, 0, { id: `new${i}`, rank })
      if (list.length > 40) list = list.toSpliced(20, 1)
      expect(rank.length).toBeLessThanOrEqual(120)
    }
    expect(list.toSorted(byRank)).toEqual(list)
  }, 60_000)
})

test('[RANK-1] equal ranks are ordered by id, for everybody', () => {
  const { ann, milestone } = sharedPlan('a | b | c')
  for (const title of ['a', 'b', 'c']) MILESTONE.recordIn(ann.ydoc, milestone(title))!.set('rank', 'a5')
  const ids = presentMilestones(ann).map(({ id }) => id)
  expect(ids).toEqual(ids.toSorted())
})

test('[RANK-2] a drop between equal ranks gives the run new ones in the same change', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a | b | c | d')
  for (const title of ['a', 'b', 'c']) MILESTONE.recordIn(ann.ydoc, milestone(title))!.set('rank', 'a0')
  const [first, second] = presentMilestones(ann)
  let updates = 0
  ann.ydoc.on('update', () => {
    updates += 1
  })
  expect(moveMilestone(ann, milestone('d'), first!.id)).toBe('changed')
  expect(updates).toBe(1)
  const order = presentMilestones(ann)
  expect(order.slice(0, 3).map(({ id }) => id)).toEqual([first!.id, milestone('d'), second!.id])
  sync()
  expect(draw(bob)).toBe(draw(ann))
})

test('[RANK-3] two people who insert into one gap get different ranks', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a | b')
  for (let i = 0; i < 50; i += 1) {
    addMilestone(ann, { title: `ann${i}`, after: milestone('a') })
    addMilestone(bob, { title: `bob${i}`, after: milestone('a') })
    sync()
  }
  const ranks = presentMilestones(ann).map(({ rank }) => rank)
  expect(new Set(ranks).size).toBe(102)
  expect(draw(bob)).toBe(draw(ann))
}, 60_000)
