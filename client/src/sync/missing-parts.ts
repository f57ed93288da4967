/**
 * Watches for a hole: Yjs holds back what depends on something that has not arrived, silently and for as long as it takes. A
 * hole that stays is asked for once more, and then reported, so that nobody takes half a plan for a whole one.
 */
import type * as Y from 'yjs'
import type { Timers } from './timers.ts'

/** What is on its way arrives sooner than this. */
const PATIENCE_MS = 5_000

export interface MissingPartsOptions {
  readonly ydoc: Y.Doc
  readonly timers: Timers
  /** Asks the relay for everything this document lacks. */
  readonly resync: () => void
  readonly report: (isMissing: boolean) => void
}

/** Returns the function that ends the watch. */
export function watchMissingParts({ ydoc, timers, resync, report }: MissingPartsOptions): () => void {
  let stage: 'whole' | 'waiting' | 'asked' | 'reported' = 'whole'
  let cancel = () => {}

  function isMissing(): boolean {
    return ydoc.store.pendingStructs !== null || ydoc.store.pendingDs !== null
  }

  function look(): void {
    if (!isMissing()) {
      cancel()
      if (stage === 'reported') report(false)
      stage = 'whole'
    } else if (stage === 'whole') {
      stage = 'waiting'
      cancel = timers.after(PATIENCE_MS, onStillMissing)
    }
  }

  function onStillMissing(): void {
    if (!isMissing()) return look()
    if (stage === 'waiting') {
      stage = 'asked'
      resync()
      cancel = timers.after(PATIENCE_MS, onStillMissing)
    } else {
      stage = 'reported'
      report(true)
    }
  }

  // Pieces that are held back change nothing, so they make no `update`; a transaction they always make.
  ydoc.on('afterTransaction', look)
  look()
  return () => {
    cancel()
    ydoc.off('afterTransaction', look)
  }
}
