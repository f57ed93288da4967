// 25, soak: a crowd in many rooms for as long as asked for, a fault in every round (lines break all the time; the relay is
// killed or told to stop), and what the relay holds is flat: sockets, rooms, timers, file handles, its log. At the end
// everybody leaves, the relay is killed, and every room is compared with its oracle.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type * as Y from 'yjs'
import { figuresAt } from '../support/figures.ts'
import { relayProcess } from '../support/relay-process.ts'
import { chance } from '../support/seeded.ts'
import { Soak } from '../support/soak.ts'
import { stockClient } from '../support/stock-client.ts'
import { createPlan, freshFolder, type TestPlan } from '../support/test-relay.ts'
import { MINUTES, SEED, TORTURE_TIMEOUT, scaled, tell } from '../support/torture-scale.ts'

const ROOMS = scaled(3, 20)
const PER_ROOM = scaled(3, 5)
const TURNS = scaled(60, 300)
/** A relay lives so many rounds before it is killed or told to stop. */
const LIFE = scaled(1, 10)
const LEAST_ROUNDS = 4
const MB = 1024 * 1024
/** Beside those of sockets and rooms: the program's own, whatever it has begun. */
const OWN_HANDLES = 80
const OWN_TIMERS = 20
/** 8,000 pages, and what one commit may come over it. */
const LOG_BYTES = 40 * MB

test(
  `[KEPT-5] 25: ${ROOMS} rooms of ${PER_ROOM} for ${MINUTES} minutes, seed ${SEED}`,
  async () => {
    const dice = chance(SEED)
    const { dir, remove } = freshFolder()
    let relay = await relayProcess(dir)
    const port = new URL(relay.origin).port
    onTestFinished(async () => {
      await relay.kill('SIGKILL')
      remove()
    })
    const again = async (signal: 'SIGKILL' | 'SIGTERM') => {
      await relay.kill(signal)
      relay = await relayProcess(dir, { PORT: port })
    }
    const plans: TestPlan[] = []
    for (let room = 0; room < ROOMS; room++) plans.push(await createPlan(relay.origin))
    const enter = (room: number, doc: Y.Doc) => {
      const plan = plans[room]
      if (plan === undefined) throw new Error('no such room')
      const client = stockClient(relay.origin, plan.planId, plan.secret, { doc })
      return { ...client, kept: async () => expect(await client.barrier()).toBe(0) }
    }
    const soak = new Soak(enter, dice, ROOMS, PER_ROOM)
    const end = Date.now() + MINUTES * 60_000
    let round = 0
    for (; round < LEAST_ROUNDS || Date.now() < end; round++) {
      soak.gather()
      const isLast = round % LIFE === LIFE - 1
      await soak.work(TURNS, async () => {
        if (isLast) await again(round % (2 * LIFE) === LIFE - 1 ? 'SIGKILL' : 'SIGTERM')
      })
      await soak.settle()
      await expectFlat(relay.origin, relay.child.pid ?? 0, dir, soak)
      if (dice.is(0.2)) soak.leave()
    }
    tell('25: rounds', round, '')
    tell('25: changes', soak.edits, '')
    soak.leave()
    await again('SIGKILL')
    expect(await soak.wrongRooms()).toEqual([])
  },
  TORTURE_TIMEOUT,
)

async function expectFlat(origin: string, pid: number, dir: string, soak: Soak): Promise<void> {
  // Visitors and lines that broke are still on their way out.
  const open = async () => (await figuresAt(origin))('milepost_sockets')
  await expect.poll(open, { timeout: 30_000 }).toBe(soak.size)
  const figures = await figuresAt(origin)
  expect(figures('milepost_rooms_loaded')).toBe(soak.rooms)
  for (const name of ['uncommitted_bytes', 'waiting_rows', 'socket_buffered_bytes', 'compaction_mismatch_total']) {
    expect([name, figures(`milepost_${name}`)]).toEqual([name, 0])
  }
  const timers = /nodejs_active_resources\{type="Timeout"\} (\d+)/.exec(await (await fetch(`${origin}/metrics`)).text())
  expect(Number(timers?.[1])).toBeLessThan(OWN_TIMERS + soak.size)
  expect(statSync(join(dir, 'milepost.sqlite-wal')).size).toBeLessThan(LOG_BYTES)
  const handles = process.platform === 'linux' ? readdirSync(`/proc/${pid}/fd`).length : 0
  expect(handles).toBeLessThan(OWN_HANDLES + soak.size)
  tell('25: memory', figures('process_resident_memory_bytes') / MB, 'MB')
  tell('25: heap', figures('nodejs_heap_size_used_bytes') / MB, 'MB')
}
