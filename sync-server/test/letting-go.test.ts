// What a socket does not need while it is open is let go of: ten thousand quiet ones each kept their request.
import { Server } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, onTestFinished, test } from 'vitest'
import { rawClient } from './support/raw-client.ts'
import { createPlan, startTestRelay } from './support/test-relay.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Every request that asks for a socket from now on, held by nothing. */
function watchUpgrades(): WeakRef<object>[] {
  const seen: WeakRef<object>[] = []
  const emit = Server.prototype.emit
  Server.prototype.emit = function (this: Server, name: string | symbol, ...rest: unknown[]) {
    const [request] = rest
    if (name === 'upgrade' && typeof request === 'object' && request !== null) seen.push(new WeakRef(request))
    return Reflect.apply(emit, this, [name, ...rest]) as boolean
  } as typeof emit
  onTestFinished(() => void (Server.prototype.emit = emit))
  return seen
}

test('[DOOR-11] an open socket holds on to nothing of the request it came with', async () => {
  const requests = watchUpgrades()
  const { relay, origin } = await startTestRelay()
  onTestFinished(() => relay.stop())
  const { planId, secret } = await createPlan(origin)
  const clients = Array.from({ length: 5 }, () => rawClient(origin, planId, secret))
  onTestFinished(() => clients.forEach((client) => client.leave()))
  for (const client of clients) {
    client.send({ type: 'syncStep2', update: Uint8Array.of(0, 0) }, { type: 'barrier', n: 1 })
    await client.next('barrierAnswer')
  }
  expect(requests).toHaveLength(5)
  await new Promise((resolve) => setImmediate(resolve))
  collectGarbage()
  expect(requests.filter((request) => request.deref() !== undefined)).toEqual([])
  for (const client of clients) await client.served()
})
