// What compaction put a segment in place of, kept for a while: should the disk give the segment back damaged, it is made
// again from these parts.
//
// Rows simply stay in the log behind the segment that covers them, so keeping them costs nothing but room; segments are
// put aside. One generation is kept: when a segment is merged into a larger one, what it had replaced goes. So this never
// holds more than the room itself. What a collection of deleted content replaced is kept beside that until its time is over.
import type { Replacement, Segment } from './storage.ts'
import { isSoundRow, isSoundSegment } from './sqlite-checksum.ts'
import { bytesIn, type Columns, type SqliteFile } from './sqlite-file.ts'

/** Replacements forgotten at a time: so much is written in one go at most. */
const FORGOTTEN_AT_ONCE = 200

export class SqliteReplaced {
  readonly #file: SqliteFile

  constructor(file: SqliteFile) {
    this.#file = file
  }

  /** Inside the transaction that writes `segment`, before the segments it covers are deleted. */
  putAside(room: number, { fromSeq, toSeq }: Segment, { at, isCollection }: Replacement): void {
    const range = [room, fromSeq, toSeq] as const
    const older = 'SELECT * FROM replacements WHERE room = ? AND by_from >= ? AND by_to <= ? AND is_collection = 0'
    this.#forgetAll(this.#file.all(older, ...range))
    const last = this.#file.get('SELECT max(to_seq) AS seq FROM segments WHERE room = ?', room)
    const rowsFrom = Math.min(Math.max(fromSeq, Number(last?.['seq'] ?? 0) + 1), toSeq + 1)
    const made = this.#file.get(
      `INSERT INTO replacements (room, by_from, by_to, rows_from, at, is_collection) VALUES (?, ?, ?, ?, ?, ?)
       RETURNING n`,
      ...range,
      rowsFrom,
      at,
      isCollection ? 1 : 0,
    )
    this.#file.run(
      `INSERT INTO replaced (replacement, from_seq, to_seq, data, runs, crc)
       SELECT ?, from_seq, to_seq, data, runs, crc FROM segments WHERE room = ? AND from_seq >= ? AND to_seq <= ?`,
      Number(made?.['n']),
      ...range,
    )
  }

  /** Everything this segment was made of, in order; null where some of it is gone or damaged too. */
  partsOf(room: number, fromSeq: number, toSeq: number): readonly Uint8Array[] | null {
    const newest = this.#file.get(
      'SELECT * FROM replacements WHERE room = ? AND by_from = ? AND by_to = ? ORDER BY at DESC, n DESC LIMIT 1',
      room,
      fromSeq,
      toSeq,
    )
    if (newest === undefined) return null
    const aside = 'SELECT * FROM replaced WHERE replacement = ? ORDER BY from_seq'
    const segments = this.#file.all(aside, Number(newest['n']))
    const log =
      'SELECT seq AS from_seq, seq AS to_seq, data, crc FROM updates WHERE room = ? AND seq BETWEEN ? AND ? ORDER BY seq'
    const rows = this.#file.all(log, room, Number(newest['rows_from']), toSeq)
    if (!segments.every(isSoundSegment) || !rows.every(isSoundRow)) return null
    const parts = [...segments, ...rows]
    return isWhole(parts, fromSeq, toSeq) ? parts.map((part) => bytesIn(part, 'data')) : null
  }

  collectedAt(room: number): number | null {
    const row = this.#file.get('SELECT max(at) AS at FROM replacements WHERE room = ? AND is_collection = 1', room)
    return typeof row?.['at'] === 'number' ? row['at'] : null
  }

  forget(before: number): void {
    const sql = 'SELECT * FROM replacements WHERE at < ? ORDER BY n LIMIT ?'
    this.#forgetAll(this.#file.all(sql, before, FORGOTTEN_AT_ONCE))
  }

  /** Each row was replaced once, so it goes with that replacement and is counted from then on as one that is gone. */
  #forgetAll(replacements: readonly Columns[]): void {
    for (const { n, room, rows_from: from, by_to: to } of replacements) {
      const range = [Number(room), Number(from), Number(to)] as const
      this.#file.run(
        `UPDATE grants SET merged_edits = merged_edits + gone.rows
         FROM (SELECT grant_n, count(*) AS rows FROM updates WHERE room = ? AND seq BETWEEN ? AND ? GROUP BY grant_n) AS gone
         WHERE grants.n = gone.grant_n`,
        ...range,
      )
      this.#file.run('DELETE FROM updates WHERE room = ? AND seq BETWEEN ? AND ?', ...range)
      this.#file.run('DELETE FROM replaced WHERE replacement = ?', Number(n))
      this.#file.run('DELETE FROM replacements WHERE n = ?', Number(n))
    }
  }
}

function isWhole(parts: readonly Columns[], fromSeq: number, toSeq: number): boolean {
  let next = fromSeq
  for (const part of parts) {
    if (part['from_seq'] !== next) return false
    next = Number(part['to_seq']) + 1
  }
  return next === toSeq + 1
}
