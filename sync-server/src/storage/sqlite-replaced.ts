// What compaction put a segment in place of, kept for a while: should the disk give the segment back damaged, its parts
// take its place again.
//
// One generation is kept: when a segment is merged into a larger one, what it had replaced goes. So this never holds more
// than the room itself. What a collection of deleted content replaced is kept beside that until its time is over.
import type { Replacement, Segment } from './storage.ts'
import { rowChecksum, segmentChecksum } from './sqlite-checksum.ts'
import { bytesIn, type Columns, type SqliteFile } from './sqlite-file.ts'

/** Rows taken away at a time: so much is written in one go at most. */
const FORGET_ROWS = 5_000

export class SqliteReplaced {
  readonly #file: SqliteFile

  constructor(file: SqliteFile) {
    this.#file = file
  }

  /** Inside the transaction that writes `segment`, before what it covers is deleted. */
  putAside(room: number, { fromSeq, toSeq }: Segment, { at, isCollection }: Replacement): void {
    const range = [room, fromSeq, toSeq] as const
    this.#file.run(
      'DELETE FROM replaced WHERE room = ? AND by_from >= ? AND by_to <= ? AND is_collection = 0',
      ...range,
    )
    const how = [at, isCollection ? 1 : 0] as const
    this.#file.run(
      `INSERT INTO replaced (room, by_from, by_to, at, is_collection, from_seq, to_seq, grant_n, data, runs, crc)
       SELECT ?1, ?2, ?3, ?4, ?5, seq, seq, grant_n, data, NULL, crc FROM updates WHERE room = ?1 AND seq BETWEEN ?2 AND ?3`,
      ...range,
      ...how,
    )
    this.#file.run(
      `INSERT INTO replaced (room, by_from, by_to, at, is_collection, from_seq, to_seq, grant_n, data, runs, crc)
       SELECT ?1, ?2, ?3, ?4, ?5, from_seq, to_seq, NULL, data, runs, crc FROM segments
       WHERE room = ?1 AND from_seq >= ?2 AND to_seq <= ?3`,
      ...range,
      ...how,
    )
  }

  /** Puts the parts of these segments back; false, and nothing changed, where one of them has no sound parts. */
  restore(room: number, segments: readonly Columns[]): boolean {
    const found = segments.map((segment) => ({ segment, parts: this.#soundPartsOf(room, segment) }))
    if (found.some(({ parts }) => parts === null)) return false
    try {
      this.#file.transaction(() => {
        for (const { segment, parts } of found) this.#putBack(room, segment, parts ?? [])
      })
      return true
    } catch {
      // A disk that gives damaged bytes back may well take none either.
      return false
    }
  }

  collectedAt(room: number): number | null {
    const row = this.#file.get('SELECT max(at) AS at FROM replaced WHERE room = ? AND is_collection = 1', room)
    return typeof row?.['at'] === 'number' ? row['at'] : null
  }

  forget(before: number): void {
    const sql = 'DELETE FROM replaced WHERE n IN (SELECT n FROM replaced WHERE at < ? ORDER BY at LIMIT ?)'
    this.#file.run(sql, before, FORGET_ROWS)
  }

  #soundPartsOf(room: number, segment: Columns): Columns[] | null {
    const [from, to] = [Number(segment['from_seq']), Number(segment['to_seq'])]
    const parts = this.#file.all(
      `SELECT * FROM replaced WHERE room = ?1 AND by_from = ?2 AND by_to = ?3
         AND at = (SELECT max(at) FROM replaced WHERE room = ?1 AND by_from = ?2 AND by_to = ?3)
       ORDER BY from_seq`,
      room,
      from,
      to,
    )
    let next = from
    for (const part of parts) {
      if (part['from_seq'] !== next || !isSound(part)) return null
      next = Number(part['to_seq']) + 1
    }
    return next === to + 1 ? parts : null
  }

  #putBack(room: number, segment: Columns, parts: readonly Columns[]): void {
    const [from, to] = [Number(segment['from_seq']), Number(segment['to_seq'])]
    this.#file.run('DELETE FROM segments WHERE room = ? AND from_seq = ?', room, from)
    for (const { from_seq: seq, to_seq: end, grant_n: grant, data, runs, crc } of parts.map(parsed)) {
      if (runs !== null) {
        const sql = 'INSERT INTO segments (room, from_seq, to_seq, data, runs, crc) VALUES (?, ?, ?, ?, ?, ?)'
        this.#file.run(sql, room, seq, end, data, runs, crc)
        continue
      }
      const sql = 'INSERT INTO updates (room, seq, grant_n, data, crc) VALUES (?, ?, ?, ?, ?)'
      this.#file.run(sql, room, seq, grant, data, crc)
      // Rows count for themselves again.
      this.#file.run('UPDATE grants SET merged_edits = merged_edits - 1 WHERE n = ?', grant)
    }
    this.#file.run('DELETE FROM replaced WHERE room = ? AND by_from = ? AND by_to = ?', room, from, to)
  }
}

function isSound(part: Columns): boolean {
  const data = bytesIn(part, 'data')
  return part['crc'] === (part['runs'] === null ? rowChecksum(data) : segmentChecksum(data, bytesIn(part, 'runs')))
}

function parsed(part: Columns) {
  return {
    from_seq: Number(part['from_seq']),
    to_seq: Number(part['to_seq']),
    grant_n: Number(part['grant_n']),
    data: bytesIn(part, 'data'),
    runs: part['runs'] === null ? null : bytesIn(part, 'runs'),
    crc: Number(part['crc']),
  }
}
