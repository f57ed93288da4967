/** Merging a long flat list of updates is quadratic in Yjs; in a tree it is not. */
import * as Y from 'yjs'

const FAN_IN = 64

export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  if (updates.length === 1 && updates[0] !== undefined) return owned(updates[0])
  let level = [...updates]
  while (level.length > FAN_IN) {
    const next: Uint8Array[] = []
    for (let at = 0; at < level.length; at += FAN_IN) next.push(Y.mergeUpdates(level.slice(at, at + FAN_IN)))
    level = next
  }
  return owned(Y.mergeUpdates(level))
}

/** Yjs may hand out views of larger or shared buffers; what goes to disk is exactly the bytes. */
export function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
