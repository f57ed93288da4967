// The merger without its threads: for tests that must not depend on when a thread answers.
import * as Y from 'yjs'
import { collectVerified } from '../collection.ts'
import { joined, mergeVerified } from '../compaction.ts'
import type { Merger } from '../merger.ts'

export interface DirectMerger extends Merger {
  /** What was asked of it. */
  readonly asked: string[]
}

export function directMerger(): DirectMerger {
  const asked: string[] = []
  return {
    asked,
    merge: async (updates) => (asked.push('merge'), mergeVerified(updates)),
    collect: async (updates) => (asked.push('collect'), collectVerified(updates)),
    join: async (updates) => (asked.push('join'), joined(updates)),
    cut: async (update, vector) => (asked.push('cut'), Y.diffUpdate(update, vector)),
    close: async () => {},
  }
}
