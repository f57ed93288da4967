// A batch of changes as few flat buffers, for the way into the storage thread: cloning thousands of small objects costs
// more than writing them does.
import type { RoomName } from '@milepost/protocol'
import type { Append } from './storage.ts'

export interface PackedBatch {
  readonly rooms: readonly RoomName[]
  readonly grants: readonly string[]
  /** Per change: room, grant, length of its bytes, slot (-1: none), number of new authors. */
  readonly columns: Float64Array
  readonly authors: Float64Array
  readonly bytes: Uint8Array<ArrayBuffer>
}

const WIDTH = 5

export function packBatch(batch: readonly Append[]): PackedBatch {
  const rooms = new Map<RoomName, number>()
  const grants = new Map<string, number>()
  const columns = new Float64Array(batch.length * WIDTH)
  const authors: number[] = []
  const bytes = new Uint8Array(batch.reduce((sum, entry) => sum + entry.update.length, 0))
  let at = 0
  for (const [row, entry] of batch.entries()) {
    const { update, newAuthors, slot } = entry
    columns.set(
      [numberOf(rooms, entry.room), numberOf(grants, entry.grantId), update.length, slot ?? -1, newAuthors.length],
      row * WIDTH,
    )
    for (const author of newAuthors) authors.push(author)
    bytes.set(update, at)
    at += update.length
  }
  return { rooms: [...rooms.keys()], grants: [...grants.keys()], columns, authors: Float64Array.from(authors), bytes }
}

/** The changes again; their bytes are views into the packed ones. */
export function unpackBatch({ rooms, grants, columns, authors, bytes }: PackedBatch): Append[] {
  const batch: Append[] = []
  let at = 0
  let author = 0
  for (let row = 0; row < columns.length; row += WIDTH) {
    const [room = 0, grant = 0, length = 0, slot = -1, authorCount = 0] = columns.subarray(row, row + WIDTH)
    batch.push({
      room: rooms[room] as RoomName,
      grantId: grants[grant] ?? '',
      update: bytes.subarray(at, at + length),
      newAuthors: [...authors.subarray(author, author + authorCount)],
      slot: slot < 0 ? null : slot,
    })
    at += length
    author += authorCount
  }
  return batch
}

function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size)
  return numbers.size - 1
}
