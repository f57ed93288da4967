// A room of fifty thousand changes that were never merged: how long the first one waits who comes in, and how long everybody
// else on the relay is held up by it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { LIMITS, roomOf } from '@milepost/protocol'
import { freshFolder, createPlan, sqliteIn, startTestRelay } from '../test/support/test-relay.ts'
import { stockClient } from '../test/support/stock-client.ts'
import { keystrokes } from '../test/support/updates.ts'

const LETTERS = 50_000

// The one who comes in is a process of his own: his document is not the relay's work.
const [origin, planId, secret] = process.argv.slice(2)
if (origin !== undefined && planId !== undefined && secret !== undefined) {
  const from = performance.now()
  const client = stockClient(origin, planId, secret as never)
  await client.synced()
  process.stdout.write(`${client.text.length} ${performance.now() - from}\n`)
  process.exit(0)
}

const { dir, remove } = freshFolder()
const first = await startTestRelay({ storage: await sqliteIn(dir) })
const plan = await createPlan(first.origin)
const updates = keystrokes('m'.repeat(LETTERS))
for (let at = 0; at < LETTERS; at += LIMITS.commitRows) {
  const entry = { room: roomOf(plan.planId), grantId: plan.grantId, newAuthors: [], slot: null }
  await first.storage.append(updates.slice(at, at + LIMITS.commitRows).map((update) => ({ ...entry, update })))
}
await first.relay.stop()

const second = await startTestRelay({ storage: await sqliteIn(dir) })
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
const child = spawn(process.execPath, [import.meta.filename, second.origin, plan.planId, plan.secret])
const [data] = (await once(child.stdout, 'data')) as [Buffer]
delay.disable()
const [length, waited] = data.toString().trim().split(' ').map(Number)
if (length !== LETTERS) throw new Error(`${length} letters arrived`)
print('first one in, 50,000 unmerged changes', waited ?? 0, 'ms', '< 1000')
print('longest turn of the event loop meanwhile', delay.max / 1e6, 'ms', '<= 50')
await second.relay.stop()
remove()

function print(name: string, value: number, unit: string, goal: string): void {
  console.log(JSON.stringify({ name, value: Math.round(value * 10) / 10, unit, goal }))
}
