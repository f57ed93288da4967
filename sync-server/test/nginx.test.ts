// The relay behind nginx, with the file that is handed out (`deploy/nginx.conf`) and a real nginx. Skipped, and said so,
// where there is none.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newCapability } from '@milepost/protocol'
import { expect, onTestFinished, test } from 'vitest'
import { fakeTimer } from './support/fake-timer.ts'
import { findNginx, startNginx, type Nginx } from './support/nginx.ts'
import { rawClient } from './support/raw-client.ts'
import { stockClient, until } from './support/stock-client.ts'
import { call, createPlan, freshFolder, makeLink, startTestRelay, type TestRelayOptions } from './support/test-relay.ts'

const program = findNginx()
const title =
  program === null ? 'not tested: there is no nginx on this machine (apt-get install nginx-light)' : 'behind nginx'

async function behindNginx(options: TestRelayOptions = {}): Promise<Nginx> {
  const { dir, remove } = freshFolder()
  onTestFinished(remove)
  writeFileSync(join(dir, 'index.html'), '<title>Milepost</title>')
  const { relay, port } = await startTestRelay({
    ...options,
    config: { clientDir: dir, trustedProxies: 1, ...options.config },
  })
  onTestFinished(() => relay.stop())
  const nginx = await startNginx(program!, dir, port)
  onTestFinished(() => nginx.stop())
  return nginx
}

test.skipIf(program === null)(
  `[PROXY-1] ${title}: the app, the calls, two people who type, and no secret in its log`,
  async () => {
    const nginx = await behindNginx()
    const { origin } = nginx
    const plan = await createPlan(origin)
    const { secret, id } = await makeLink(origin, plan, 'edit')
    const page = await fetch(`${origin}/p/${plan.planId}`)
    expect([page.status, await page.text()]).toEqual([200, '<title>Milepost</title>'])

    const [ann, bob] = [stockClient(origin, plan.planId, plan.secret), stockClient(origin, plan.planId, secret)]
    onTestFinished(() => [ann, bob].forEach((client) => client.leave()))
    await Promise.all([ann.synced(), bob.synced()])
    ann.text.insert(0, 'through a proxy')
    await until(bob.doc, () => bob.text.toJSON() === 'through a proxy')
    expect(await ann.barrier()).toBe(0)
    // Larger than any buffer in between.
    bob.text.insert(0, 'x'.repeat(3_000_000))
    await until(ann.doc, () => ann.text.length > 3_000_000)
    expect(await bob.barrier()).toBe(0)

    const closed = bob.closed()
    expect((await call(origin, plan.secret, 'DELETE', `/api/plans/${plan.planId}/grants/${id}`)).status).toBe(200)
    expect(await closed).toBe(4401)
    expect(await rawClient(origin, plan.planId, newCapability()).closed).toBe(4401)
    expect((await fetch(`${origin}/metrics`)).status).toBe(404)

    expect(nginx.log()).toContain(`GET /sync/${plan.planId}`)
    for (const never of [plan.secret, secret]) expect(nginx.log()).not.toContain(never)
  },
)

test.skipIf(program === null)(
  `[PROXY-2] ${title}: the address it saw is counted, not one that a stranger wrote`,
  async () => {
    const { origin } = await behindNginx({
      timer: fakeTimer(),
      limits: { joinsPerSecondPerAddress: 2 },
      config: { hasRateLimits: true, trustedProxies: 1 },
    })
    const plan = await createPlan(origin)
    const outcomes: (number | string)[] = []
    for (let at = 0; at < 6; at++) {
      const client = rawClient(origin, plan.planId, plan.secret, { headers: { 'x-forwarded-for': `192.0.2.${at}` } })
      onTestFinished(() => client.leave())
      outcomes.push(await Promise.race([client.closed, client.next('hello').then(() => 'in')]))
    }
    expect(outcomes).toEqual(['in', 'in', 'in', 'in', 1013, 1013])
  },
)
