import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { TEXT_LIMITS } from './limits.ts'
import { addMilestone, MILESTONE } from './milestones.ts'
import { setMeta } from './meta.ts'
import { openPlanDoc } from './plan-doc.ts'
import { readPlan } from './read-plan.ts'
import { setText, spliceText, textOf, watchText, type TextChange } from './shared-text.ts'
import { smallestSplice } from './splice.ts'
import type { TextRef } from './text-ref.ts'
import { anchorIndex, parseAnchor, textAnchor, type Anchor } from './text-anchor.ts'
import { sharedPlan } from './testing/shared-plan.ts'

function sharedTitle() {
  const shared = sharedPlan('legal')
  const ref: TextRef = { in: 'milestones', id: shared.milestone('legal'), field: 'title' }
  return { ...shared, ref }
}

test('[TEXT-1] two people who type into one title keep both', () => {
  const { ann, bob, sync, ref } = sharedTitle()
  spliceText(ann, ref, 5, 0, ' terms')
  spliceText(bob, ref, 0, 0, 'The ')
  sync()
  expect([ann, bob].map((doc) => textOf(doc, ref))).toEqual(['The legal terms', 'The legal terms'])
})

test.each<[number, number, string, string]>([
  [99, 5, '!', 'legal!'],
  [-3, 0, '!', '!legal'],
  [1, 99, '', 'l'],
  [2, -4, 'x', 'lexgal'],
  [Number.NaN, 1, 'L', 'Legal'],
  [5, 0, ' a\nb\r\nc\td\u2028e', 'legal a b  c d e'],
])('[TEXT-2] a splice at %s of %s by %j', (at, remove, insert, expected) => {
  const { ann, ref } = sharedTitle()
  expect(spliceText(ann, ref, at, remove, insert)).toBe('changed')
  expect(textOf(ann, ref)).toBe(expected)
})

test('[TEXT-2] beyond the limit it is cut, and never in the middle of a character', () => {
  const { ann, ref } = sharedTitle()
  spliceText(ann, ref, 0, 5, 'x'.repeat(TEXT_LIMITS.line - 1))
  expect(spliceText(ann, ref, 3, 0, '😀')).toBe('unchanged')
  expect(spliceText(ann, ref, 3, 0, 'yz')).toBe('changed')
  expect(spliceText(ann, ref, 3, 0, 'z')).toBe('unchanged')
  expect(textOf(ann, ref)).toHaveLength(TEXT_LIMITS.line)
  expect(setText(ann, ref, '😀'.repeat(TEXT_LIMITS.line))).toBe('changed')
  expect(textOf(ann, ref)).toBe('😀'.repeat(TEXT_LIMITS.line / 2))
})

test.each<[number, number, string, string]>([
  [2, 0, 'x', 'ax😀b'],
  [2, 1, '', 'ab'],
  [1, 1, '', 'ab'],
  [0, 2, '', 'b'],
  [2, 9, '', 'a'],
  [1, 0, '\uD83D', 'a\uFFFD😀b'],
])(
  '[TEXT-2] a splice at %i of %i in the middle of a character takes or leaves it whole',
  (at, remove, insert, expected) => {
    const { ann, bob, sync, ref } = sharedTitle()
    setText(ann, ref, 'a😀b')
    spliceText(ann, ref, at, remove, insert)
    sync()
    expect([ann, bob].map((doc) => textOf(doc, ref))).toEqual([expected, expected])
  },
)

test('[TEXT-2] a first text and a name are cleaned too', () => {
  const { ann, bob, sync } = sharedPlan('')
  addMilestone(ann, { title: `two\nlines and half a \uD83D ${'x'.repeat(TEXT_LIMITS.line)}` })
  setMeta(ann, 'buyer', 'Halden \uDE00')
  sync()
  expect(readPlan(bob).milestones[0]?.title).toHaveLength(TEXT_LIMITS.line)
  expect(readPlan(bob).milestones[0]?.title).toMatch(/^two lines and half a \uFFFD x+$/)
  expect(readPlan(ann).buyer).toBe('Halden \uFFFD')
  expect(readPlan(ann)).toEqual(readPlan(bob))
})

test('[TEXT-3] setting a text changes only what differs, so what others type around it stays', () => {
  const { ann, bob, sync, ref } = sharedTitle()
  setText(ann, ref, 'legal is satisfied')
  sync()
  setText(ann, ref, 'security is satisfied')
  spliceText(bob, ref, 18, 0, ' now')
  sync()
  expect(textOf(ann, ref)).toBe('security is satisfied now')
})

test('[TEXT-3] the smallest splice leads from one text to the other and never halves a character', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', '😁', '🏳️'), maxLength: 8 })
  fc.assert(
    fc.property(words, words, (before, after) => {
      const splice = smallestSplice(before, after)
      if (splice === null) return before === after
      const { at, remove, insert } = splice
      const halves = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
      expect(halves.test(insert) || halves.test(before.slice(at, at + remove))).toBe(false)
      return before.slice(0, at) + insert + before.slice(at + remove) === after
    }),
  )
})

test('[TEXT-4] splices told to a watcher lead from the old text to the new one', () => {
  const edit = fc.record({
    who: fc.nat(1),
    at: fc.nat(12),
    remove: fc.nat(4),
    insert: fc.string({ maxLength: 4 }),
    meet: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 15 }), (edits) => {
      const { ann, bob, sync, ref } = sharedTitle()
      let shown = textOf(ann, ref)
      watchText(ann, ref, ({ value, splices }) => {
        for (const { at, remove, insert } of splices) shown = shown.slice(0, at) + insert + shown.slice(at + remove)
        expect(shown).toBe(value)
        expect(readPlan(ann).milestones[0]?.title).toBe(value)
      })
      for (const { who, at, remove, insert, meet } of edits) {
        spliceText([ann, bob][who]!, ref, at, remove, insert)
        if (meet) sync()
      }
      sync()
      expect(shown).toBe(textOf(ann, ref))
      expect(textOf(bob, ref)).toBe(shown)
    }),
  )
}, 60_000)

test('[TEXT-4] a text that arrives later is told, and whose change it was', () => {
  const { ann, ref } = sharedTitle()
  const late = openPlanDoc(new Y.Doc())
  const told: TextChange[] = []
  const stop = watchText(late, ref, (change) => told.push(change))
  Y.applyUpdate(late.ydoc, Y.encodeStateAsUpdate(ann.ydoc), 'sync')
  spliceText(late, ref, 5, 0, '!')
  stop()
  spliceText(late, ref, 5, 0, '?')
  expect(told).toEqual([
    { value: 'legal', splices: [{ at: 0, remove: 0, insert: 'legal' }], isLocal: false },
    { value: 'legal!', splices: [{ at: 5, remove: 0, insert: '!' }], isLocal: true },
  ])
})

test('[TEXT-5] embeds and formats of a peer neither show nor shift positions', () => {
  const { ann, ref, milestone } = sharedTitle()
  const text = MILESTONE.recordIn(ann.ydoc, milestone('legal'))!.get('title') as Y.Text
  text.insertEmbed(0, { evil: true })
  text.insertEmbed(3, new Y.Map())
  text.format(0, 4, { bold: true })
  expect(textOf(ann, ref)).toBe('legal')
  spliceText(ann, ref, 5, 0, '!')
  spliceText(ann, ref, 0, 2, 'L')
  expect(textOf(ann, ref)).toBe('Lgal!')
  expect(readPlan(ann).milestones[0]?.title).toBe('Lgal!')
})

test('[TEXT-6] an anchor stays at its place while others type before it', () => {
  const { ann, bob, sync, ref } = sharedTitle()
  const caret = textAnchor(bob, ref, 3)!
  const start = textAnchor(bob, ref, 0)!
  spliceText(ann, ref, 0, 0, 'The ')
  sync()
  expect(anchorIndex(ann, ref, caret)).toBe(7)
  expect(anchorIndex(ann, ref, parseAnchor(JSON.parse(JSON.stringify(caret)))!)).toBe(7)
  expect(anchorIndex(ann, ref, start)).toBeLessThanOrEqual(4)
  spliceText(ann, ref, 7, 0, 'xx')
  expect(anchorIndex(ann, ref, caret)).toBe(7)
})

test('[TEXT-6] an anchor that is made up, or lies in another text, is nowhere', () => {
  const { ann, ref } = sharedTitle()
  const other: TextRef = { in: 'milestones', id: addMilestone(ann, { title: 'pilot' })!, field: 'title' }
  expect(anchorIndex(ann, ref, textAnchor(ann, other, 2)!)).toBe(null)
  expect(textAnchor(ann, { in: 'steps', id: 'gone', field: 'title' }, 0)).toBe(null)
  const odd = [
    '',
    'x',
    '{}',
    '[]',
    'null',
    '{"item":{"client":1,"clock":99999999}}',
    '{"item":{"client":1,"clock":-1}}',
    '{"item":{"client":4242,"clock":0}}',
    '{"type":{"client":1,"clock":0}}',
    '{"tname":"meta"}',
    '{"tname":"__proto__"}',
    `{"tname":"${'x'.repeat(300)}"}`,
  ]
  for (const anchor of odd) expect(anchorIndex(ann, ref, anchor as Anchor)).toBe(null)
  for (const raw of [5, null, {}, 'x', '{"item":{"client":1,"clock":-1}}']) expect(parseAnchor(raw)).toBe(null)
})
