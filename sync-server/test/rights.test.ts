// What a right lets through, with real sockets: nothing a viewer wrote is ever stored or forwarded.
import { RIGHTS, encodeMessage, type Message } from '@milepost/protocol'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { stage } from './support/stage.ts'
import { until } from './support/stock-client.ts'
import { typed } from './support/updates.ts'

const forbidden = typed('forbidden', 66)
const hidden = [...encodeMessage({ type: 'update', update: forbidden })]

describe('[ROLE-2] a viewer that writes is closed with 4403; nothing is stored, nothing forwarded', () => {
  test.each<[string, (send: (...bytes: number[]) => void) => void]>([
    ['an update', (send) => send(...hidden)],
    ['a step 2', (send) => send(...encodeMessage({ type: 'syncStep2', update: forbidden }))],
    ['behind a harmless message', (send) => send(3, ...hidden)],
    ['behind an empty update', (send) => send(0, 2, 2, 0, 0, ...hidden)],
    ['before a question', (send) => send(...hidden, 0, 0, 1, 0)],
  ])('%s', async (_, write) => {
    const { raw, link, plan, stored } = await stage()
    const writer = raw(plan.secret)
    await writer.next('hello')
    const viewer = raw((await link('view')).secret)
    await viewer.next('hello')
    write(viewer.sendBytes)
    expect(await viewer.closed).toBe(4403)
    await writer.served()
    expect(writer.received.map(({ type }) => type)).not.toContain('update')
    expect((await stored()).head).toBe(0)
  })

  test('hidden behind overlong numbers: malformed', async () => {
    const { raw, link, stored } = await stage()
    const viewer = raw((await link('view')).secret)
    viewer.sendBytes(0x80, 0, 0x82, 0, ...hidden.slice(2))
    expect(await viewer.closed).toBe(4400)
    expect((await stored()).head).toBe(0)
  })
})

test('[ROLE-3] an honest stock viewer stays, sees everything, and answers with empty updates', async () => {
  const { stock, link, plan } = await stage()
  const ann = stock(plan.secret)
  const viewer = stock((await link('view')).secret)
  await Promise.all([ann.synced(), viewer.synced()])
  ann.text.insert(0, 'for your eyes')
  await until(viewer.doc, () => viewer.text.toJSON() === 'for your eyes')
  expect(await viewer.barrier()).toBe(1)
  expect(viewer.provider.wsconnected).toBe(true)
})

test('[ROLE-3] a stock viewer that edits is closed for good, and keeps its copy', async () => {
  const { stock, link, plan, storedText } = await stage()
  const ann = stock(plan.secret)
  const viewer = stock((await link('view')).secret)
  await Promise.all([ann.synced(), viewer.synced()])
  const closed = viewer.closed()
  viewer.text.insert(0, 'mine')
  expect(await closed).toBe(4403)
  expect(viewer.provider.shouldConnect).toBe(false)
  expect(await ann.barrier()).toBe(0)
  expect([ann.text.toJSON(), await storedText(), viewer.text.toJSON()]).toEqual(['', '', 'mine'])
})

test('[ROLE-3] offline edits of a viewer stay with the viewer: it is not asked for them', async () => {
  const { stock, link, storedText } = await stage()
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'offline')
  const viewer = stock((await link('view')).secret, { doc })
  await viewer.synced()
  expect(await viewer.barrier()).toBe(1)
  expect(await storedText()).toBe('')
  expect(viewer.provider.wsconnected).toBe(true)
})

test('[ROLE-4] a commenter writes in the discussion and not in the plan', async () => {
  const { stock, raw, link, plan, storedText } = await stage()
  const { secret } = await link('comment')
  const room = `${plan.planId}.c`
  const talk = stock(secret, { room })
  const other = stock(plan.secret, { room })
  await Promise.all([talk.synced(), other.synced()])
  talk.text.insert(0, 'I doubt it')
  await until(other.doc, () => other.text.toJSON() === 'I doubt it')
  expect(await talk.barrier()).toBe(0)
  expect(await storedText(room)).toBe('I doubt it')

  const reader = raw(secret)
  await reader.next('hello')
  reader.sendBytes(...hidden)
  expect(await reader.closed).toBe(4403)
  expect(await storedText()).toBe('')
  expect(talk.provider.wsconnected).toBe(true)
})

const update = typed('x', 9)
const PAIRS: readonly (readonly [string, Message, (right: string, room: string) => number | 'stays'])[] = (() => {
  const stays = () => 'stays' as const
  const write = (right: string, room: string) =>
    right === 'edit' || right === 'manage' || (right === 'comment' && room === 'discussion') ? 'stays' : 4403
  const never = () => 4400
  return [
    ['sync step 1', { type: 'syncStep1', vector: Uint8Array.of(0) }, stays],
    ['sync step 2', { type: 'syncStep2', update }, write],
    ['empty step 2', { type: 'syncStep2', update: Uint8Array.of(0, 0) }, stays],
    ['update', { type: 'update', update }, write],
    ['empty update', { type: 'update', update: Uint8Array.of(0, 0) }, stays],
    ['awareness', { type: 'awareness', entries: [{ clientId: 9, clock: 1, state: '{}' }] }, stays],
    ['query awareness', { type: 'queryAwareness' }, stays],
    ['barrier', { type: 'barrier', n: 1 }, stays],
    ['hello', { type: 'hello', epoch: 'e', relayTime: 0, leastAppVersion: 1 }, never],
  ]
})()

test.each(RIGHTS)('[ROLE-1] %s, every message, both rooms, over real sockets', async (right) => {
  const { raw, link, plan, stored } = await stage()
  const { secret } = await link(right)
  for (const [room, name] of [
    ['plan', plan.planId],
    ['discussion', `${plan.planId}.c`],
  ] as const) {
    if (room === 'discussion' && right === 'view') continue
    for (const [title, message, expected] of PAIRS) {
      const before = (await stored(name)).head
      const client = raw(secret, { room: name })
      const hello = client.next('hello')
      await hello
      client.send(message)
      const outcome = await Promise.race([client.closed, client.served().then(() => 'stays')])
      expect([room, title, outcome]).toEqual([room, title, expected(right, room)])
      expect(outcome === 'stays' || (await stored(name)).head === before).toBe(true)
      client.leave()
    }
  }
})
