// Merges many updates into one, and proves that nothing was lost or changed, before anything old may be deleted.
//
// Merging goes up a tree, at most 64 at a time: merging a flat list is quadratic (50,000 keystrokes took 78 s, the tree
// 0.1 s). No document is built: that would drop deleted content and cost ten times the memory. The proof compares what
// was with what is, one unit at a time: which structs, where each hangs, what it holds, and what is deleted.
// Rules COMPACT-1 to COMPACT-5, SPEC.md.
import { LIMITS } from '@milepost/protocol'
import * as Y from 'yjs'
import { encodeRuns } from './runs.ts'
import { saysTheSame } from './same-content.ts'
import { runsOf } from './update-check.ts'

export interface Merged {
  readonly update: Uint8Array
  readonly runs: Uint8Array
}

/** One update that says what all of these say. */
export function mergeTree(updates: readonly Uint8Array[]): Uint8Array {
  let level = updates
  while (level.length > 1) {
    const next: Uint8Array[] = []
    for (let at = 0; at < level.length; at += LIMITS.mergeFanIn) {
      next.push(Y.mergeUpdates(level.slice(at, at + LIMITS.mergeFanIn)))
    }
    level = next
  }
  return level[0] ?? EMPTY_UPDATE
}

export const EMPTY_UPDATE = Uint8Array.of(0, 0)

/** Merges for reading only. */
export function joined(updates: readonly Uint8Array[]): Merged {
  const update = mergeTree(updates)
  return { update, runs: encodeRuns(runsOf(Y.decodeUpdate(update).structs)) }
}

/** Merges and compares; `mismatch` means: keep the old ones. */
export function mergeVerified(updates: readonly Uint8Array[]): Merged | 'mismatch' {
  const update = mergeTree(updates)
  const decoded = Y.decodeUpdate(update)
  // One alone was not touched.
  return updates.length === 1 || saysTheSame(updates, decoded)
    ? { update, runs: encodeRuns(runsOf(decoded.structs)) }
    : 'mismatch'
}
