// Client ids and those who write under them.
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { faultyStorage } from './support/faulty-storage.ts'
import { stage } from './support/stage.ts'
import { call } from './support/test-relay.ts'
import { keystrokes, typed } from './support/updates.ts'

const EMPTY = Uint8Array.of(0, 0)
const ENFORCE = { config: { bindsClients: true } }

async function kept(
  client: { next(type: 'barrierAnswer'): Promise<unknown>; send(...m: never[]): void },
  ...updates: Uint8Array[]
) {
  // prettier-ignore
  const answer = client.next('barrierAnswer')
  const messages = updates.map((update) => ({ type: 'update', update }))
  client.send(...([{ type: 'syncStep2', update: EMPTY }, ...messages, { type: 'barrier', n: 1 }] as never[]))
  await answer
}

describe('[BIND-2] where it is enforced', () => {
  test('new changes under somebody else’s client id are refused with 4403, and nothing of them is kept', async () => {
    const { raw, link, plan, stored, relay } = await stage(ENFORCE)
    const keys = keystrokes('abc', 7)
    await kept(raw(plan.secret), ...keys.slice(0, 2))
    const eve = raw((await link('edit')).secret)
    await eve.next('hello')
    eve.send({ type: 'update', update: keys[2]! })
    expect(await eve.closed).toBe(4403)
    expect((await stored()).head).toBe(2)
    expect(await relay.metrics.text()).toContain('milepost_foreign_structs_total 1')
  })

  test('what is there already may be sent by anybody, and deletions of it too', async () => {
    const { raw, link, plan, storedText } = await stage(ENFORCE)
    await kept(raw(plan.secret), typed('abc', 7))
    const doc = new Y.Doc()
    doc.clientID = 8
    Y.applyUpdate(doc, typed('abc', 7))
    doc.getText('t').delete(0, 1)
    doc.getText('t').insert(0, 'x')
    await kept(raw((await link('edit')).secret), Y.encodeStateAsUpdate(doc))
    expect(await storedText()).toBe('xbc')
  })

  test('the links of one person are one holder; the same name on the other side is not', async () => {
    const { raw, plan, origin } = await stage(ENFORCE)
    const path = `/api/plans/${plan.planId}/grants`
    const linkOf = async (side: string, personId: string) => {
      const { body } = await call(origin, plan.secret, 'POST', path, { right: 'edit', side, personId })
      return String(body['secret'])
    }
    const keys = keystrokes('abc', 7)
    await kept(raw(await linkOf('buyer', 'dana')), keys[0]!)
    await kept(raw(await linkOf('buyer', 'dana')), keys[1]!)
    for (const [side, personId] of [
      ['seller', 'dana'],
      ['buyer', 'eve'],
    ] as const) {
      // prettier-ignore
      const other = raw(await linkOf(side, personId))
      await other.next('hello')
      other.send({ type: 'update', update: keys[2]! })
      expect(await other.closed).toBe(4403)
    }
  })

  test('an id whose first change is not on disk yet has its author already', async () => {
    const storage = faultyStorage()
    const { raw, link, plan, stored } = await stage({ ...ENFORCE, storage })
    const keys = keystrokes('ab', 7)
    const { secret } = await link('edit')
    const [ann, eve] = [raw(plan.secret), raw(secret)]
    await Promise.all([ann.next('hello'), eve.next('hello')])
    const release = storage.holdAppends()
    const answer = ann.next('barrierAnswer')
    ann.send({ type: 'syncStep2', update: keys[0]! }, { type: 'barrier', n: 1 })
    await ann.served()
    eve.send({ type: 'update', update: keys[1]! })
    expect(await eve.closed).toBe(4403)
    release()
    await answer
    expect((await stored()).authors).toEqual([{ clientId: 7, holder: plan.grantId }])
  })
})

test('[BIND-4] where it is reported only, they are kept and counted, and the first stays the author', async () => {
  const { raw, link, plan, origin, storedText, relay } = await stage()
  const keys = keystrokes('abc', 7)
  await kept(raw(plan.secret), ...keys.slice(0, 2))
  await kept(raw((await link('edit')).secret), keys[2]!)
  expect(await storedText()).toBe('abc')
  expect(await relay.metrics.text()).toContain('milepost_foreign_structs_total 1')
  const { body } = await call(origin, plan.secret, 'GET', `/api/plans/${plan.planId}/authors`)
  expect(body['authors']).toEqual([{ clientId: 7, grantId: plan.grantId, room: 'plan' }])
})
