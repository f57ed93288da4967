/** Whatever peers wrote, together or against each other: the review says something, and never throws. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { PLAN_ROOTS } from '../keys.ts'
import { planOutlook } from '../outlook/plan-outlook.ts'
import type { PlanDoc } from '../plan-doc.ts'
import { readPlan } from '../read-plan.ts'
import { Company, type Act } from '../testing/company.ts'
import { attackWith, HOSTILE_VALUES, hostileAttack, poison } from '../testing/hostile.ts'
import { isDeepFrozen } from '../testing/is-deep-frozen.ts'
import { EDIT_NAMES, TODAY } from '../testing/random-edits.ts'
import { readAfresh, sharedPlan } from '../testing/shared-plan.ts'
import { REVIEW_KINDS } from './review-check.ts'
import { reviewPlan, type Review } from './review-plan.ts'

/** Asks for the review and holds it against its promises. */
function checkedReview(doc: PlanDoc, before?: Review): Review {
  const plan = readPlan(doc)
  const outlook = planOutlook(plan, TODAY)
  const review = reviewPlan(plan, outlook, TODAY, 0, before)
  expect(isDeepFrozen(review)).toBe(true)
  const lists = [review.attention, review.inPlace, review.off]
  for (const list of lists) {
    const places = list.map(({ kind }) => REVIEW_KINDS.indexOf(kind))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  }
  const all = lists.flat().map(({ kind }) => kind)
  expect(new Set(all).size).toBe(all.length)
  // As somebody sees it who has never seen it before.
  const afresh = readAfresh(doc)
  expect(reviewPlan(afresh, planOutlook(afresh, TODAY), TODAY, 0)).toEqual(review)
  return review
}

test('[REV-1] any hostile value in any field of any record', () => {
  for (const root of PLAN_ROOTS) {
    for (const make of HOSTILE_VALUES) {
      const { ann, bob } = sharedPlan('legal: A | pilot: X', { people: 2 })
      const map = bob.ydoc.getMap(root)
      bob.ydoc.transact(() => {
        if (root === 'meta') for (const key of map.keys()) map.set(key, make())
        map.set('odd', make())
        for (const value of map.values())
          if (value instanceof Y.Map && value.doc !== null) for (const field of value.keys()) value.set(field, make())
      })
      Y.applyUpdate(ann.ydoc, poison(Y.encodeStateAsUpdate(bob.ydoc)))
      expect(checkedReview(ann).attention.length).toBeGreaterThan(0)
    }
  }
}, 60_000)

test('[REV-1] random hostile keys and values over real records', () => {
  fc.assert(
    fc.property(fc.array(hostileAttack, { minLength: 1, maxLength: 20 }), (attacks) => {
      const { ann, bob } = sharedPlan()
      const before = checkedReview(ann)
      attackWith(bob.ydoc, attacks)
      Y.applyUpdate(ann.ydoc, poison(Y.encodeStateAsUpdate(bob.ydoc)))
      expect(checkedReview(ann, before).attention.length).toBeGreaterThan(0)
    }),
    { numRuns: 100 },
  )
}, 60_000)

test('[REV-1] anything that people do, change by change, reads as from scratch', () => {
  const act: fc.Arbitrary<Act> = fc.record({
    act: fc.constant('edit' as const),
    who: fc.nat(2),
    name: fc.constantFrom(...EDIT_NAMES),
    a: fc.nat(1_000),
    b: fc.nat(1_000),
    c: fc.nat(1_000),
  })
  fc.assert(
    fc.property(fc.array(act, { minLength: 5, maxLength: 40 }), fc.nat(), (acts, seed) => {
      const start = sharedPlan('a: A B C | b: D | c').ann
      const company = new Company(Y.encodeStateAsUpdate(start.ydoc), 2, seed)
      const doc = company.editors[0]!.doc
      let review = checkedReview(doc)
      for (const step of acts) {
        company.do(step)
        review = checkedReview(doc, review)
      }
      expect(checkedReview(doc, review)).toBe(review)
    }),
    { numRuns: 40 },
  )
}, 60_000)
