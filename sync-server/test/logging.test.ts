// What stands in the log while people work, go wrong, and the disk fails: links by their short names, and nothing that a
// person wrote, is called, or could come in with.
import { newCapability, type Capability } from '@milepost/protocol'
import { expect, test } from 'vitest'
import { hashOf } from '../src/auth/secret-hash.ts'
import { jsonLog, linkName } from '../src/log.ts'
import { faultyStorage } from './support/faulty-storage.ts'
import { stage } from './support/stage.ts'
import { call, newPlanId } from './support/test-relay.ts'
import { typed } from './support/updates.ts'

const NAME = 'Ingrid Halvorsen'
const CONTENT = 'the price is confidential'
const LABEL = 'Procurement Lead'

test('[LOG-2] [LOG-3] no secret, no name, no content, at any level and in errors too', async () => {
  const lines: string[] = []
  const storage = faultyStorage()
  const it = await stage({ storage, log: jsonLog('debug', (line) => lines.push(line)) })
  const { plan, origin, raw } = it
  const grants = `/api/plans/${plan.planId}/grants`
  const made = await call(origin, plan.secret, 'POST', grants, {
    right: 'edit',
    side: 'buyer',
    name: NAME,
    role: LABEL,
  })
  const secret = made.body['secret'] as Capability
  const { id } = made.body['grant'] as { id: string }

  const writer = raw(secret)
  await writer.next('hello')
  const answer = writer.next('barrierAnswer')
  writer.send({ type: 'syncStep2', update: typed(CONTENT) }, { type: 'barrier', n: 1 })
  await answer
  writer.send({ type: 'awareness', entries: [{ clientId: 1, clock: 1, state: JSON.stringify({ name: NAME }) }] })
  // Calls that fail within the relay, each with an error that quotes what it was given.
  const fail = (what: 'findGrant' | 'grantsOf' | 'append' | 'changeGrants') => {
    const works = storage[what]
    Object.assign(storage, { [what]: () => Promise.reject(new Error(`cannot take ${secret} of ${NAME}: ${CONTENT}`)) })
    return () => Object.assign(storage, { [what]: works })
  }
  const mendFind = fail('findGrant')
  expect((await call(origin, plan.secret, 'GET', grants)).status).toBe(500)
  expect(await raw(secret).closed).toBe(4503)
  mendFind()
  const mendGrants = fail('grantsOf')
  expect((await call(origin, plan.secret, 'GET', grants)).status).toBe(500)
  mendGrants()
  const mendAppend = fail('append')
  writer.send({ type: 'update', update: typed(CONTENT, 2) })
  expect(await writer.closed).toBe(4503)
  mendAppend()
  // What is refused: links, bodies, paths, frames.
  expect(await raw(newCapability()).closed).toBe(4401)
  expect(await raw(secret, { room: newPlanId() }).closed).toBe(4404)
  await call(origin, secret, 'POST', grants, { right: NAME, side: CONTENT })
  await call(origin, secret, 'GET', `/api/plans/${secret}/${encodeURIComponent(NAME)}`)
  await call(origin, plan.secret, 'PATCH', `${grants}/${id}`, { right: 'view' })
  await call(origin, plan.secret, 'DELETE', `${grants}/${id}`)

  const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  const said = events.map(({ event }) => event)
  for (const event of ['plan made', 'link made', 'right changed', 'link taken back', 'not let in', 'closed', 'call failed', 'join failed', 'commit failed']) {
    expect(said).toContain(event)
  } // prettier-ignore
  const text = lines.join('')
  for (const never of [secret, plan.secret, NAME, 'Ingrid', LABEL, CONTENT, 'price', plan.planId]) {
    expect(text).not.toContain(never)
  }
  expect(events.find(({ event }) => event === 'link taken back')).toMatchObject({
    link: linkName(hashOf(plan.secret)),
    target: id.slice(0, 8),
    right: 'view',
  })
})
