// Reads a whole database file and says whether everything in it is what was written: a backup is worth what it restores.
import type { DatabaseSync } from 'node:sqlite'
import { rowChecksum, segmentChecksum } from './sqlite-checksum.ts'
import { bytesIn, type Columns } from './sqlite-file.ts'
import { APPLICATION_ID, SCHEMA_VERSION } from './sqlite-schema.ts'

export interface FileFacts {
  readonly plans: number
  readonly changes: number
}

export type FileProblem = 'foreign' | 'newer' | 'damaged'

export function isFileProblem(verified: FileFacts | FileProblem): verified is FileProblem {
  return typeof verified === 'string'
}

/** SQLite's own check, every checksum, and every room whole from its first row to its last. */
export function verifyFile(db: DatabaseSync): FileFacts | FileProblem {
  try {
    if (numberOf(db, 'PRAGMA application_id') !== APPLICATION_ID) return 'foreign'
    const version = numberOf(db, 'PRAGMA user_version')
    if (version > SCHEMA_VERSION) return 'newer'
    if (db.prepare('PRAGMA integrity_check').get()?.['integrity_check'] !== 'ok') return 'damaged'
    const ends = new Map<unknown, number>()
    // Rows follow segments in each room, so one look through both in order finds every hole.
    for (const segment of db.prepare('SELECT * FROM segments ORDER BY room, from_seq').iterate()) {
      if (!isSoundSegment(segment, version) || !follows(ends, segment, 'from_seq', 'to_seq')) return 'damaged'
    }
    for (const row of db.prepare('SELECT room, seq, data, crc FROM updates ORDER BY room, seq').iterate()) {
      if (rowChecksum(bytesIn(row, 'data')) !== row['crc']) return 'damaged'
      // Rows in front of the last segment are only kept for the case of damage.
      const isNewer = Number(row['seq']) > (ends.get(row['room']) ?? 0)
      if (isNewer && !follows(ends, row, 'seq', 'seq')) return 'damaged'
    }
    for (const { n, head } of db.prepare('SELECT n, head FROM rooms').all()) {
      if ((ends.get(n) ?? 0) !== head) return 'damaged'
    }
    const changes = numberOf(db, 'SELECT coalesce(sum(head), 0) FROM rooms')
    return { plans: numberOf(db, 'SELECT count(*) FROM plans'), changes }
  } catch (error) {
    // What SQLite cannot read at all is no database (26) or a damaged one.
    const isForeign = error instanceof Error && 'errcode' in error && error.errcode === 26
    return isForeign ? 'foreign' : 'damaged'
  }
}

function follows(ends: Map<unknown, number>, row: Columns, from: string, to: string): boolean {
  const isNext = row[from] === (ends.get(row['room']) ?? 0) + 1
  ends.set(row['room'], Number(row[to]))
  return isNext
}

function isSoundSegment(segment: Columns, version: number): boolean {
  const data = bytesIn(segment, 'data')
  // The runs count since version 2.
  return segment['crc'] === (version < 2 ? rowChecksum(data) : segmentChecksum(data, bytesIn(segment, 'runs')))
}

function numberOf(db: DatabaseSync, sql: string): number {
  return Number(Object.values(db.prepare(sql).get() ?? {})[0])
}
