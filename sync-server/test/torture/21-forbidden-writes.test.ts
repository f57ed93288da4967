// 21: viewers and commenters who write in every disguise, at random and one after the other, in both rooms. Nothing of
// theirs is ever stored or forwarded, and honest people notice nothing. (Each disguise by itself: ROLE-1 to ROLE-4.)
import { encodeMessage, type Message } from '@milepost/protocol'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { stage } from '../support/stage.ts'
import { until } from '../support/stock-client.ts'
import { IS_LONG, MINUTES, SEED, TORTURE_TIMEOUT, seededRandom } from '../support/torture-scale.ts'
import { typed } from '../support/updates.ts'

/** Client ids of whoever may not write: recognised wherever they turn up. */
const FORBIDDEN = 666_000

function forbidden(n: number): Uint8Array {
  return typed('forbidden', FORBIDDEN + n)
}

const DISGUISES: readonly (readonly [string, (update: Uint8Array) => readonly number[]])[] = [
  ['as an update', (update) => bytesOf({ type: 'update', update })],
  ['as a step 2', (update) => bytesOf({ type: 'syncStep2', update })],
  ['as a second message', (update) => [...bytesOf({ type: 'queryAwareness' }), ...bytesOf({ type: 'update', update })]],
  ['behind an empty update', (update) => [0, 2, 2, 0, 0, ...bytesOf({ type: 'update', update })]],
  ['before a question', (update) => [...bytesOf({ type: 'update', update }), 0, 0, 1, 0]],
  ['in overlong numbers', (update) => [0x80, 0, 0x82, 0, ...bytesOf({ type: 'update', update }).slice(2)]],
  ['as awareness', (update) => [1, update.length, ...update]],
  ['as presence with the bytes as its text', (update) => bytesOf({ type: 'awareness', entries: [{ clientId: FORBIDDEN, clock: 1, state: JSON.stringify({ update: [...update] }) }] })], // prettier-ignore
  ['as an auth message', (update) => [2, ...bytesOf({ type: 'update', update }).slice(1)]],
  ['as a message of another relay', (update) => [102, update.length, ...update]],
  ['as a fourth sync step', (update) => [0, 3, update.length, ...update]],
  ['as a hello', (update) => [101, update.length, ...update, 0, 1]],
  ['with bytes left over', (update) => [...bytesOf({ type: 'update', update }), 0]],
  ['merged with somebody else’s', (update) => bytesOf({ type: 'update', update: Y.mergeUpdates([typed('good', 1), update]) })], // prettier-ignore
]

function bytesOf(message: Message): number[] {
  return [...encodeMessage(message)]
}

test(
  `21: seed ${SEED}`,
  async () => {
    const next = seededRandom(SEED)
    const below = (limit: number) => Math.floor(next() * limit)
    const { stock, raw, link, plan, stored, storedText } = await stage()
    const [viewer, commenter] = [await link('view'), await link('comment')]
    const rooms = [plan.planId, `${plan.planId}.c`] as const
    const [ann, bob, talk] = [stock(plan.secret), stock(viewer.secret), stock(commenter.secret, { room: rooms[1] })]
    await Promise.all([ann.synced(), bob.synced(), talk.synced()])
    let dropped = 0
    for (const { provider } of [ann, bob, talk]) provider.on('connection-close', () => dropped++)

    const end = performance.now() + MINUTES * 60_000
    let rounds = 0
    for (; IS_LONG ? performance.now() < end : rounds < 3 * DISGUISES.length; rounds++) {
      const [who, room] = [
        [viewer, rooms[0]],
        [commenter, rooms[0]],
        [viewer, rooms[1]],
      ][rounds % 3] as [typeof viewer, string]
      const [title, disguise] = DISGUISES[Math.floor(rounds / 3) % DISGUISES.length]!
      const attacker = raw(who.secret, { room })
      // Now and then before the room is there.
      if (next() < 0.7) await Promise.race([attacker.next('hello'), attacker.closed])
      attacker.sendBytes(...disguise(forbidden(below(1_000))))
      const outcome = await Promise.race([attacker.closed, attacker.served().then(() => 'stays')])
      expect([title, [4400, 4403, 'stays'].includes(outcome)]).toEqual([title, true])
      attacker.leave()
      if (rounds % 10 === 0) ann.text.insert(ann.text.length, 'honest ')
    }
    expect(await ann.barrier()).toBe(0)
    const text = 'honest '.repeat(Math.ceil(rounds / 10))
    expect(await storedText()).toBe(text)
    await until(bob.doc, () => bob.text.toJSON() === text)
    for (const room of rooms) {
      const { segments, tail } = await stored(room)
      const ids = [...segments, ...tail].flatMap(({ update }) => [...Y.parseUpdateMeta(update).to.keys()])
      expect(ids.filter((id) => id >= FORBIDDEN && id < FORBIDDEN + 1_000)).toEqual([])
    }
    for (const { doc } of [ann, bob, talk]) {
      const seen = [...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()]
      expect(seen.filter((id) => id >= FORBIDDEN && id < FORBIDDEN + 1_000)).toEqual([])
    }
    expect(dropped).toBe(0)
  },
  TORTURE_TIMEOUT,
)

test('21: what a viewer wrote offline is not asked for when it returns, and is closed for if sent all the same', async () => {
  const { raw, link, stored } = await stage()
  const { secret } = await link('view')
  const viewer = raw(secret)
  viewer.send({ type: 'syncStep1', vector: Uint8Array.of(0) })
  await viewer.next('syncStep2')
  expect(viewer.received.map(({ type }) => type)).not.toContain('syncStep1')
  viewer.send({ type: 'syncStep2', update: forbidden(1) })
  expect(await viewer.closed).toBe(4403)
  expect((await stored()).head).toBe(0)
})
