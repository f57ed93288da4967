// A relay on a port of its own, over memory or a folder, for tests with real sockets.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newCapability, parsePlanId, type Capability, type PlanId } from '@milepost/protocol'
import { isConfigProblem, readConfig, type Config } from '../../src/config.ts'
import { DEFAULT_LIMITS, type RelayLimits } from '../../src/limits.ts'
import { SILENT_LOG, type Log } from '../../src/log.ts'
import type { Merger } from '../../src/rooms/merger.ts'
import { startRelay, type Relay } from '../../src/relay.ts'
import { memoryStorage } from '../../src/storage/memory-storage.ts'
import { isStartProblem, openSqliteStorage } from '../../src/storage/sqlite-storage.ts'
import type { Storage } from '../../src/storage/storage.ts'
import type { Timer } from '../../src/timer.ts'

export interface TestRelay {
  readonly relay: Relay
  readonly storage: Storage
  readonly port: number
  /** `http://127.0.0.1:…` */
  readonly origin: string
}

export interface TestRelayOptions {
  readonly storage?: Storage
  readonly log?: Log
  readonly timer?: Timer
  readonly merger?: Merger
  readonly config?: Partial<Config>
  readonly limits?: Partial<RelayLimits>
}

export const TEST_CONFIG: Config = testConfig()

function testConfig(): Config {
  const config = readConfig({ PORT: '0', MILEPOST_RATE_LIMITS: 'off' }, '/nowhere')
  if (isConfigProblem(config)) throw new Error(config.problem)
  return config
}

export async function startTestRelay(options: TestRelayOptions = {}): Promise<TestRelay> {
  const { storage = memoryStorage(), log = SILENT_LOG, timer, merger } = options
  const parts = { storage, log, ...(timer ? { timer } : {}), ...(merger ? { merger } : {}) }
  const config = { ...TEST_CONFIG, limits: { ...DEFAULT_LIMITS, ...options.limits }, ...options.config }
  const relay = await startRelay(config, parts)
  if ('problem' in relay) throw new Error(relay.problem)
  return { relay, storage, port: relay.port, origin: `http://127.0.0.1:${relay.port}` }
}

export async function sqliteIn(dataDir: string, maxPages?: number): Promise<Storage> {
  const storage = await openSqliteStorage(maxPages === undefined ? { dataDir } : { dataDir, maxPages })
  if (isStartProblem(storage)) throw new Error(storage)
  return storage
}

/** A fresh folder, and how to be rid of it. */
export function freshFolder(): { readonly dir: string; readonly remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'milepost-'))
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

export function newPlanId(): PlanId {
  const planId = parsePlanId(newCapability().slice(0, 21))
  if (planId === null) throw new Error('not a plan id')
  return planId
}

export interface TestPlan {
  readonly planId: PlanId
  readonly secret: Capability
  readonly grantId: string
}

export async function createPlan(origin: string, side: 'buyer' | 'seller' = 'seller'): Promise<TestPlan> {
  const planId = newPlanId()
  const secret = newCapability()
  const { status, body } = await call(origin, secret, 'POST', '/api/plans', { planId, side, role: 'AE', name: 'Ann' })
  if (status !== 201) throw new Error(`plan not created: ${status}`)
  return { planId, secret, grantId: String(body['grantId']) }
}

export async function makeLink(
  origin: string,
  plan: TestPlan,
  right: string,
  side = 'seller',
): Promise<{ readonly secret: Capability; readonly id: string }> {
  const path = `/api/plans/${plan.planId}/grants`
  const { status, body } = await call(origin, plan.secret, 'POST', path, { right, side, role: '', name: right })
  if (status !== 201) throw new Error(`link not made: ${status}`)
  return { secret: body['secret'] as Capability, id: (body['grant'] as { id: string }).id }
}

export async function call(
  origin: string,
  secret: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  const answer = await fetch(origin + path, {
    method,
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
