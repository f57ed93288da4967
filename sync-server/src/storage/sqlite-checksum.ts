// The checksums that stand beside rows and segments: what a disk gave back is believed only where they fit.
import { crc32 } from 'node:zlib'

export function rowChecksum(update: Uint8Array): number {
  return crc32(update)
}

/** The runs count too: a segment that claims structs it does not hold would never be asked for them. */
export function segmentChecksum(update: Uint8Array, runs: Uint8Array): number {
  return crc32(runs, crc32(update))
}
