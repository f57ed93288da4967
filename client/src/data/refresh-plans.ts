/**
 * Keeping many plans fresh: who is asked next, and when nobody is. A pass asks every plan that is due, a few at a time; it ends
 * early when the page is hidden, and goes on when it is shown. A relay that cannot be reached is left alone for a while that
 * doubles, and with it all its plans; the plans of other relays go on, because one app may hold plans of several.
 */
import type { PlanId } from '@milepost/protocol'
import type { PageEvents } from '../sync/page-events.ts'
import type { Timers } from '../sync/timers.ts'
import type { Cell } from './readable.ts'

/** How far a pass has come; `unreachable`: a relay did not answer, so what is shown is what this device knew. */
export interface Refreshing {
  readonly state: 'resting' | 'asking' | 'unreachable'
  readonly done: number
  readonly all: number
}

export const RESTING: Refreshing = { state: 'resting', done: 0, all: 0 }

export interface RefreshOptions {
  readonly due: () => readonly { readonly planId: PlanId; readonly relay: string }[]
  readonly ask: (planId: PlanId, signal: AbortSignal) => Promise<'answered' | 'unreachable' | 'stopped'>
  readonly progress: Cell<Refreshing>
  readonly page: PageEvents
  readonly timers: Timers
  readonly now: () => number
}

export interface Refresher {
  run(): void
  /** Ends what is being asked; `run` begins anew. */
  rest(): void
  stop(): void
}

/** Sockets at the same time. */
export const MOST_SOCKETS = 6
const AGAIN_MS = 60_000
const FIRST_BACKOFF_MS = 30_000
const LONGEST_BACKOFF_MS = 600_000
/** Between two beginnings, so that a few hundred plans stay below what a relay takes from one address. */
const PACE_MS = 15

export function createRefresher({ due, ask, progress, page, timers, now }: RefreshOptions): Refresher {
  const unreachable = new Map<string, { readonly until: number; readonly wait: number }>()
  let pass: AbortController | null = null
  let cancelAgain = () => {}
  let isAsked = false
  let isHidden = false

  const isReachable = (relay: string) => (unreachable.get(relay)?.until ?? 0) <= now()

  function goOn(): void {
    if (!isAsked || isHidden || pass !== null) return
    cancelAgain()
    const begun = new AbortController()
    pass = begun
    void runPass(begun).finally(() => {
      pass = null
      // What was interrupted begins anew, where it is still wanted.
      if (begun.signal.aborted) goOn()
      else cancelAgain = timers.after(AGAIN_MS, goOn)
    })
  }

  async function runPass({ signal }: AbortController): Promise<void> {
    const queue = due().filter(({ relay }) => isReachable(relay))
    const all = queue.length
    let done = 0
    if (all > 0) progress.set({ state: 'asking', done, all })
    async function worker(): Promise<void> {
      for (let next = queue.shift(); next !== undefined && !signal.aborted; next = queue.shift()) {
        const begun = now()
        // One after the other is the point: each worker holds one socket.
        // oxlint-disable-next-line no-await-in-loop
        if (isReachable(next.relay)) note(next.relay, await ask(next.planId, signal))
        done += 1
        if (!signal.aborted) progress.set({ state: 'asking', done, all })
        // oxlint-disable-next-line no-await-in-loop
        if (queue.length > 0) await pauseSince(begun)
      }
    }
    await Promise.all(Array.from({ length: Math.min(MOST_SOCKETS, all) }, worker))
    if (signal.aborted) return
    const isSomeoneAway = due().some(({ relay }) => !isReachable(relay))
    progress.set({ ...RESTING, state: isSomeoneAway ? 'unreachable' : 'resting' })
  }

  function note(relay: string, answer: 'answered' | 'unreachable' | 'stopped'): void {
    if (answer === 'answered') unreachable.delete(relay)
    if (answer !== 'unreachable' || !isReachable(relay)) return
    const wait = Math.min(2 * (unreachable.get(relay)?.wait ?? FIRST_BACKOFF_MS / 2), LONGEST_BACKOFF_MS)
    unreachable.set(relay, { until: now() + wait, wait })
  }

  /** All workers together begin one plan in each pace; what took longer has had its pause. */
  async function pauseSince(begun: number): Promise<void> {
    const left = PACE_MS * MOST_SOCKETS - (now() - begun)
    if (left > 0) await new Promise<void>((go) => void timers.after(left, go))
  }

  function halt(): void {
    cancelAgain()
    pass?.abort()
    progress.set(RESTING)
  }

  function rest(): void {
    isAsked = false
    halt()
  }

  const offPage = page.subscribe((event) => {
    if (event === 'online') unreachable.clear()
    if (event === 'hidden' || event === 'leaving') {
      isHidden = true
      halt()
    }
    if (event === 'shown') isHidden = false
    goOn()
  })

  return {
    run() {
      isAsked = true
      goOn()
    },
    rest,
    stop() {
      offPage()
      rest()
    },
  }
}
