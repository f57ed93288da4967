/**
 * How often a document's shelves and its root record were touched. Everybody who shows a part of a plan asks for the whole
 * reading after every change; one number tells that it is the reading they know.
 */
import type * as Y from 'yjs'

const revisions = new WeakMap<Y.Doc, { number: number }>()

/** Another number after anything that may change a reading. */
export function revisionOf(ydoc: Y.Doc): number {
  return revisions.get(ydoc)?.number ?? 0
}

/** Called by whatever remembers a part of a document and has just learned that it changed. */
export function countRevision(ydoc: Y.Doc): void {
  const revision = revisions.get(ydoc)
  if (revision === undefined) revisions.set(ydoc, { number: 1 })
  else revision.number += 1
}
