// Many updates as one buffer and their lengths, for the way between threads: cloning fifty thousand small buffers costs
// more than all the work they are sent for.

export interface PackedUpdates {
  readonly lengths: Uint32Array<ArrayBuffer>
  readonly bytes: Uint8Array<ArrayBuffer>
}

export function packUpdates(updates: readonly Uint8Array[]): PackedUpdates {
  const lengths = Uint32Array.from(updates, ({ length }) => length)
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0))
  let at = 0
  for (const update of updates) {
    bytes.set(update, at)
    at += update.length
  }
  return { lengths, bytes }
}

/** The updates again, as views into the packed bytes. */
export function unpackUpdates({ lengths, bytes }: PackedUpdates): Uint8Array[] {
  let at = 0
  return Array.from(lengths, (length) => bytes.subarray(at, (at += length)))
}

/** What is handed over and not copied. */
export function buffersOf({ lengths, bytes }: PackedUpdates): ArrayBuffer[] {
  return [lengths.buffer, bytes.buffer]
}
