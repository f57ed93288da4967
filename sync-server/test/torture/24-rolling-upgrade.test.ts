// 24, the part about upgrades: the old process is told to stop while people type, the new one takes over the same folder and
// port as soon as it is let. Every confirmed change is there, everybody is told to come back, nobody is told twice that he
// is saved. (Restoring an older backup is a file of its own.)
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { rawClient, type RawClient } from '../support/raw-client.ts'
import { relayProcess, startProcess, type RelayProcess } from '../support/relay-process.ts'
import { stockClient } from '../support/stock-client.ts'
import { createPlan, freshFolder, type TestPlan } from '../support/test-relay.ts'
import { TORTURE_TIMEOUT, scaled, tell } from '../support/torture-scale.ts'

const WRITERS = scaled(60, 1_000)
const PER_ROOM = 20
const UPGRADES = scaled(1, 5)

interface Writer {
  readonly plan: TestPlan
  readonly doc: Y.Doc
  confirmed: number
  client: RawClient
}

test(
  `24: ${UPGRADES} upgrades under ${WRITERS} writers`,
  async () => {
    const { dir, remove } = freshFolder()
    let relay = await relayProcess(dir)
    onTestFinished(async () => {
      await relay.kill('SIGKILL')
      remove()
    })
    const { port } = new URL(relay.origin)
    const plans = await Promise.all(Array.from({ length: WRITERS / PER_ROOM }, () => createPlan(relay.origin)))
    const writers = Array.from({ length: WRITERS }, (_, at): Writer => {
      const doc = new Y.Doc()
      doc.clientID = 1_000 + at
      const plan = plans[at % plans.length]!
      return { plan, doc, confirmed: 0, client: rawClient(relay.origin, plan.planId, plan.secret) }
    })
    for (let upgrade = 0; upgrade < UPGRADES; upgrade++) {
      for (const writer of writers) type(writer)
      await Promise.all(writers.map(({ client }) => client.until((received) => received.some(({ type }) => type === 'barrierAnswer')))) // prettier-ignore
      const from = performance.now()
      const stopped = relay.kill('SIGTERM')
      const next = takeOver(dir, port)
      expect(await stopped).toBe(0)
      const codes = new Set(await Promise.all(writers.map(({ client }) => client.closed)))
      expect([...codes]).toEqual([1012])
      relay = await next
      tell(`24: from the signal to the new relay, ${WRITERS} writers`, performance.now() - from, 'ms')
      await expectAllConfirmed(relay, writers)
      // They come back with what they hold, as any client would.
      for (const writer of writers) writer.client = rawClient(relay.origin, writer.plan.planId, writer.plan.secret)
    }
    for (const { client } of writers) client.leave()
  },
  TORTURE_TIMEOUT,
)

/** Closed loop: each confirmation brings the next key, so there is always something on its way to the disk. */
function type(writer: Writer): void {
  const { client, doc } = writer
  const key = () => {
    const before = Y.encodeStateVector(doc)
    doc.getText('t').insert(doc.getText('t').length, 'x')
    const n = doc.getText('t').length
    client.send({ type: 'update', update: Y.encodeStateAsUpdate(doc, before) }, { type: 'barrier', n })
  }
  client.ws.on('message', () => {
    const last = client.received.at(-1)
    if (last?.type === 'syncStep1') {
      client.send({ type: 'syncStep2', update: Y.encodeStateAsUpdate(doc, last.vector) })
      key()
    }
    if (last?.type !== 'barrierAnswer') return
    writer.confirmed = last.n
    key()
  })
}

/** A new version beside the old one: refused while that one has the folder, and tried again until it is let. */
async function takeOver(dir: string, port: string): Promise<RelayProcess> {
  for (;;) {
    const probe = startProcess({ MILEPOST_DATA: dir, PORT: '0', MILEPOST_RATE_LIMITS: 'off' })
    const isRefused = await Promise.race([
      probe.exited.then(() => true),
      new Promise<false>((resolve) => {
        probe.child.stdout?.on('data', () => {
          if (probe.output().includes('running at')) resolve(false)
        })
      }),
    ])
    if (isRefused && !probe.output().includes('another Milepost')) throw new Error(probe.output())
    if (isRefused) continue
    probe.child.kill('SIGTERM')
    await probe.exited
    return relayProcess(dir, { PORT: port })
  }
}

async function expectAllConfirmed(relay: RelayProcess, writers: readonly Writer[]): Promise<void> {
  const clocks = new Map<number, number>()
  for (const { planId, secret } of new Set(writers.map(({ plan }) => plan))) {
    const reader = stockClient(relay.origin, planId, secret)
    await reader.synced()
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(reader.doc))) clocks.set(client, clock)
    expect(reader.doc.store.pendingStructs).toBeNull()
    reader.leave()
  }
  const lost = writers.filter(({ doc, confirmed }) => (clocks.get(doc.clientID) ?? 0) < confirmed)
  expect(lost.map(({ doc }) => doc.clientID)).toEqual([])
  expect(writers.every(({ confirmed }) => confirmed > 0)).toBe(true)
}
