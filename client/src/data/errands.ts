/**
 * Errands: plans that nobody has open and that still have something for their relay (made offline, changed offline and closed).
 * One after the other is opened, waited for until it is settled either way, and put back. One tab of a browser does this at a time.
 */
import type { PlanId } from '@milepost/protocol'
import type { PageEvents } from '../sync/page-events.ts'
import type { Timers } from '../sync/timers.ts'
import type { LivePlan } from './live-plan.ts'
import type { PlanShelf } from './plan-shelf.ts'

const AGAIN_MS = 60_000
/** A plan that settles neither way is not waited for longer. */
const PATIENCE_MS = 30_000

export interface ErrandsOptions {
  /** Plans with something to send, that the relay did not refuse. */
  readonly due: () => readonly PlanId[]
  readonly shelf: PlanShelf
  readonly timers: Timers
  readonly page: PageEvents
  readonly withLock: (name: string, task: () => Promise<void>) => Promise<void>
}

export interface Errands {
  /** Now, and not only at the next occasion. */
  run(): Promise<void>
  stop(): void
}

export function startErrands({ due, shelf, timers, page, withLock }: ErrandsOptions): Errands {
  let running: Promise<void> | null = null
  let stopped = false
  let cancel = () => {}

  function run(): Promise<void> {
    cancel()
    running ??= withLock('milepost:errands', runAll).finally(() => {
      running = null
      cancel()
      if (!stopped && due().length > 0) cancel = timers.after(AGAIN_MS, () => void run())
    })
    return running
  }

  async function runAll(): Promise<void> {
    for (const planId of due()) {
      if (stopped) return
      // Whoever has it open sends it anyway.
      if (shelf.get(planId) !== null) continue
      const { live, release } = shelf.hold(planId)
      await settled(live, timers)
      release()
    }
  }

  const offPage = page.subscribe((event) => {
    if (event === 'online' || event === 'shown') void run()
  })
  void run()

  return {
    run,
    stop() {
      stopped = true
      cancel()
      offPage()
    },
  }
}

function settled({ status, ended }: LivePlan, timers: Timers): Promise<void> {
  return new Promise((resolve) => {
    const offs = [status.subscribe(look), ended.subscribe(look)]
    const cancel = timers.after(PATIENCE_MS, finish)
    function look(): void {
      const { relay } = status.get()
      if (ended.get() || relay === 'synced' || relay === 'refused' || relay === 'offline') finish()
    }
    function finish(): void {
      cancel()
      for (const off of offs) off()
      resolve()
    }
    look()
  })
}
