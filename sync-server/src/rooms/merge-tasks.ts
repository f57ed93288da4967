// What a merge thread can be asked for, each by the name of its task.
import * as Y from 'yjs'
import { unpackUpdates } from '../storage/packed-updates.ts'
import { collectVerified } from './collection.ts'
import { joined, mergeVerified } from './compaction.ts'
import type { MergeRequest } from './merger.ts'

export function perform({ task, updates, vector }: MergeRequest): unknown {
  const unpacked = unpackUpdates(updates)
  switch (task) {
    case 'merge':
      return mergeVerified(unpacked)
    case 'collect':
      return collectVerified(unpacked)
    case 'join':
      return joined(unpacked)
    case 'cut':
      return Y.diffUpdate(unpacked[0] ?? Uint8Array.of(0, 0), vector)
  }
}
