// How long an edit takes from one person's editor to another's, through a relay that writes it to disk first: stock
// provider to stock provider on loopback, one after the other. Prints JSON lines.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HELLO, SUBPROTOCOL, capabilityProtocol, newCapability, type Capability } from '@milepost/protocol'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { isConfigProblem, readConfig } from '../src/config.ts'
import { SILENT_LOG } from '../src/log.ts'
import { startRelay } from '../src/relay.ts'
import { isStartProblem, openSqliteStorage } from '../src/storage/sqlite-storage.ts'

const WARM_UP = 200
const EDITS = 1_000

async function measure(): Promise<readonly number[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'milepost-bench-'))
  const storage = await openSqliteStorage({ dataDir })
  if (isStartProblem(storage)) throw new Error(storage)
  const config = readConfig({ PORT: '0', MILEPOST_DATA: dataDir, MILEPOST_RATE_LIMITS: 'off' }, dataDir)
  if (isConfigProblem(config)) throw new Error(config.problem)
  const relay = await startRelay(config, { storage, log: SILENT_LOG })
  if ('problem' in relay) throw new Error(relay.problem)
  try {
    const planId = newCapability().slice(0, 21)
    const secret = newCapability()
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
    const body = JSON.stringify({ planId, side: 'seller' })
    const made = await fetch(`http://127.0.0.1:${relay.port}/api/plans`, { method: 'POST', headers, body })
    if (made.status !== 201) throw new Error(`plan not made: ${made.status}`)

    const [ann, bob] = [person(relay.port, planId, secret), person(relay.port, planId, secret)]
    await Promise.all([ann, bob].map(({ provider }) => new Promise((resolve) => provider.once('sync', resolve))))
    const times: number[] = []
    for (let at = 0; at < WARM_UP + EDITS; at++) {
      const seen = new Promise((resolve) => bob.doc.once('update', resolve))
      const from = performance.now()
      ann.doc.getText('t').insert(at, 'x')
      await seen
      if (at >= WARM_UP) times.push(performance.now() - from)
    }
    for (const { provider } of [ann, bob]) provider.destroy()
    return times.toSorted((a, b) => a - b)
  } finally {
    await relay.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

interface Person {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
}

function person(port: number, planId: string, secret: Capability): Person {
  const doc = new Y.Doc()
  const protocols = [SUBPROTOCOL, capabilityProtocol(secret)]
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, planId, doc, { protocols, disableBc: true })
  provider.messageHandlers[HELLO] = () => {}
  return { doc, provider }
}

const sorted = await measure()
for (const [share, goal] of [
  [0.5, 20],
  [0.99, undefined],
] as const) {
  const value = Number((sorted[Math.floor(EDITS * share)] ?? 0).toFixed(3))
  const name = `an edit through the relay and its disk, provider to provider, p${share * 100}`
  console.log(JSON.stringify({ name, value, unit: 'ms', goal }))
}
process.exit(0)
