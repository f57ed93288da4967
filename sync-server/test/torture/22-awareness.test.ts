// 22: presence under attack and in a hurry, with a stock client looking on. (Each rule by itself: PRESENCE-1 to PRESENCE-9.)
import { LIMITS, type PresenceEntry } from '@milepost/protocol'
import { expect, test } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import { stage } from '../support/stage.ts'

function sees({ awareness }: WebsocketProvider, id: number, name: string | null): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if ((awareness.getStates().get(id)?.['name'] ?? null) === name) resolve()
    }
    awareness.on('change', look)
    look()
  })
}

const entry = (clientId: number, clock: number, state: unknown): PresenceEntry => ({ clientId, clock, state: JSON.stringify(state) }) // prettier-ignore

test('22: a forged id, a clock of 2^50, a state of a megabyte, a goodbye for somebody else: the victim stays as it was', async () => {
  const { stock, raw, link, plan } = await stage()
  const [victim, witness] = [stock(plan.secret), stock(plan.secret)]
  victim.provider.awareness.setLocalState({ name: 'Ann' })
  const id = victim.doc.clientID
  await sees(witness.provider, id, 'Ann')
  const mallory = raw((await link('view')).secret)
  await mallory.next('hello')
  for (const bad of [
    entry(id, 2 ** 50, { name: 'Mallory' }),
    entry(id, 1_000, null),
    entry(id, 1_000, { name: 'Mallory' }),
    entry(id, 2 ** 32 - 1, { name: 'Mallory' }),
    entry(7, 2 ** 50, { name: 'Mallory' }),
    entry(7, 1, { name: 'x'.repeat(1024 * 1024) }),
  ]) {
    mallory.send({ type: 'awareness', entries: [bad] })
  }
  mallory.send({ type: 'awareness', entries: [entry(8, 1, { name: 'Mallory' })] })
  await sees(witness.provider, 8, 'Mallory')
  expect(witness.provider.awareness.getStates().get(id)).toEqual({ name: 'Ann' })
  expect(witness.provider.awareness.getStates().has(7)).toBe(false)
  // And it is not muted.
  victim.provider.awareness.setLocalState({ name: 'Ann, still' })
  await sees(witness.provider, id, 'Ann, still')
  expect(mallory.ws.readyState).toBe(mallory.ws.OPEN)
})

test('22: a thousand moves at once: the others get the last one, not a thousand, and nobody is closed', async () => {
  const { raw, plan } = await stage({ config: { hasRateLimits: true } })
  const [mover, witness] = [raw(plan.secret), raw(plan.secret)]
  await Promise.all([mover.next('hello'), witness.next('hello')])
  const moves = 1_000
  for (let clock = 1; clock <= moves; clock++)
    mover.send({ type: 'awareness', entries: [entry(5, clock, { at: clock })] })
  const told = () => witness.received.flatMap((message) => (message.type === 'awareness' ? [message.entries] : []))
  await witness.until(() => told().flat().at(-1)?.clock === moves)
  expect(told().length).toBeLessThan(moves / 4)
  expect(mover.ws.readyState).toBe(mover.ws.OPEN)
})

test('22: two tabs of one link are two; one goes without a word, the other stays', async () => {
  const { stock, plan } = await stage()
  const [one, two, witness] = [stock(plan.secret), stock(plan.secret), stock(plan.secret)]
  one.provider.awareness.setLocalState({ name: 'tab one' })
  two.provider.awareness.setLocalState({ name: 'tab two' })
  await Promise.all([
    sees(witness.provider, one.doc.clientID, 'tab one'),
    sees(witness.provider, two.doc.clientID, 'tab two'),
  ])
  // A killed tab says no goodbye: its socket just ends.
  const { ws } = one.provider
  one.provider.shouldConnect = false
  ws?.close()
  await sees(witness.provider, one.doc.clientID, null)
  expect(witness.provider.awareness.getStates().get(two.doc.clientID)).toEqual({ name: 'tab two' })
})

test('22: a reconnect that beats the close of the old socket keeps the person in sight', async () => {
  const { raw, stock, plan } = await stage()
  const witness = stock(plan.secret)
  await witness.synced()
  const old = raw(plan.secret)
  await old.next('hello')
  old.send({ type: 'awareness', entries: [entry(5, 7, { name: 'Ann' })] })
  await sees(witness.provider, 5, 'Ann')
  const fresh = raw(plan.secret)
  await fresh.next('hello')
  fresh.send({ type: 'awareness', entries: [entry(5, 8, { name: 'Ann again' })] })
  await sees(witness.provider, 5, 'Ann again')
  const gone: boolean[] = []
  witness.provider.awareness.on('change', () => gone.push(!witness.provider.awareness.getStates().has(5)))
  old.leave()
  await old.closed
  fresh.send({ type: 'awareness', entries: [entry(5, 9, { name: 'Ann, still' })] })
  await sees(witness.provider, 5, 'Ann, still')
  expect(gone).not.toContain(true)
})

test.each([7, 8])(
  '22: after a goodbye at clock 7, the same id is back at clock %i within one exchange',
  async (clock) => {
    const { raw, stock, plan } = await stage()
    const witness = stock(plan.secret)
    await witness.synced()
    const first = raw(plan.secret)
    await first.next('hello')
    first.send({ type: 'awareness', entries: [entry(5, 7, { name: 'Ann' })] })
    await sees(witness.provider, 5, 'Ann')
    first.leave()
    await sees(witness.provider, 5, null)
    const back = raw(plan.secret)
    await back.next('hello')
    // What a stock client does when it is sent its own goodbye: it announces itself at the next clock.
    back.ws.on('message', () => {
      const last = back.received.at(-1)
      const own = last?.type === 'awareness' ? last.entries.find(({ clientId, state }) => clientId === 5 && state === 'null') : undefined // prettier-ignore
      if (own) back.send({ type: 'awareness', entries: [entry(5, own.clock + 1, { name: 'Ann is back' })] })
    })
    back.send({ type: 'awareness', entries: [entry(5, clock, { name: 'Ann is back' })] })
    await sees(witness.provider, 5, 'Ann is back')
    expect(witness.provider.awareness.getStates().get(5)).toEqual({ name: 'Ann is back' })
  },
)

test(`22: of a crowd of ${LIMITS.presencesShown + 10} a newcomer sees the ${LIMITS.presencesShown} that did something last`, async () => {
  const { raw, stock, plan } = await stage()
  const crowd = Array.from({ length: LIMITS.presencesShown + 10 }, (_, at) => ({
    id: 100 + at,
    client: raw(plan.secret),
  }))
  for (const { id, client } of crowd) {
    await client.until((received) => received.some(({ type }) => type === 'hello'))
    client.send({ type: 'awareness', entries: [entry(id, 1, { name: `p${id}` })] })
    await client.served()
  }
  const late = stock(plan.secret)
  await sees(late.provider, 100 + LIMITS.presencesShown + 9, `p${100 + LIMITS.presencesShown + 9}`)
  const ids = [...late.provider.awareness.getStates().keys()].filter((id) => id >= 100 && id < 1_000)
  expect(ids.length).toBe(LIMITS.presencesShown)
  crowd[0]!.client.send({ type: 'awareness', entries: [entry(100, 2, { name: 'moved' })] })
  await sees(late.provider, 100, 'moved')
  expect(late.provider.awareness.getStates().get(100)).toEqual({ name: 'moved' })
})
