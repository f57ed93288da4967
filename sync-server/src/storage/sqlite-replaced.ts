// What compaction put a segment in place of, kept for a while: should the disk give the segment back damaged, its parts
// take its place again.
//
// One generation is kept: when a segment is merged into a larger one, what it had replaced goes. So this never holds more
// than the room itself. What a collection of deleted content replaced is kept beside that until its time is over.
import type { Replacement, Segment } from './storage.ts'
import { rowChecksum, segmentChecksum } from './sqlite-checksum.ts'
import { bytesIn, type Columns, type SqliteFile } from './sqlite-file.ts'

/** Replacements forgotten at a time: so much is written in one go at most. */
const FORGOTTEN_AT_ONCE = 200

export class SqliteReplaced {
  readonly #file: SqliteFile

  constructor(file: SqliteFile) {
    this.#file = file
  }

  /** Inside the transaction that writes `segment`, before what it covers is deleted. */
  putAside(room: number, { fromSeq, toSeq }: Segment, { at, isCollection }: Replacement): void {
    const range = [room, fromSeq, toSeq] as const
    const older = this.#file.all(
      'SELECT n FROM replacements WHERE room = ? AND by_from >= ? AND by_to <= ? AND is_collection = 0',
      ...range,
    )
    this.#forgetAll(older)
    const made = this.#file.get(
      'INSERT INTO replacements (room, by_from, by_to, at, is_collection) VALUES (?, ?, ?, ?, ?) RETURNING n',
      ...range,
      at,
      isCollection ? 1 : 0,
    )
    const n = Number(made?.['n'])
    this.#file.run(
      `INSERT INTO replaced (replacement, from_seq, to_seq, grant_n, data, runs, crc)
       SELECT ?, seq, seq, grant_n, data, NULL, crc FROM updates WHERE room = ? AND seq BETWEEN ? AND ?`,
      n,
      ...range,
    )
    this.#file.run(
      `INSERT INTO replaced (replacement, from_seq, to_seq, grant_n, data, runs, crc)
       SELECT ?, from_seq, to_seq, NULL, data, runs, crc FROM segments
       WHERE room = ? AND from_seq >= ? AND to_seq <= ?`,
      n,
      ...range,
    )
  }

  /** Puts the parts of these segments back; false, and nothing changed, where one of them has no sound parts. */
  restore(room: number, segments: readonly Columns[]): boolean {
    const found = segments.map((segment) => ({ segment, parts: this.#soundPartsOf(room, segment) }))
    if (found.some(({ parts }) => parts === null)) return false
    this.#file.transaction(() => {
      for (const { segment, parts } of found) this.#putBack(room, segment, parts ?? [])
    })
    return true
  }

  collectedAt(room: number): number | null {
    const row = this.#file.get('SELECT max(at) AS at FROM replacements WHERE room = ? AND is_collection = 1', room)
    return typeof row?.['at'] === 'number' ? row['at'] : null
  }

  forget(before: number): void {
    const sql = 'SELECT n FROM replacements WHERE at < ? ORDER BY n LIMIT ?'
    this.#forgetAll(this.#file.all(sql, before, FORGOTTEN_AT_ONCE))
  }

  #forgetAll(replacements: readonly Columns[]): void {
    for (const { n } of replacements) {
      this.#file.run('DELETE FROM replaced WHERE replacement = ?', Number(n))
      this.#file.run('DELETE FROM replacements WHERE n = ?', Number(n))
    }
  }

  #soundPartsOf(room: number, segment: Columns): Columns[] | null {
    const [from, to] = [Number(segment['from_seq']), Number(segment['to_seq'])]
    const newest = this.#file.get(
      'SELECT n FROM replacements WHERE room = ? AND by_from = ? AND by_to = ? ORDER BY at DESC, n DESC LIMIT 1',
      room,
      from,
      to,
    )
    if (newest === undefined) return null
    const sql = 'SELECT * FROM replaced WHERE replacement = ? ORDER BY from_seq'
    const parts = this.#file.all(sql, Number(newest['n']))
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
    const done = 'SELECT n FROM replacements WHERE room = ? AND by_from = ? AND by_to = ?'
    this.#forgetAll(this.#file.all(done, room, from, to))
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
