// The log: rows, segments, and what compaction put aside. The half of the SQLite engine that keeps changes.
//
// Every batch is one transaction. Where a room fails it is done again with a savepoint per room, so that one bad room costs
// only itself, and nobody else pays for savepoints. What is read back must fit its checksums and have no hole; a segment that
// does not is handed out as what it was made of, where that is still there (`sqlite-replaced.ts`), to be made again.
import type { RoomName } from '@milepost/protocol'
import {
  holderOf,
  oldestSlot,
  type Append,
  type AppendOutcome,
  type Replacement,
  type Row,
  type Segment,
  type StoredAuthor,
  type StoredRoom,
} from './storage.ts'
import { isSoundRow, isSoundSegment, rowChecksum, segmentChecksum } from './sqlite-checksum.ts'
import { bytesIn, type Columns, type SqliteFile } from './sqlite-file.ts'
import { SqliteReplaced } from './sqlite-replaced.ts'

/** A room whose segments did not all come back as they were, with what these were made of. */
export interface DamagedSegments {
  readonly damaged: readonly DamagedSegment[]
}

interface DamagedSegment {
  readonly fromSeq: number
  readonly toSeq: number
  readonly parts: readonly Uint8Array[]
}

export class SqliteRooms {
  readonly #file: SqliteFile
  readonly #replaced: SqliteReplaced

  constructor(file: SqliteFile) {
    this.#file = file
    this.#replaced = new SqliteReplaced(file)
  }

  readRoom(name: RoomName): StoredRoom | DamagedSegments | 'no-such-room' | 'damaged' {
    const room = this.#file.get('SELECT n, epoch, head, bytes FROM rooms WHERE name = ?', name)
    if (!room) return 'no-such-room'
    const n = Number(room['n'])
    const parts = this.#file.all('SELECT * FROM segments WHERE room = ? ORDER BY from_seq', n)
    const bad = parts.filter((part) => !isSoundSegment(part))
    if (bad.length > 0) return this.#partsOfAll(n, bad)
    const last = Number(parts.at(-1)?.['to_seq'] ?? 0)
    const rows = this.#file.all('SELECT seq, data, crc FROM updates WHERE room = ? AND seq > ? ORDER BY seq', n, last)
    const head = Number(room['head'])
    if (!rows.every(isSoundRow) || !isWhole(parts, rows, head)) return 'damaged'
    return {
      head,
      epoch: String(room['epoch']),
      bytes: Number(room['bytes']),
      segments: parts.map(columnsToSegment),
      tail: rows.map((row): Row => ({ seq: Number(row['seq']), update: bytesIn(row, 'data') })),
      authors: this.#authors(n),
      restored: 0,
      collectedAt: this.#replaced.collectedAt(n),
      healsUntil: this.#healsUntil(),
    }
  }

  /** Writes a damaged segment anew. */
  restoreSegment(name: RoomName, { fromSeq, toSeq, update, runs }: Segment): void {
    this.#file.transaction(() => {
      const crc = segmentChecksum(update, runs)
      const sql = 'UPDATE segments SET data = ?, runs = ?, crc = ? WHERE room = ? AND from_seq = ? AND to_seq = ?'
      this.#file.run(sql, update, runs, crc, this.#file.roomNumber(name), fromSeq, toSeq)
    })
  }

  append(batch: readonly Append[]): AppendOutcome[] {
    const rooms = Map.groupBy(batch.keys(), (index) => batch[index]?.room)
    return this.#file.transaction(() => {
      const outcomes: AppendOutcome[] = batch.map(() => 'failed')
      try {
        for (const indexes of rooms.values()) this.#appendToRoom(batch, indexes, outcomes)
        return outcomes
      } catch (error) {
        // A full disk ends the whole transaction by itself: nothing is left to begin again.
        if (!this.#file.isInTransaction) throw error
        this.#file.run('ROLLBACK')
        this.#file.run('BEGIN IMMEDIATE')
        return this.#appendEachByItself(batch, rooms.values())
      }
    })
  }

  compact(name: RoomName, segment: Segment, replacement: Replacement): 'compacted' | 'changed' {
    return this.#file.transaction(() => {
      const room = this.#file.roomNumber(name)
      if (room === null) return 'changed'
      const range = [room, segment.fromSeq, segment.toSeq] as const
      // Rows in front of the last segment are only kept for the case of damage.
      const counted = this.#file.get(
        `SELECT (SELECT count(*) FROM updates WHERE room = ?1 AND seq BETWEEN ?2 AND ?3
                   AND seq > (SELECT coalesce(max(to_seq), 0) FROM segments WHERE room = ?1))
              + (SELECT coalesce(sum(to_seq - from_seq + 1), 0) FROM segments WHERE room = ?1 AND from_seq >= ?2 AND to_seq <= ?3) AS rows`,
        ...range,
      )
      if (Number(counted?.['rows']) !== segment.toSeq - segment.fromSeq + 1) return 'changed'
      this.#replaced.putAside(room, segment, replacement)
      this.#file.run('DELETE FROM segments WHERE room = ? AND from_seq >= ? AND to_seq <= ?', ...range)
      this.#file.run(
        'INSERT INTO segments (room, from_seq, to_seq, data, runs, crc) VALUES (?, ?, ?, ?, ?, ?)',
        ...range,
        segment.update,
        segment.runs,
        segmentChecksum(segment.update, segment.runs),
      )
      return 'compacted'
    })
  }

  forgetReplaced(before: number): void {
    this.#file.transaction(() => this.#replaced.forget(before))
  }

  #appendEachByItself(batch: readonly Append[], rooms: Iterable<readonly number[]>): AppendOutcome[] {
    const outcomes: AppendOutcome[] = batch.map(() => 'failed')
    for (const indexes of rooms) {
      this.#file.run('SAVEPOINT room')
      try {
        this.#appendToRoom(batch, indexes, outcomes)
        this.#file.run('RELEASE room')
      } catch (error) {
        for (const index of indexes) outcomes[index] = 'failed'
        // A full disk ends the whole transaction by itself: then there is no savepoint to return to.
        if (!this.#file.isInTransaction) throw error
        this.#file.run('ROLLBACK TO room')
        this.#file.run('RELEASE room')
      }
    }
    return outcomes
  }

  #appendToRoom(batch: readonly Append[], indexes: readonly number[], outcomes: AppendOutcome[]): void {
    const room = this.#file.roomNumber(batch[indexes[0] ?? 0]?.room)
    if (room === null) {
      for (const index of indexes) outcomes[index] = 'no-such-room'
      return
    }
    let bytes = 0
    for (const index of indexes) bytes += batch[index]?.update.length ?? 0
    const raise = 'UPDATE rooms SET head = head + ?, bytes = bytes + ? WHERE n = ? RETURNING head'
    let seq = Number(this.#file.get(raise, indexes.length, bytes, room)?.['head']) - indexes.length
    for (const index of indexes) {
      const entry = batch[index]
      if (entry === undefined) continue
      this.#appendRow(room, ++seq, entry)
      outcomes[index] = { seq }
    }
  }

  #appendRow(room: number, seq: number, entry: Append): void {
    const grant = this.#file.grantNumber(entry.grantId)
    const { update } = entry
    this.#file.run('INSERT INTO updates (room, seq, grant_n, data, crc) VALUES (?, ?, ?, ?, ?)', room, seq, grant, update, rowChecksum(update)) // prettier-ignore
    for (const clientId of entry.newAuthors) {
      this.#file.run('INSERT OR IGNORE INTO authors (room, client_id, grant_n) VALUES (?, ?, ?)', room, clientId, grant)
    }
    if (entry.slot !== null) this.#recordSlot(grant, entry.slot)
  }

  /** A link's first change in five minutes also takes its oldest slots away: the record stays bounded without a timer. */
  #recordSlot(grant: number, slot: number): void {
    this.#file.run('INSERT OR IGNORE INTO contributions (grant_n, slot) VALUES (?, ?)', grant, slot)
    this.#file.run('DELETE FROM contributions WHERE grant_n = ? AND slot < ?', grant, oldestSlot(slot))
  }

  #partsOfAll(room: number, segments: readonly Columns[]): DamagedSegments | 'damaged' {
    const damaged: DamagedSegment[] = []
    for (const { from_seq: from, to_seq: to } of segments) {
      const [fromSeq, toSeq] = [Number(from), Number(to)]
      const parts = this.#replaced.partsOf(room, fromSeq, toSeq)
      if (parts === null) return 'damaged'
      damaged.push({ fromSeq, toSeq, parts })
    }
    return { damaged }
  }

  #authors(room: number): StoredAuthor[] {
    const sql =
      'SELECT a.client_id, g.id, g.side, g.person_id FROM authors a JOIN grants g ON g.n = a.grant_n WHERE a.room = ?'
    return this.#file.all(sql, room).map(({ client_id: clientId, id, side, person_id: personId }) => ({
      clientId: Number(clientId),
      holder: holderOf({
        id: String(id),
        side: side === 'buyer' ? 'buyer' : 'seller',
        personId: typeof personId === 'string' ? personId : null,
      }),
    }))
  }

  #healsUntil(): number {
    return Number(this.#file.get(`SELECT value FROM settings WHERE name = 'heals_until'`)?.['value'] ?? 0)
  }
}

/** Segments and rows together are rows 1 to `head`, each once. */
function isWhole(parts: readonly Columns[], rows: readonly Columns[], head: number): boolean {
  let next = 1
  for (const part of parts) {
    if (part['from_seq'] !== next) return false
    next = Number(part['to_seq']) + 1
  }
  for (const row of rows) if (row['seq'] !== next++) return false
  return next === head + 1
}

function columnsToSegment(row: Columns): Segment {
  return {
    fromSeq: Number(row['from_seq']),
    toSeq: Number(row['to_seq']),
    update: bytesIn(row, 'data'),
    runs: bytesIn(row, 'runs'),
  }
}
