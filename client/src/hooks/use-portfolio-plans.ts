/**
 * usePortfolioPlans: some of the plans of this device, read as they last were, for pages that say more of a plan than its glance
 * does. A plan is read anew once a new glance at it was taken, because that says that it has changed.
 * Not among what the first view needs: `client/vite.config.ts` leaves this hook out of its file.
 */
import type { PlanId } from '@milepost/protocol'
import { useEffect, useRef, useState } from 'react'
import type { ReadPlan } from '../data/portfolio-shelf.ts'
import type { PortfolioMap, PortfolioShelf } from './use-portfolio.ts'

export type { ReadPlan } from '../data/portfolio-shelf.ts'

/** Null: nothing of it is on this device. */
export type ReadPlans = ReadonlyMap<PlanId, ReadPlan | null>

/** Null until each of them was read once; from then on those are in it that were read. */
export function usePortfolioPlans(
  shelf: PortfolioShelf | null,
  rows: PortfolioMap,
  planIds: readonly PlanId[],
): ReadPlans | null {
  const [reads, setReads] = useState<ReadPlans>(new Map())
  const readAt = useRef(new Map<PlanId, number>())
  // The same list until a plan of it changes: the effect below begins anew with each.
  const wanted = useSameList(planIds.map((planId) => ({ planId, at: rows.get(planId)?.at ?? 0 })))
  useEffect(() => {
    let isHere = true
    async function look() {
      if (shelf === null) return
      for (const { planId, at } of wanted) {
        if (readAt.current.get(planId) === at) continue
        // oxlint-disable-next-line no-await-in-loop -- one document at a time in memory
        const found = await shelf.read(planId)
        if (!isHere) return
        readAt.current.set(planId, at)
        setReads((before) => new Map(before).set(planId, found))
      }
    }
    void look()
    return () => {
      isHere = false
    }
  }, [shelf, wanted])
  return shelf !== null && planIds.every((planId) => reads.has(planId)) ? reads : null
}

interface Wanted {
  readonly planId: PlanId
  /** When the glance at it was taken. */
  readonly at: number
}

function useSameList(next: readonly Wanted[]): readonly Wanted[] {
  const [list, setList] = useState(next)
  const isSame =
    list.length === next.length && next.every(({ planId, at }, i) => list[i]?.planId === planId && list[i].at === at)
  if (!isSame) setList(next)
  return isSame ? list : next
}
