// The checksums that stand beside rows and segments: what a disk gave back is believed only where they fit.
import { crc32 } from 'node:zlib'
import { bytesIn, type Columns } from './sqlite-file.ts'

export function rowChecksum(update: Uint8Array): number {
  return crc32(update)
}

/** The runs count too: a segment that claims structs it does not hold would never be asked for them. */
export function segmentChecksum(update: Uint8Array, runs: Uint8Array): number {
  return crc32(runs, crc32(update))
}

export function isSoundRow(row: Columns): boolean {
  return rowChecksum(bytesIn(row, 'data')) === row['crc']
}

export function isSoundSegment(segment: Columns): boolean {
  return segmentChecksum(bytesIn(segment, 'data'), bytesIn(segment, 'runs')) === segment['crc']
}
