// A batch of changes as one flat buffer, for the way into the storage thread, and its outcomes as plain numbers for the way
// back: cloning an object for each change costs more than writing it does.
//
// Numbers first (how many rooms, changes, new authors and bytes of names; five a change; the authors), then the names, then
// the bytes.
import type { RoomName } from '@milepost/protocol'
import type { Append, AppendOutcome } from './storage.ts'

export type PackedBatch = ArrayBuffer

/** Row numbers; or one of these. */
export type PackedOutcomes = readonly number[]

const NO_SUCH_ROOM = -1
const FAILED = -2
const HEAD = 4
/** Per change: room, link, length of its bytes, slot (-1: none), number of new authors. */
const WIDTH = 5
const NUMBER = Float64Array.BYTES_PER_ELEMENT

export function packBatch(batch: readonly Append[]): PackedBatch {
  const rooms = new Map<string, number>()
  const links = new Map<string, number>()
  let authors = 0
  let bytes = 0
  for (const { room, grantId, update, newAuthors } of batch) {
    numberOf(rooms, room)
    numberOf(links, grantId)
    authors += newAuthors.length
    bytes += update.length
  }
  const names = Buffer.from([...rooms.keys(), ...links.keys()].join('\n'))
  const numbers = HEAD + WIDTH * batch.length + authors
  const packed = new ArrayBuffer(numbers * NUMBER + names.length + bytes)
  const columns = new Float64Array(packed, 0, numbers)
  columns.set([rooms.size, batch.length, authors, names.length])
  const all = new Uint8Array(packed)
  all.set(names, numbers * NUMBER)
  let column = HEAD
  let author = column + WIDTH * batch.length
  let at = numbers * NUMBER + names.length
  for (const { room, grantId, update, newAuthors, slot } of batch) {
    columns[column++] = numberOf(rooms, room)
    columns[column++] = numberOf(links, grantId)
    columns[column++] = update.length
    columns[column++] = slot ?? -1
    columns[column++] = newAuthors.length
    for (const clientId of newAuthors) columns[author++] = clientId
    all.set(update, at)
    at += update.length
  }
  return packed
}

/** The changes again; their bytes are views into the packed ones. */
export function unpackBatch(packed: PackedBatch): Append[] {
  const [roomCount = 0, size = 0, authors = 0, nameBytes = 0] = new Float64Array(packed, 0, HEAD)
  const numbers = HEAD + WIDTH * size + authors
  const columns = new Float64Array(packed, 0, numbers)
  const names = Buffer.from(packed, numbers * NUMBER, nameBytes)
    .toString()
    .split('\n')
  const batch: Append[] = []
  let column = HEAD
  let author = column + WIDTH * size
  let at = numbers * NUMBER + nameBytes
  for (let row = 0; row < size; row++) {
    const room = names[columns[column++] ?? 0] as RoomName
    const grantId = names[roomCount + (columns[column++] ?? 0)] ?? ''
    const length = columns[column++] ?? 0
    const slot = columns[column++] ?? -1
    const authorCount = columns[column++] ?? 0
    const newAuthors = authorCount === 0 ? NOBODY : [...columns.subarray(author, author + authorCount)]
    batch.push({ room, grantId, update: new Uint8Array(packed, at, length), newAuthors, slot: slot < 0 ? null : slot })
    at += length
    author += authorCount
  }
  return batch
}

export function packOutcomes(outcomes: readonly AppendOutcome[]): PackedOutcomes {
  return outcomes.map((outcome) => {
    if (outcome === 'no-such-room') return NO_SUCH_ROOM
    return outcome === 'failed' ? FAILED : outcome.seq
  })
}

export function unpackOutcomes(packed: PackedOutcomes): AppendOutcome[] {
  return packed.map((seq) => {
    if (seq === NO_SUCH_ROOM) return 'no-such-room'
    return seq === FAILED ? 'failed' : { seq }
  })
}

const NOBODY: readonly number[] = []

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size)
  return numbers.size - 1
}
