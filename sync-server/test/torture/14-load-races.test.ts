// 14, many come while the room is read, slowly or in vain; the last one leaves while the disk fails. Nobody is shown an empty
// plan as the whole of it, nothing is written over, no change is lost.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { fakeTimer } from '../support/fake-timer.ts'
import { faultyStorage } from '../support/faulty-storage.ts'
import { stage } from '../support/stage.ts'
import { textReceived, typed } from '../support/updates.ts'

const CROWD = 100

test('[DOOR-6] a hundred come while the disk takes its time; some of them write at once', async () => {
  const storage = faultyStorage()
  const { plan, raw, link, storedText, stored } = await stage({ storage })
  const row = { room: plan.planId as never, grantId: plan.grantId, newAuthors: [1], slot: null }
  await storage.append([{ ...row, update: typed('the whole plan. ') }])
  const links = await Promise.all(Array.from({ length: 3 }, () => link('edit')))
  const release = storage.holdReads()
  const clients = Array.from({ length: CROWD }, (_, at) => raw(links[at % 3]!.secret))
  for (const [at, client] of clients.entries()) {
    client.send({ type: 'syncStep1', vector: Uint8Array.of(0) })
    if (at % 10 === 0)
      client.send({ type: 'syncStep2', update: typed(`${at} `, 1_000 + at) }, { type: 'barrier', n: at })
  }
  await Promise.all(clients.map(({ ws }) => new Promise<void>((resolve) => ws.once('open', () => resolve()))))
  for (const { received } of clients) expect(received).toEqual([])
  release()
  await Promise.all(clients.map((client) => client.until((received) => received.some(({ type }) => type === 'syncStep2')))) // prettier-ignore
  const writers = clients.filter((_, at) => at % 10 === 0)
  await Promise.all(writers.map((client) => client.until((received) => received.some(({ type }) => type === 'barrierAnswer')))) // prettier-ignore
  for (const client of clients) expect(textReceived(client.received)).toContain('the whole plan. ')
  expect((await stored()).head).toBe(1 + CROWD / 10)
  expect(await storedText()).toContain('the whole plan. ')
})

test('[DOOR-7] a hundred come and the disk fails: nobody is told anything but to come back, and then all of it is there', async () => {
  const storage = faultyStorage()
  const { plan, raw } = await stage({ storage })
  const row = { room: plan.planId as never, grantId: plan.grantId, newAuthors: [1], slot: null }
  await storage.append([{ ...row, update: typed('the whole plan. ') }])
  storage.failReads = true
  const clients = Array.from({ length: 40 }, () => raw(plan.secret))
  for (const client of clients) client.send({ type: 'syncStep1', vector: Uint8Array.of(0) })
  expect(new Set(await Promise.all(clients.map(({ closed }) => closed)))).toEqual(new Set([4503]))
  for (const { received } of clients) expect(received).toEqual([])
  storage.failReads = false
  const late = raw(plan.secret)
  late.send({ type: 'syncStep1', vector: Uint8Array.of(0) })
  await late.until((received) => received.some(({ type }) => type === 'syncStep2'))
  expect(textReceived(late.received)).toBe('the whole plan. ')
})

test.each(['before', 'after'] as const)(
  '[ROOM-8] the last one leaves while the disk fails (%s writing), and comes back: the edit is there',
  async (when) => {
    const storage = faultyStorage()
    const timer = fakeTimer()
    const { plan, raw, stock, relay, storedText } = await stage({ storage, timer })
    storage.failAppends = when
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'my last sentence')
    const ann = raw(plan.secret)
    await ann.next('syncStep1')
    ann.send({ type: 'syncStep2', update: Y.encodeStateAsUpdate(doc) }, { type: 'barrier', n: 1 })
    ann.leave()
    await ann.closed
    // The room is swept as if nobody had been there for long.
    timer.advance(120_000)
    relay.sweep()
    storage.failAppends = null
    const again = stock(plan.secret, { doc })
    await again.synced()
    expect(await again.barrier()).toBe(0)
    expect(await storedText()).toBe('my last sentence')
    const fresh = stock(plan.secret)
    await fresh.synced()
    expect(fresh.text.toJSON()).toBe('my last sentence')
  },
)
