// Taking a link back, or giving it another right, while its holder types.
import { describe, expect, test } from 'vitest'
import { faultyStorage } from './support/faulty-storage.ts'
import { stage } from './support/stage.ts'
import { call } from './support/test-relay.ts'
import { keystrokes, textOf, typed } from './support/updates.ts'

const EMPTY = Uint8Array.of(0, 0)

test('[GRANT-7] revoked mid-typing: closed with 4401, and nothing of it is kept after the revocation', async () => {
  const { raw, link, plan, origin, stored } = await stage()
  const { secret, id } = await link('edit')
  const victim = raw(secret)
  const witness = raw(plan.secret)
  await Promise.all([victim.next('hello'), witness.next('hello')])
  const keys = keystrokes('typing and typing and typing and typing')
  victim.send({ type: 'syncStep2', update: EMPTY })
  for (const update of keys.slice(0, 20)) victim.send({ type: 'update', update })
  const revoked = call(origin, plan.secret, 'DELETE', `/api/plans/${plan.planId}/grants/${id}`)
  for (const update of keys.slice(20)) victim.send({ type: 'update', update })
  expect((await revoked).status).toBe(200)
  const headAtAnswer = (await stored()).head
  expect(await victim.closed).toBe(4401)
  await witness.served()
  const shown = witness.received.flatMap((message) => (message.type === 'update' ? [message.update] : []))
  expect((await stored()).head).toBe(headAtAnswer)
  expect(shown).toHaveLength(headAtAnswer)
  const again = raw(secret)
  expect(await again.closed).toBe(4401)
})

test('[GRANT-7] a frame that arrives while the revocation is being written is not kept', async () => {
  const storage = faultyStorage()
  const { raw, link, plan, origin, stored } = await stage({ storage })
  const { secret, id } = await link('edit')
  const victim = raw(secret)
  await victim.next('hello')
  let write = () => {}
  const reached = new Promise<void>((resolve) => {
    const change = storage.changeGrants.bind(storage)
    storage.changeGrants = async (...args) => {
      resolve()
      await new Promise<void>((go) => (write = go))
      return change(...args)
    }
  })
  const revoked = call(origin, plan.secret, 'DELETE', `/api/plans/${plan.planId}/grants/${id}`)
  await reached
  victim.send({ type: 'update', update: typed('too late') })
  await victim.served()
  write()
  expect((await revoked).status).toBe(200)
  expect(await victim.closed).toBe(4401)
  expect((await stored()).head).toBe(0)
})

test('[GRANT-8] a revocation that could not be written: the holder comes back and loses nothing', async () => {
  const storage = faultyStorage()
  const { raw, link, plan, origin, storedText } = await stage({ storage })
  const { secret, id } = await link('edit')
  const victim = raw(secret)
  await victim.next('hello')
  storage.failChanges = true
  const { status, body } = await call(origin, plan.secret, 'DELETE', `/api/plans/${plan.planId}/grants/${id}`)
  expect([status, body]).toMatchObject([503, { error: { code: 'storage' } }])
  expect(await victim.closed).toBe(4503)
  const again = raw(secret)
  const answer = again.next('barrierAnswer')
  again.send({ type: 'syncStep2', update: typed('still here') }, { type: 'barrier', n: 1 })
  expect(await answer).toMatchObject({ status: 0 })
  expect(await storedText()).toBe('still here')
})

test('[GRANT-9] a lowered right: closed with 1012, and the new right counts at once, in both rooms', async () => {
  const { raw, link, plan, origin, stored } = await stage()
  const { secret, id } = await link('edit')
  const [inPlan, inTalk] = [raw(secret), raw(secret, { room: `${plan.planId}.c` })]
  await Promise.all([inPlan.next('hello'), inTalk.next('hello')])
  const path = `/api/plans/${plan.planId}/grants/${id}`
  expect(await call(origin, plan.secret, 'PATCH', path, { right: 'view' })).toMatchObject({ status: 200, body: { grant: { right: 'view' } } }) // prettier-ignore
  expect(await Promise.all([inPlan.closed, inTalk.closed])).toEqual([1012, 1012])
  const again = raw(secret)
  await again.next('hello')
  again.send({ type: 'update', update: typed('no more') })
  expect(await again.closed).toBe(4403)
  expect(await raw(secret, { room: `${plan.planId}.c` }).closed).toBe(4403)
  expect((await stored()).head).toBe(0)
})

test('[GRANT-9] a raised right works after coming back; a stock client does so by itself', async () => {
  const { stock, link, plan, origin, storedText } = await stage()
  const { secret, id } = await link('view')
  const ann = stock(secret)
  await ann.synced()
  const back = new Promise<void>((resolve) => {
    ann.provider.once('connection-close', () => ann.provider.on('sync', (isSynced: boolean) => isSynced && resolve()))
  })
  await call(origin, plan.secret, 'PATCH', `/api/plans/${plan.planId}/grants/${id}`, { right: 'edit' })
  await back
  ann.text.insert(0, 'now I may')
  expect(await ann.barrier()).toBe(0)
  expect(await storedText()).toBe('now I may')
})

describe('[GRANT-1] what a link made goes with it', () => {
  test('and its sockets close', async () => {
    const { raw, link, plan, origin } = await stage()
    const parent = await link('edit')
    const path = `/api/plans/${plan.planId}/grants`
    const child = await call(origin, parent.secret, 'POST', path, { right: 'view', side: 'seller' })
    const viewer = raw(String(child.body['secret']))
    await viewer.next('hello')
    const { body } = await call(origin, plan.secret, 'DELETE', `${path}/${parent.id}`)
    expect(body).toMatchObject({ grant: { id: parent.id }, also: [{ right: 'view', madeBy: parent.id }] })
    expect(await viewer.closed).toBe(4401)
    await call(origin, plan.secret, 'PATCH', `${path}/${parent.id}`, { right: 'edit' })
    await raw(String(child.body['secret'])).next('hello')
  })
})

test('[ROOM-4] others in the room do not notice a revocation', async () => {
  const { raw, link, plan, origin } = await stage()
  const { id } = await link('edit')
  const [ann, bob] = [raw(plan.secret), raw(plan.secret)]
  await Promise.all([ann.next('hello'), bob.next('hello')])
  await call(origin, plan.secret, 'DELETE', `/api/plans/${plan.planId}/grants/${id}`)
  const seen = bob.next('update')
  ann.send({ type: 'update', update: typed('go on') })
  expect(textOf([(await seen).update])).toBe('go on')
})
