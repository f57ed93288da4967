/**
 * usePortfolio: the plans of this device as a list of many, for parts that come late; null until they have come. Whoever uses it
 * looks at them, so they are kept fresh as long as the page is in sight.
 * Not among what the first view needs: `client/vite.config.ts` leaves this hook out of its file.
 */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { PortfolioShelf } from '../data/portfolio-shelf.ts'
import type { PortfolioMap } from '../data/portfolio-rows.ts'
import type { Refreshing } from '../data/refresh-plans.ts'
import type { PortfolioRow } from '../data/storage/portfolio-row.ts'
import { useDevice } from './device-context.tsx'

export type { PortfolioMap, PortfolioRow, PortfolioShelf, Refreshing }

export interface Portfolio {
  readonly shelf: PortfolioShelf | null
  readonly rows: PortfolioMap
  readonly refreshing: Refreshing
}

const NO_ROWS: PortfolioMap = new Map()
const RESTING: Refreshing = { state: 'resting', done: 0, all: 0 }

export function usePortfolio(): Portfolio {
  const shelf = usePortfolioShelf()
  return { shelf, rows: usePortfolioRows(shelf), refreshing: useRefreshing(shelf) }
}

export function usePortfolioRows(shelf: PortfolioShelf | null): PortfolioMap {
  return useSyncExternalStore(shelf?.plans.subscribe ?? nothing, () => shelf?.plans.get() ?? NO_ROWS)
}

/** How far a pass has come. */
export function useRefreshing(shelf: PortfolioShelf | null): Refreshing {
  return useSyncExternalStore(shelf?.refreshing.subscribe ?? nothing, () => shelf?.refreshing.get() ?? RESTING)
}

/** The list alone: whoever draws little is not drawn again with every row of it. */
export function usePortfolioShelf(): PortfolioShelf | null {
  const device = useDevice()
  const [shelf, setShelf] = useState<PortfolioShelf | null>(null)
  useEffect(() => {
    let end: (() => void) | null = null
    let opened: PortfolioShelf | null = null
    /** A tab that was opened behind others begins when it is first looked at. */
    function look() {
      if (document.visibilityState !== 'hidden') end ??= opened?.watch() ?? null
    }
    let isHere = true
    async function open() {
      try {
        const shelf = await device.portfolio()
        if (!isHere) return
        opened = shelf
        setShelf(shelf)
        look()
      } catch {
        // Its part could not be fetched; the list shows what the plans' own rows say.
      }
    }
    void open()
    document.addEventListener('visibilitychange', look)
    return () => {
      isHere = false
      document.removeEventListener('visibilitychange', look)
      end?.()
    }
  }, [device])
  return shelf
}

function nothing() {
  return () => undefined
}
