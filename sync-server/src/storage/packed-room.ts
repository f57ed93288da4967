// A room as read from disk on its way out of the storage thread: its rows as one buffer, because a tail may have grown long.
import type { StoredRoom } from './storage.ts'
import { buffersOf, packUpdates, unpackUpdates, type PackedUpdates } from './packed-updates.ts'

export interface PackedRoom extends Omit<StoredRoom, 'tail'> {
  readonly packedTail: PackedUpdates
}

export function packRoom({ tail, ...room }: StoredRoom): PackedRoom {
  return { ...room, packedTail: packUpdates(tail.map(({ update }) => update)) }
}

/** Rows are the last ones up to `head`, without a hole: the engine has made sure of it. */
export function unpackRoom({ packedTail, ...room }: PackedRoom): StoredRoom {
  const updates = unpackUpdates(packedTail)
  const first = room.head - updates.length + 1
  return { ...room, tail: updates.map((update, at) => ({ seq: first + at, update })) }
}

export function isPackedRoom(value: unknown): value is PackedRoom {
  return typeof value === 'object' && value !== null && 'packedTail' in value
}

export function buffersOfRoom({ segments, packedTail }: PackedRoom): ArrayBuffer[] {
  const updates = segments.map(({ update }) => update.buffer).filter((buffer) => buffer instanceof ArrayBuffer)
  return [...updates, ...buffersOf(packedTail)]
}
