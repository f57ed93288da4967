import { LIMITS, decodeFrame, isFrameProblem, type PresenceEntry } from '@milepost/protocol'
import { describe, expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { fakeTimer } from '../../test/support/fake-timer.ts'
import type { Member } from './member.ts'
import { PresenceRelay } from './presence-relay.ts'

const text = (entries: readonly PresenceEntry[]) =>
  entries.map(({ clientId, clock, state }) => `${clientId}@${clock}=${state}`)

function entriesOf(message: Uint8Array): readonly PresenceEntry[] {
  const messages = decodeFrame(message, 'relay')
  const [first] = isFrameProblem(messages) ? [] : messages
  return first?.type === 'awareness' ? first.entries : []
}

function room() {
  const timer = fakeTimer()
  const told: string[][] = []
  const relay = new PresenceRelay(timer, (message) => told.push(text(entriesOf(message))))
  /** What a member alone was sent. */
  const member = (grantId: string): Member & { readonly sent: string[] } => {
    const sent: string[] = []
    const nothing = () => {}
    return { grantId, holder: grantId, right: 'edit', isWriter: true, sent, send: (message) => sent.push(...text(entriesOf(message))), sendFramed: nothing, sendPresence: nothing, settled: nothing, close: nothing } // prettier-ignore
  }
  return {
    timer,
    relay,
    member,
    told,
    everybody: () => text(entriesOf(relay.everybody() ?? new Uint8Array([1, 1, 0]))),
  }
}

const entry = (clientId: number, clock: number, state: unknown): PresenceEntry => ({
  clientId,
  clock,
  state: JSON.stringify(state),
})

test('[PRESENCE-1] who is here reaches the others, and whoever comes later', () => {
  const { relay, member, told, everybody } = room()
  relay.receive(member('ann'), [entry(1, 1, { n: 'Ann' })])
  expect(told).toEqual([['1@1={"n":"Ann"}']])
  expect(everybody()).toEqual(['1@1={"n":"Ann"}'])
})

test('[PRESENCE-2] an id belongs to the socket that named it first', () => {
  const { relay, member, told, everybody, timer } = room()
  relay.receive(member('ann'), [entry(1, 1, { n: 'Ann' })])
  relay.receive(member('mallory'), [entry(1, 2, { n: 'Mallory' }), entry(1, 3, null)])
  timer.advance(1_000)
  expect(everybody()).toEqual(['1@1={"n":"Ann"}'])
  expect(told).toHaveLength(1)
})

test('[PRESENCE-3] an id that says goodbye, or is taken over, makes room for another', () => {
  const { relay, member, everybody } = room()
  const [ann, again] = [member('ann'), member('ann')]
  relay.receive(ann, [entry(1, 1, {}), entry(2, 1, {}), entry(1, 2, null), entry(3, 1, {}), entry(4, 1, {})])
  expect(everybody()).toEqual(['2@1={}', '3@1={}'])
  relay.receive(again, [entry(2, 2, {})])
  relay.receive(ann, [entry(5, 1, {})])
  expect(everybody()).toEqual(['2@2={}', '3@1={}', '5@1={}'])
  relay.leave(ann)
  expect(everybody()).toEqual(['2@2={}'])
})

test('[PRESENCE-3] of a message with more entries than any honest one only the first are looked at', () => {
  const { relay, member, everybody } = room()
  const strangers = Array.from({ length: LIMITS.presenceEntries }, (_, at) => entry(at + 1, 1, 'no object'))
  relay.receive(member('ann'), [...strangers, entry(9_999, 1, {})])
  relay.receive(member('bob'), [...strangers.slice(1), entry(9_998, 1, {})])
  expect(everybody()).toEqual(['9998@1={}'])
})

test('[PRESENCE-3] a socket speaks for two ids at most', () => {
  const { relay, member, everybody } = room()
  relay.receive(
    member('ann'),
    [1, 2, 3, 4].map((id) => entry(id, 1, {})),
  )
  expect(everybody()).toEqual(['1@1={}', '2@1={}'])
})

describe('[PRESENCE-4] what is refused', () => {
  test.each([
    ['a clock of 2^50', entry(1, 2 ** 50, {})],
    ['a state that is too large', entry(1, 2, 'x'.repeat(LIMITS.presenceBytes))],
    ['a state that is no JSON', { clientId: 1, clock: 2, state: '{' }],
    ['a state that is no object', { clientId: 1, clock: 2, state: '7' }],
    ['an older clock', entry(1, 0, {})],
    ['a leap of the clock', entry(1, 3 + LIMITS.presenceClockStep, {})],
  ])('%s', (_, bad) => {
    const { relay, member, everybody } = room()
    const ann = member('ann')
    relay.receive(ann, [entry(1, 1, { n: 'Ann' })])
    relay.receive(ann, [bad])
    expect(everybody()).toEqual(['1@1={"n":"Ann"}'])
  })

  test('a goodbye for somebody who was never here', () => {
    const { relay, member, told } = room()
    relay.receive(member('ann'), [entry(9, 1, null)])
    expect(told).toEqual([])
  })
})

test('[PRESENCE-5] changes of a tick go out together, the newest of each', () => {
  const { relay, member, told, timer } = room()
  const [ann, bob] = [member('ann'), member('bob')]
  relay.receive(ann, [entry(1, 1, { at: 0 })])
  for (let clock = 2; clock < 50; clock++) relay.receive(ann, [entry(1, clock, { at: clock })])
  relay.receive(bob, [entry(2, 1, {})])
  expect(told).toHaveLength(1)
  timer.advance(LIMITS.presenceTickMs)
  expect(told.slice(1)).toEqual([['1@49={"at":49}', '2@1={}']])
  timer.advance(10_000)
  expect(told).toHaveLength(2)
})

test('[PRESENCE-6] who leaves is gone at once, at the clock it had', () => {
  const { relay, member, told, everybody, timer } = room()
  const ann = member('ann')
  relay.receive(ann, [entry(1, 7, {})])
  timer.advance(1_000)
  relay.leave(ann)
  expect(told.at(-1)).toEqual(['1@7=null'])
  expect(everybody()).toEqual([])
})

test('[PRESENCE-6] a goodbye of its own is passed on', () => {
  const { relay, member, told, timer } = room()
  const ann = member('ann')
  relay.receive(ann, [entry(1, 7, {})])
  timer.advance(1_000)
  relay.receive(ann, [entry(1, 8, null)])
  expect(told.at(-1)).toEqual(['1@8=null'])
})

describe('[PRESENCE-7] coming back', () => {
  test('a new socket of the same link takes over with a newer clock; the late close of the old one takes nothing away', () => {
    const { relay, member, everybody, timer } = room()
    const [old, fresh] = [member('ann'), member('ann')]
    relay.receive(old, [entry(1, 7, { n: 'Ann' })])
    relay.receive(fresh, [entry(1, 8, { n: 'A' })])
    timer.advance(1_000)
    relay.leave(old)
    timer.advance(1_000)
    expect(everybody()).toEqual(['1@8={"n":"A"}'])
  })

  test('what a stock client repeats of somebody else makes it nobody, here or gone', () => {
    const { relay, member, everybody, timer } = room()
    const [ann, bob] = [member('shared link'), member('shared link')]
    relay.receive(ann, [entry(1, 7, { n: 'Ann' })])
    relay.receive(bob, [entry(1, 7, { n: 'Ann' })])
    timer.advance(1_000)
    relay.leave(ann)
    expect(everybody()).toEqual([])
    relay.receive(bob, [entry(1, 7, { n: 'Ann' })])
    expect(everybody()).toEqual([])
  })

  test.each([7, 8])('after a goodbye at clock 7 the stock client is visible again from clock %i', (clock) => {
    const { relay, member, told, timer } = room()
    const [ann, again] = [member('ann'), member('ann')]
    // Bob is a stock awareness that saw Ann come and go.
    const bob = new Awareness(new Y.Doc())
    const annsDoc = new Y.Doc()
    annsDoc.clientID = 1
    const anns = new Awareness(annsDoc)
    anns.meta.set(1, { clock, lastUpdated: 0 })
    anns.states.set(1, { n: 'Ann' })
    relay.receive(ann, [entry(1, 7, { n: 'Ann' })])
    timer.advance(1_000)
    relay.leave(ann)
    timer.advance(1_000)
    relay.receive(again, [entry(1, clock, { n: 'Ann' })])
    timer.advance(1_000)
    // What the relay sent back to Ann alone makes her announce herself anew.
    for (const line of again.sent) {
      expect(line).toBe('1@7=null')
      const said = new Promise<Uint8Array>((resolve) =>
        anns.on('update', () => resolve(encodeAwarenessUpdate(anns, [1]))),
      )
      applyAwarenessUpdate(anns, encodeGoodbye(1, 7), 'relay')
      void said
      relay.receive(again, [entry(1, anns.meta.get(1)!.clock, { n: 'Ann' })])
    }
    timer.advance(1_000)
    for (const line of told.flat()) {
      const [id, rest] = line.split('@')
      const [at, state] = [rest!.slice(0, rest!.indexOf('=')), rest!.slice(rest!.indexOf('=') + 1)]
      applyAwarenessUpdate(bob, encodeState(Number(id), Number(at), state), 'relay')
    }
    expect(bob.getStates().get(1)).toEqual({ n: 'Ann' })
    for (const awareness of [bob, anns]) awareness.destroy()
  })
})

test('[PRESENCE-9] of a crowd those are shown who did something last; to say "still here" is not doing something', () => {
  const { relay, member, told, everybody, timer } = room()
  const crowd = Array.from({ length: LIMITS.presencesShown + 20 }, (_, at) => ({ id: at + 1, who: member(`m${at}`) }))
  for (const { id, who } of crowd) relay.receive(who, [entry(id, 1, { at: 0 })])
  timer.advance(1_000)
  const shown = () => everybody().map((line) => Number(line.split('@')[0]))
  expect(shown()).toEqual(crowd.slice(20).map(({ id }) => id))
  told.length = 0
  // The first one renews, the second one does something.
  relay.receive(crowd[0]!.who, [entry(1, 2, { at: 0 })])
  relay.receive(crowd[1]!.who, [entry(2, 2, { at: 1 })])
  timer.advance(1_000)
  expect(told.flat()).toEqual(['2@2={"at":1}'])
  expect(shown()).not.toContain(1)
  expect(shown()).toContain(2)
  // Whoever was shown and goes is said goodbye; there is room for one more, who shows up with the next renewal.
  relay.leave(crowd.at(-1)!.who)
  timer.advance(1_000)
  expect(told.at(-1)).toEqual([`${crowd.length}@1=null`])
  expect(shown()).toHaveLength(LIMITS.presencesShown)
})

function encodeGoodbye(clientId: number, clock: number): Uint8Array {
  return encodeState(clientId, clock, 'null')
}

function encodeState(clientId: number, clock: number, state: string): Uint8Array {
  const bytes = Buffer.from(state)
  return Uint8Array.from([1, clientId, clock, bytes.length, ...bytes])
}
