/**
 * PlanShelf: the open plans of this tab, each once. It counts who holds a plan and closes it a moment after the last one let go,
 * so that a remount (React's StrictMode does two at once) or a walk to another page finds it as it was.
 *
 * A plan is never closed while closing would lose something: its disk does not take it, or the relay's answer is on its way.
 */
import type { PlanId } from '@milepost/protocol'
import type { LivePlan } from './live-plan.ts'
import type { PlanSession } from './plan-session.ts'
import type { Timers } from '../sync/timers.ts'

export interface PlanShelf {
  open(planId: PlanId): PlanSession
  /** For the device's own errands; the function lets go again. */
  hold(planId: PlanId): { readonly live: LivePlan; release(): void }
  get(planId: PlanId): LivePlan | null
  all(): readonly LivePlan[]
  /** Puts the document away, runs `rewrite` on what lies on disk, and lets its holders open what is there then. */
  replace(planId: PlanId, rewrite: () => Promise<void>): Promise<void>
  /** Another tab did so. */
  drop(planId: PlanId): void
  /** Called after a plan was opened or put away. */
  subscribe(listener: () => void): () => void
}

const LINGER_MS = 2_000

interface Place {
  readonly live: LivePlan
  holders: number
  cancelClose: () => void
}

export interface PlanShelfOptions {
  readonly create: (planId: PlanId) => LivePlan
  readonly timers: Timers
}

export function createPlanShelf({ create, timers }: PlanShelfOptions): PlanShelf {
  const places = new Map<PlanId, Place>()
  const listeners = new Set<() => void>()

  function tell(): void {
    for (const listener of listeners) listener()
  }

  function hold(planId: PlanId): { readonly live: LivePlan; release(): void } {
    const known = places.get(planId)
    const place: Place = known ?? { live: create(planId), holders: 0, cancelClose: () => {} }
    place.cancelClose()
    place.holders += 1
    if (known === undefined) {
      places.set(planId, place)
      tell()
    }
    let isHeld = true
    return {
      live: place.live,
      release() {
        if (!isHeld) return
        isHeld = false
        place.holders -= 1
        if (place.holders === 0) closeSoon(planId, place)
      },
    }
  }

  function closeSoon(planId: PlanId, place: Place): void {
    place.cancelClose()
    place.cancelClose = timers.after(LINGER_MS, () => {
      if (place.holders > 0 || places.get(planId) !== place) return
      if (place.live.isAtRest()) takeDown(planId, place)
      else closeSoon(planId, place)
    })
  }

  function takeDown(planId: PlanId, place: Place): void {
    place.cancelClose()
    place.live.stop()
    if (places.get(planId) !== place) return
    places.delete(planId)
    tell()
  }

  return {
    hold,
    open(planId) {
      const { live, release } = hold(planId)
      const { doc, discussion, undo, awareness, access, status, unsent, loaded, ended, lookBack, retry } = live
      return {
        planId,
        doc,
        discussion,
        undo,
        awareness,
        access,
        status,
        unsent,
        loaded,
        ended,
        lookBack,
        retry,
        release,
      }
    },
    get: (planId) => places.get(planId)?.live ?? null,
    all: () => [...places.values()].map(({ live }) => live),
    async replace(planId, rewrite) {
      const place = places.get(planId)
      await place?.live.flush()
      place?.live.stop()
      try {
        await rewrite()
      } finally {
        if (place !== undefined) takeDown(planId, place)
        place?.live.end()
      }
    },
    drop(planId) {
      const place = places.get(planId)
      if (place === undefined) return
      takeDown(planId, place)
      place.live.end()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
