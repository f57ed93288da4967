// 20: a link is taken back, replaced, lowered or ended by its maker's end while its holder types: its sockets close, and
// nothing of it is written after the change. Looked at where it counts: in the order of writes to the storage.
import { expect, test } from 'vitest'
import type { Storage } from '../../src/storage/storage.ts'
import { memoryStorage } from '../../src/storage/memory-storage.ts'
import { stage, type Stage } from '../support/stage.ts'
import { call } from '../support/test-relay.ts'
import { SEED, scaled, seededRandom } from '../support/torture-scale.ts'
import { keystrokes } from '../support/updates.ts'

const ROUNDS = scaled(6, 200)

/** What was written, in order: rows by grant, and changes of grants. */
function watched(): { readonly storage: Storage; readonly written: string[] } {
  const inner = memoryStorage()
  const written: string[] = []
  return {
    written,
    storage: {
      ...inner,
      append: async (batch) => {
        const outcomes = await inner.append(batch)
        written.push(...batch.map(({ grantId }) => grantId))
        return outcomes
      },
      changeGrants: async (...args) => {
        const outcome = await inner.changeGrants(...args)
        if (outcome === 'changed') written.push(...args[1].map(({ id }) => `changed ${id}`))
        return outcome
      },
    },
  }
}

type Change = (stage: Stage, link: { readonly secret: string; readonly id: string }) => Promise<unknown>

const CHANGES: readonly (readonly [string, number, Change])[] = [
  ['revoked', 4401, ({ origin, plan }, { id }) => call(origin, plan.secret, 'DELETE', `/api/plans/${plan.planId}/grants/${id}`)],
  [
    'replaced by a new link',
    4401,
    async (it, { id }) => {
      const fresh = await it.link('edit')
      await call(it.origin, it.plan.secret, 'DELETE', `/api/plans/${it.plan.planId}/grants/${id}`)
      const again = it.raw(fresh.secret)
      await again.next('hello')
    },
  ],
  ['lowered', 1012, ({ origin, plan }, { id }) => call(origin, plan.secret, 'PATCH', `/api/plans/${plan.planId}/grants/${id}`, { right: 'view' })],
  ['left', 4401, ({ origin, plan }, { secret, id }) => call(origin, secret, 'DELETE', `/api/plans/${plan.planId}/grants/${id}`)],
] // prettier-ignore

test.each(CHANGES)(`20: %s while its holder types, seed ${SEED}`, async (_, code, change) => {
  const next = seededRandom(SEED)
  const { storage, written } = watched()
  const it = await stage({ storage })
  const witness = it.raw(it.plan.secret)
  await witness.next('hello')
  for (let round = 0; round < ROUNDS; round++) {
    const link = await it.link('manage')
    const victims = [it.raw(link.secret), it.raw(link.secret)]
    await Promise.all(victims.map((victim) => victim.next('hello')))
    const keys = keystrokes('typing and typing and typing', 1_000 + round)
    // Keys go out one by one between other turns; the change falls somewhere among them.
    const at = Math.floor(next() * keys.length)
    let changed: Promise<unknown> = Promise.resolve()
    for (const [key, update] of keys.entries()) {
      for (const victim of victims) victim.send({ type: 'update', update })
      if (key === at) changed = change(it, link)
      if (next() < 0.5) await new Promise((resolve) => setImmediate(resolve))
    }
    await changed
    expect(await Promise.all(victims.map(({ closed }) => closed))).toEqual([code, code])
    const end = written.lastIndexOf(`changed ${link.id}`)
    expect(end).toBeGreaterThanOrEqual(0)
    expect(written.slice(end)).not.toContain(link.id)
    // And it does not come back: not at all, or not to write.
    const again = it.raw(link.secret)
    again.send({ type: 'update', update: keys[0]! })
    expect([4401, 4403]).toContain(await again.closed)
    expect(written.slice(end)).not.toContain(link.id)
  }
  await witness.served()
  expect(witness.ws.readyState).toBe(witness.ws.OPEN)
})
