import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { newId } from './ids.ts'
import { parsePresence, presencesOf, setPresence, type Presence } from './presence.ts'
import { textAnchor } from './text-anchor.ts'
import { HOSTILE_VALUES } from './testing/hostile.ts'
import { isDeepFrozen } from './testing/is-deep-frozen.ts'
import { sharedPlan } from './testing/shared-plan.ts'

function here(): Presence {
  const { ann, milestone } = sharedPlan('legal')
  const ref = { in: 'milestones', id: milestone('legal'), field: 'title' } as const
  return {
    side: 'buyer',
    name: 'Ann',
    role: 'AP Director',
    personId: newId(),
    at: { kind: 'milestone', id: milestone('legal'), field: 'title' },
    caret: { ref, anchor: textAnchor(ann, ref, 1)!, head: textAnchor(ann, ref, 3)! },
  }
}

test('[PRES-1] a state that was said is read as it was said, by others only', () => {
  const awareness = new Awareness(new Y.Doc())
  const presence = here()
  setPresence(awareness, presence)
  const self = awareness.clientID
  expect(presencesOf(awareness)).toEqual([])
  const [seen] = presencesOf(awareness, self + 1)
  expect(seen).toEqual({ clientId: self, presence })
  expect(isDeepFrozen(seen)).toBe(true)
  setPresence(awareness, null)
  expect(presencesOf(awareness, self + 1)).toEqual([])
  setPresence(awareness, { ...presence, caret: null })
  expect(presencesOf(awareness, self + 1)[0]?.presence.caret).toBe(null)
  awareness.destroy()
})

test('[PRES-1] what the rich text binding keeps beside it stays', () => {
  const awareness = new Awareness(new Y.Doc())
  setPresence(awareness, here())
  awareness.setLocalStateField('cursor', { anchor: 1 })
  setPresence(awareness, { ...here(), at: null })
  expect(awareness.getLocalState()).toMatchObject({ cursor: { anchor: 1 }, presence: { at: null } })
  awareness.destroy()
})

test('[PRES-1] an odd state is nobody, and odd parts read as empty', () => {
  for (const make of HOSTILE_VALUES) expect(parsePresence(make())).toBe(null)
  const presence = here()
  for (const make of HOSTILE_VALUES) {
    const odd = make()
    expect(parsePresence({ ...presence, side: odd })).toBe(null)
    expect(parsePresence({ ...presence, at: odd })?.at).toBe(null)
    expect(parsePresence({ ...presence, caret: odd })?.caret).toBe(null)
    expect(parsePresence({ ...presence, caret: { ...presence.caret, ref: odd } })?.caret).toBe(null)
    expect(parsePresence({ ...presence, caret: { ...presence.caret, anchor: odd } })?.caret).toBe(null)
  }
  const caretIn = (ref: unknown) => parsePresence({ ...presence, caret: { ...presence.caret, ref } })?.caret
  expect(caretIn({ in: 'meta', field: 'title', evil: 'x'.repeat(9) })?.ref).toEqual({ in: 'meta', field: 'title' })
  for (const ref of [
    { in: 'milestones', field: 'title' },
    { in: 'milestones', id: '__proto__', field: 'title' },
    { in: 'milestones', id: 'x', field: 'notes' },
    { in: 'offers', id: 'x', field: 'title' },
    { in: '__proto__', id: 'x', field: 'title' },
    { in: 'meta', field: 'constructor' },
  ]) {
    expect(caretIn(ref)).toBe(null)
  }
})

test('[PRES-1] any JSON at all is read without a throw, and at most so many are here', () => {
  fc.assert(fc.property(fc.jsonValue(), (raw) => void parsePresence(raw)))
  const awareness = new Awareness(new Y.Doc())
  for (let i = 0; i < 1_000; i += 1) awareness.getStates().set(i, { presence: { side: 'seller', name: `n${i}` } })
  awareness.getStates().set(5_000_000, null as never)
  expect(presencesOf(awareness)).toHaveLength(400)
  awareness.destroy()
})
