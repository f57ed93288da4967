/**
 * The list of plans: one summary per row (a template that is being edited is none), newest first, and what each of them still has to send. Open plans say it themselves;
 * for closed ones it was read from the disk.
 */
import { parseRoom, type PlanId } from '@milepost/protocol'
import { LOCAL } from './live-room.ts'
import type { PlanShelf } from './plan-shelf.ts'
import type { PlanSummary } from './plan-summary.ts'
import { cell, isShallowEqual, type Readable } from './readable.ts'
import type { DeviceRows } from './storage/device-rows.ts'
import type { LogStore } from './storage/log-store.ts'
import type { LinkRow, PlanRow } from './storage/rows.ts'
import { unsentChanges } from './storage/unsent-keys.ts'
import { summaryOf } from './summary-of.ts'

export interface PlanList {
  readonly plans: Readable<readonly PlanSummary[]>
  readonly loaded: Promise<void>
  /** Counts again what waits on the disk: it was written there by nobody who is open here. */
  recount(): Promise<void>
  /** Plans that have something for a relay which did not refuse it. */
  due(): readonly PlanId[]
  isWaiting(planId: PlanId): boolean
  stop(): void
}

/** A line of the list, and what it was made from. */
interface Made {
  readonly row: PlanRow
  readonly links: readonly LinkRow[]
  readonly waiting: number
  readonly summary: PlanSummary
}

export interface PlanListOptions {
  readonly rows: DeviceRows
  readonly shelf: PlanShelf
  readonly store: LogStore
}

export function createPlanList({ rows, shelf, store }: PlanListOptions): PlanList {
  const plans = cell<readonly PlanSummary[]>([], sameItems)
  let made = new Map<PlanId, Made>()
  let onDisk = new Map<string, number>()
  let offLive: readonly (() => void)[] = []

  function waitingOf(planId: PlanId): number {
    const live = shelf.get(planId)
    return (live?.loaded.get() === 'loading' ? undefined : live?.status.get().waiting) ?? onDisk.get(planId) ?? 0
  }

  function build(): void {
    const before = made
    made = new Map()
    for (const row of rows.plans()) {
      if (row.draftOf === null) made.set(row.planId, madeOf(row, before.get(row.planId)))
    }
    const next = [...made.values()].map(({ summary }) => summary)
    plans.set(next.toSorted((a, b) => b.openedAt - a.openedAt || (a.planId < b.planId ? -1 : 1)))
  }

  /** Built after every change of any row, so only what changed is made anew. */
  function madeOf(row: PlanRow, before: Made | undefined): Made {
    const links = rows.links(row.planId)
    const waiting = waitingOf(row.planId)
    if (before?.row === row && before.links === links && before.waiting === waiting) return before
    const summary = summaryOf(row, links, waiting)
    const isSame = before !== undefined && isShallowEqual(before.summary, summary)
    return { row, links, waiting, summary: isSame ? before.summary : summary }
  }

  /** Open plans are watched; what they said last stays known when they are closed. */
  function watchLive(): void {
    for (const off of offLive) off()
    offLive = shelf.all().map(({ planId, status, loaded }) =>
      status.subscribe(() => {
        if (loaded.get() === 'loading') return
        onDisk.set(planId, status.get().waiting)
        build()
      }),
    )
    build()
  }

  async function countOnDisk(): Promise<void> {
    try {
      const byPlan = Map.groupBy(await store.allUnsent(), ({ room }) => parseRoom(room)?.planId ?? room)
      onDisk = new Map(
        [...byPlan].map(([planId, unsent]) => [planId, unsentChanges(unsent.flatMap(({ keys }) => keys)).length]),
      )
    } catch {
      // No storage: then only open plans have anything to send.
    }
  }

  const recount = () => countOnDisk().then(build)
  const loaded = recount()
  const offs = [rows.subscribe(build), shelf.subscribe(watchLive)]

  return {
    plans,
    loaded,
    recount,
    isWaiting: (planId) => waitingOf(planId) > 0,
    due: () =>
      rows
        .plans()
        .filter((row) => row.relay !== LOCAL && row.refusal === null && (!row.registered || waitingOf(row.planId) > 0))
        .map(({ planId }) => planId),
    stop() {
      for (const off of [...offs, ...offLive]) off()
    },
  }
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at])
}
