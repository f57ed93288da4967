// What the relay tells about itself: who may read it, that every figure has a meaning and moves, and that the dashboard
// asks for nothing that does not exist.
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { METRIC_PREFIX, METRIC_ROWS } from '../src/metric-rows.ts'
import { createMetrics, watchProcess } from '../src/metrics.ts'
import { figuresOf } from './support/figures.ts'
import { stage } from './support/stage.ts'
import { typed } from './support/updates.ts'

const DASHBOARD = join(import.meta.dirname, '../../deploy/grafana.json')
const TOKEN = 'a-token-for-the-metrics'

function get(origin: string, headers: Record<string, string> = {}): Promise<number> {
  return fetch(`${origin}/metrics`, { headers }).then(({ status }) => status)
}

test('[METRIC-1] from this machine, and with the token from anywhere', async () => {
  const forwarded = { 'x-forwarded-for': '192.0.2.1' }
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  const open = await stage()
  expect(await get(open.origin)).toBe(200)
  expect(await get(open.origin, forwarded)).toBe(404)
  expect(await get(open.origin, { forwarded: 'for=127.0.0.1' })).toBe(404)
  expect(await get(open.origin, { ...forwarded, ...bearer('null') })).toBe(404)
  const { origin } = await stage({ config: { metricsToken: TOKEN } })
  expect(await get(origin, { ...forwarded, ...bearer(TOKEN) })).toBe(200)
  expect(await get(origin, { ...forwarded, ...bearer(`${TOKEN}x`) })).toBe(404)
  expect(await get(origin, { ...forwarded, ...bearer('') })).toBe(404)
  expect(await get(origin)).toBe(200)
})

test('[METRIC-1] a proxy that is trusted does not make strangers local', async () => {
  const { port } = await stage({ config: { trustedProxies: 1 } })
  const status = await new Promise((resolve) => {
    request({ port, path: '/metrics', headers: { 'x-forwarded-for': '127.0.0.1' } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    }).end()
  })
  expect(status).toBe(404)
})

test('[METRIC-2] every figure of the table is there, with its meaning, and those of a writer move', async () => {
  const { raw, plan, relay, link } = await stage()
  const { secret } = await link('view')
  const [writer, viewer] = [raw(plan.secret), raw(secret)]
  await Promise.all([writer.next('hello'), viewer.next('hello')])
  const seen = viewer.next('update')
  const answer = writer.next('barrierAnswer')
  writer.send({ type: 'syncStep2', update: typed('counted') }, { type: 'barrier', n: 1 })
  await Promise.all([seen, answer])
  viewer.send({ type: 'update', update: typed('not allowed') })
  expect(await viewer.closed).toBe(4403)
  const text = await relay.metrics.text()
  for (const [name, { help, kind }] of Object.entries(METRIC_ROWS)) {
    if (name === 'event_loop_lag_seconds') continue
    expect(text).toContain(`# HELP ${METRIC_PREFIX}${name} ${help}`)
    expect(text).toContain(`# TYPE ${METRIC_PREFIX}${name} ${kind}`)
  }
  for (const line of [
    'milepost_commit_batch_size_sum 1',
    'milepost_commit_seconds_count 1',
    'milepost_ack_lag_seconds_count 1',
    'milepost_room_load_seconds_count 2',
    'milepost_sockets 1',
    'milepost_rooms_loaded 1',
    'milepost_joins_total{right="manage",room="plan"} 1',
    'milepost_refused_total{why="right"} 1',
    'milepost_closed_total{code="4403"} 1',
    'milepost_uncommitted_bytes 0',
    'milepost_commit_failures_total 0',
    'milepost_compaction_mismatch_total 0',
  ]) {
    expect(text.split('\n')).toContain(line)
  }
  expect(text).not.toContain(plan.planId)
})

test('[METRIC-2] two relays in one process do not count into each other', async () => {
  const [one, two] = [await stage(), await stage()]
  await one.raw(one.plan.secret).next('hello')
  expect(await one.relay.metrics.text()).toContain('milepost_sockets 1')
  expect(await two.relay.metrics.text()).toContain('milepost_sockets 0')
})

test('[METRIC-2] the longest time the main thread was not to be had, since the last look', async () => {
  const metrics = watchProcess(createMetrics())
  const lag = async () => figuresOf(await metrics.text())('milepost_event_loop_lag_seconds')
  const block = () => {
    const end = performance.now() + 400
    while (performance.now() < end);
  }
  block()
  expect(await lag()).toBeGreaterThan(0.25)
  // Also where it was over before anybody asked: timers that were due have run by then.
  block()
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(await lag()).toBeGreaterThan(0.25)
  // Told once; what comes after it counts for the next look.
  await expect.poll(lag).toBeLessThan(0.25)
})

test('[METRIC-4] the dashboard asks only for figures that exist, and for all that page somebody', async () => {
  const text = await watchProcess(createMetrics()).text()
  const process = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name)
  const known = new Set([...process, ...Object.keys(METRIC_ROWS).map((name) => METRIC_PREFIX + name)])
  const queries = [...readFileSync(DASHBOARD, 'utf8').matchAll(/"expr": "((?:[^"\\]|\\.)*)"/g)].map(
    ([, expr]) => expr ?? '',
  )
  expect(queries.length).toBeGreaterThan(15)
  const asked = new Set(queries.flatMap((query) => query.match(/\b(milepost|process|nodejs)_[a-z_0-9]+/g) ?? []))
  const unknown = [...asked].filter((name) => !known.has(name.replace(/_(bucket|sum|count)$/, '')) && !known.has(name))
  expect(unknown).toEqual([])
  for (const query of queries) expect(query).toMatch(/\b(milepost|process|nodejs)_/)
  for (const name of [
    'compaction_mismatch_total',
    'commit_failures_total',
    'event_loop_lag_seconds',
    'ack_lag_seconds_bucket',
  ]) {
    expect(asked).toContain(METRIC_PREFIX + name)
  }
})
