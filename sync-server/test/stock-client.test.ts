// The stock y-websocket client, unchanged, against a relay with real sockets.
import { afterEach, expect, test } from 'vitest'
import { stockClient, until, type StockClient } from './support/stock-client.ts'
import { createPlan, freshFolder, sqliteIn, startTestRelay, type TestRelay } from './support/test-relay.ts'

const clean: (() => unknown)[] = []
afterEach(async () => {
  for (const step of clean.splice(0).toReversed()) await step()
})

async function relayOn(dir?: string): Promise<TestRelay> {
  const started = await startTestRelay(dir === undefined ? {} : { storage: await sqliteIn(dir) })
  clean.push(() => started.relay.stop())
  return started
}

function client(...args: Parameters<typeof stockClient>): StockClient {
  const made = stockClient(...args)
  clean.push(() => made.leave())
  return made
}

test('two stock clients converge and see each other', async () => {
  const { origin } = await relayOn()
  const { planId, secret } = await createPlan(origin)
  const ann = client(origin, planId, secret)
  const bob = client(origin, planId, secret)
  await Promise.all([ann.synced(), bob.synced()])
  ann.text.insert(0, 'Hello ')
  await until(bob.doc, () => bob.text.toString() === 'Hello ')
  bob.text.insert(6, 'Bob')
  bob.text.delete(0, 1)
  await until(ann.doc, () => ann.text.toString() === 'ello Bob')

  const seen = new Promise<unknown>((resolve) => {
    bob.provider.awareness.on('change', () => {
      const state = bob.provider.awareness.getStates().get(ann.doc.clientID)
      if (state?.['name'] === 'Ann') resolve(state)
    })
  })
  ann.provider.awareness.setLocalState({ name: 'Ann' })
  expect(await seen).toEqual({ name: 'Ann' })
})

test('a restart keeps everything, deletions too', async () => {
  const { dir, remove } = freshFolder()
  clean.push(remove)
  const first = await startTestRelay({ storage: await sqliteIn(dir) })
  const plan = await createPlan(first.origin)
  const ann = stockClient(first.origin, plan.planId, plan.secret)
  await ann.synced()
  ann.text.insert(0, 'abcdef')
  ann.text.delete(1, 2)
  expect(await ann.barrier()).toBe(0)
  ann.leave()
  await first.relay.stop()

  const second = await relayOn(dir)
  const bob = client(second.origin, plan.planId, plan.secret)
  await bob.synced()
  expect(bob.text.toString()).toBe('adef')
})
