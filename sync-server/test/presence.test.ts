// Who is here, with stock clients and real sockets.
import { expect, test } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import { rawClient } from './support/raw-client.ts'
import { stage } from './support/stage.ts'

function namesSeenBy({ awareness }: WebsocketProvider): string[] {
  const others = [...awareness.getStates()].filter(([id]) => id !== awareness.clientID)
  return others.map(([, state]) => String(state['name'])).toSorted()
}

/** Resolves when the provider sees exactly these names. */
function sees(provider: WebsocketProvider, ...names: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (namesSeenBy(provider).join() === names.toSorted().join()) resolve()
    }
    provider.awareness.on('change', look)
    look()
  })
}

test('[PRESENCE-1] [PRESENCE-6] people come, are seen by those who come later, and go without a word', async () => {
  const { stock, raw, plan } = await stage()
  const ann = stock(plan.secret)
  ann.provider.awareness.setLocalState({ name: 'Ann' })
  await ann.synced()
  const bob = stock(plan.secret)
  bob.provider.awareness.setLocalState({ name: 'Bob' })
  await Promise.all([sees(bob.provider, 'Ann'), sees(ann.provider, 'Bob')])
  const cid = raw(plan.secret)
  await cid.next('hello')
  cid.send({ type: 'awareness', entries: [{ clientId: 99, clock: 1, state: '{"name":"Cid"}' }] })
  await sees(ann.provider, 'Bob', 'Cid')
  // No goodbye at all: the tab was killed.
  cid.ws.terminate()
  await sees(ann.provider, 'Bob')
  expect(namesSeenBy(ann.provider)).toEqual(['Bob'])
})

test('[PRESENCE-2] nobody speaks for somebody else', async () => {
  const { stock, raw, link, plan } = await stage()
  const [ann, bob] = [stock(plan.secret), stock(plan.secret)]
  ann.provider.awareness.setLocalState({ name: 'Ann' })
  await sees(bob.provider, 'Ann')
  const mallory = raw((await link('view')).secret)
  await mallory.next('hello')
  mallory.send({
    type: 'awareness',
    entries: [
      { clientId: ann.doc.clientID, clock: 1_000, state: 'null' },
      { clientId: ann.doc.clientID, clock: 2 ** 31, state: '{"name":"Mallory"}' },
      { clientId: 666, clock: 1, state: '{"name":"Mallory"}' },
    ],
  })
  await sees(bob.provider, 'Ann', 'Mallory')
  ann.provider.awareness.setLocalState({ name: 'Ann, still' })
  await sees(bob.provider, 'Ann, still', 'Mallory')
  expect(namesSeenBy(bob.provider)).toEqual(['Ann, still', 'Mallory'])
})

test('[PRESENCE-7] the same person after a reconnect is there again', async () => {
  const { stock, plan } = await stage()
  const [ann, bob] = [stock(plan.secret), stock(plan.secret)]
  ann.provider.awareness.setLocalState({ name: 'Ann' })
  await sees(bob.provider, 'Ann')
  for (let times = 0; times < 3; times++) {
    const away = sees(bob.provider)
    ann.provider.disconnect()
    await away
    const back = sees(bob.provider, 'Ann')
    ann.provider.connect()
    await back
  }
  expect(bob.provider.awareness.getStates().get(ann.doc.clientID)).toEqual({ name: 'Ann' })
})

test('[PRESENCE-8] a query is answered with everybody', async () => {
  const { raw, plan, origin } = await stage()
  const ann = raw(plan.secret)
  await ann.next('hello')
  ann.send({ type: 'awareness', entries: [{ clientId: 5, clock: 1, state: '{"name":"Ann"}' }] })
  await ann.served()
  const bob = rawClient(origin, plan.planId, plan.secret)
  expect(await bob.next('awareness')).toEqual({
    type: 'awareness',
    entries: [{ clientId: 5, clock: 1, state: '{"name":"Ann"}' }],
  })
  const answer = bob.next('awareness')
  bob.send({ type: 'queryAwareness' })
  expect((await answer).entries).toHaveLength(1)
  bob.leave()
})
