// Lets go of deleted content: everything is put into a document that collects it, and what the document says is kept instead.
//
// What stays is where deleted things were, so that whatever hangs on them finds its place; what they held goes, for good.
// Off unless a relay's owner asks for it: there is no history to look back in yet, and here would be the end of it. The
// proof compares with the full document, before anything old is put aside. Rules COLLECT-1 to COLLECT-4, SPEC.md.
import * as Y from 'yjs'
import { mergeTree, type Merged } from './compaction.ts'
import { encodeRuns } from './runs.ts'
import { keepsWhatLives } from './same-content.ts'
import { runsOf } from './update-check.ts'

/** `waiting`: pieces are missing, so nobody knows yet what is deleted. `mismatch`: keep the old ones. */
export function collectVerified(updates: readonly Uint8Array[]): Merged | 'mismatch' | 'waiting' {
  const full = documentOf([mergeTree(updates)], false)
  if (waits(full)) return 'waiting'
  const update = Y.encodeStateAsUpdate(documentOf([mergeTree(updates)], true))
  const again = documentOf([update], true)
  if (waits(again) || !isSameState(full, again)) return 'mismatch'
  const decoded = Y.decodeUpdate(update)
  // Compared with what the document holds, not with the bytes: a letter of two units that somebody typed between is two
  // signs for "unreadable" in every client.
  if (!keepsWhatLives([Y.encodeStateAsUpdate(full)], decoded, deletedIn(full))) return 'mismatch'
  return { update, runs: encodeRuns(runsOf(decoded.structs)) }
}

function documentOf(updates: readonly Uint8Array[], gc: boolean): Y.Doc {
  const doc = new Y.Doc({ gc })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

function waits({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null
}

function isSameState(a: Y.Doc, b: Y.Doc): boolean {
  const [vector, other] = [a, b].map((doc) => Y.decodeStateVector(Y.encodeStateVector(doc)))
  if (vector?.size !== other?.size) return false
  for (const [client, clock] of vector ?? []) if (other?.get(client) !== clock) return false
  return Y.equalDeleteSets(deletedIn(a), deletedIn(b))
}

function deletedIn(doc: Y.Doc): ReturnType<typeof Y.createDeleteSetFromStructStore> {
  return Y.createDeleteSetFromStructStore(doc.store)
}
