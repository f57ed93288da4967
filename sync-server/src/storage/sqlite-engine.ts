// Storage on one SQLite file, synchronous: this runs in a worker thread (`sqlite-worker.ts`) and nowhere else, because
// each commit waits for the disk.
//
// WAL with `synchronous=FULL`: a commit returns after fsync. NORMAL is faster, but may lose commits at a power cut, and
// then "saved" would be a lie. Every batch is one transaction with a savepoint per room, so one bad room costs only itself.
import { crc32 } from 'node:zlib'
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite'
import {
  discussionRoomOf,
  isRight,
  isSide,
  roomOf,
  type PlanId,
  type RoomKind,
  type RoomName,
} from '@milepost/protocol'
import type {
  Append,
  AppendOutcome,
  Author,
  Contribution,
  Grant,
  GrantChange,
  NewGrant,
  NewPlan,
  PlanGrants,
  Row,
  Seen,
  Segment,
  StoredRoom,
} from './storage.ts'
import { migrate } from './sqlite-schema.ts'

type Columns = Record<string, SQLOutputValue>

export type OpenProblem = 'newer' | 'foreign' | 'not-a-database' | 'not-writable'

export function isOpenProblem(opened: SqliteEngine | OpenProblem): opened is OpenProblem {
  return typeof opened === 'string'
}

export interface SqliteOptions {
  readonly path: string
  /** Ends every write with "disk full" at this many pages: for tests of a full disk. */
  readonly maxPages?: number | undefined
}

const SLOTS_PER_DAY = 288
const SELECT_GRANT = `
  SELECT g.*, p.id AS plan_id, g.merged_edits + (
    SELECT count(*) FROM updates u JOIN rooms r ON r.n = u.room WHERE r.plan = g.plan AND u.grant_n = g.n
  ) AS edits
  FROM grants g JOIN plans p ON p.n = g.plan`

export class SqliteEngine {
  #db: DatabaseSync
  readonly #options: SqliteOptions
  #statements = new Map<string, StatementSync>()
  /** Row numbers never change, so they are looked up once. */
  readonly #rooms = new Map<string, number>()
  readonly #grants = new Map<string, number>()

  private constructor(options: SqliteOptions, db: DatabaseSync) {
    this.#options = options
    this.#db = db
  }

  static open(options: SqliteOptions): SqliteEngine | OpenProblem {
    let db: DatabaseSync | null = null
    try {
      db = connect(options)
      const outcome = migrate(db)
      if (outcome === 'ready') return new SqliteEngine(options, db)
      db.close()
      return outcome
    } catch (error) {
      db?.close()
      return isNotADatabase(error) ? 'not-a-database' : 'not-writable'
    }
  }

  createPlan({ first, epochs }: NewPlan): { outcome: 'created' | 'same'; grant: Grant } | 'taken' {
    return this.#transaction(() => {
      const known = this.#planNumber(first.planId)
      if (known !== null) {
        const grant = this.#grantBy(`${SELECT_GRANT} WHERE g.plan = ? AND g.hash = ?`, known, first.hash)
        return grant !== null && grant.madeBy === null ? { outcome: 'same', grant } : 'taken'
      }
      this.#run('INSERT INTO plans (id, created_at) VALUES (?, ?)', first.planId, first.createdAt)
      const plan = this.#planNumber(first.planId) ?? 0
      const insert = 'INSERT INTO rooms (name, plan, kind, epoch) VALUES (?, ?, ?, ?)'
      this.#run(insert, roomOf(first.planId), plan, 'plan', epochs.plan)
      this.#run(insert, discussionRoomOf(first.planId), plan, 'discussion', epochs.discussion)
      this.#insertGrant(plan, first)
      const grant = this.#grantBy(`${SELECT_GRANT} WHERE g.id = ?`, first.id)
      if (grant === null) throw new Error('a grant just written is gone')
      return { outcome: 'created', grant }
    })
  }

  findGrant(planId: PlanId, hash: Uint8Array): Grant | 'no-such-plan' | 'unknown-link' {
    const plan = this.#planNumber(planId)
    if (plan === null) return 'no-such-plan'
    return this.#grantBy(`${SELECT_GRANT} WHERE g.plan = ? AND g.hash = ?`, plan, hash) ?? 'unknown-link'
  }

  grantsOf(planId: PlanId): PlanGrants | 'no-such-plan' {
    const plan = this.#get('SELECT n, grants_version FROM plans WHERE id = ?', planId)
    if (!plan) return 'no-such-plan'
    const grants = this.#all(`${SELECT_GRANT} WHERE g.plan = ? ORDER BY g.n`, Number(plan['n'])).map(columnsToGrant)
    return { version: Number(plan['grants_version']), grants }
  }

  addGrant(grant: NewGrant, version: number): 'added' | 'stale' {
    return this.#transaction(() => {
      if (!this.#raiseVersion(grant.planId, version)) return 'stale'
      this.#insertGrant(this.#planNumber(grant.planId) ?? 0, grant)
      return 'added'
    })
  }

  changeGrants(planId: PlanId, changes: readonly GrantChange[], version: number): 'changed' | 'stale' {
    return this.#transaction(() => {
      if (!this.#raiseVersion(planId, version)) return 'stale'
      const sql = 'UPDATE grants SET right = ?, revoked_at = ?, revoked_by = ?, revoked_with = ? WHERE id = ?'
      for (const one of changes) this.#run(sql, one.right, one.revokedAt, one.revokedBy, one.revokedWith, one.id)
      return 'changed'
    })
  }

  markSeen(seen: readonly Seen[]): void {
    this.#transaction(() => {
      const sql = 'UPDATE grants SET last_seen_at = ?, used_at = coalesce(used_at, ?) WHERE id = ?'
      for (const { grantId, at } of seen) this.#run(sql, at, at, grantId)
    })
  }

  readRoom(name: RoomName): StoredRoom | 'no-such-room' | 'damaged' {
    const room = this.#get('SELECT n, epoch, head, bytes FROM rooms WHERE name = ?', name)
    if (!room) return 'no-such-room'
    const n = Number(room['n'])
    const parts = this.#all('SELECT * FROM segments WHERE room = ? ORDER BY from_seq', n)
    const rows = this.#all('SELECT seq, data, crc FROM updates WHERE room = ? ORDER BY seq', n)
    if ([...parts, ...rows].some((row) => crc32(bytesIn(row, 'data')) !== row['crc'])) return 'damaged'
    const authors = this.#all(
      'SELECT a.client_id, g.id FROM authors a JOIN grants g ON g.n = a.grant_n WHERE a.room = ?',
      n,
    )
    return {
      epoch: String(room['epoch']),
      head: Number(room['head']),
      bytes: Number(room['bytes']),
      segments: parts.map(columnsToSegment),
      tail: rows.map((row): Row => ({ seq: Number(row['seq']), update: bytesIn(row, 'data') })),
      authors: authors.map((row) => [Number(row['client_id']), String(row['id'])] as const),
    }
  }

  append(batch: readonly Append[]): AppendOutcome[] {
    const outcomes: AppendOutcome[] = batch.map(() => 'failed')
    const byRoom = Map.groupBy(batch.keys(), (index) => batch[index]?.room)
    this.#transaction(() => {
      for (const indexes of byRoom.values()) this.#appendToRoom(batch, indexes, outcomes)
    })
    return outcomes
  }

  #appendToRoom(batch: readonly Append[], indexes: readonly number[], outcomes: AppendOutcome[]): void {
    const entries = indexes.flatMap((index) => batch[index] ?? [])
    const room = this.#roomNumber(entries[0]?.room)
    if (room === null) {
      for (const index of indexes) outcomes[index] = 'no-such-room'
      return
    }
    this.#run('SAVEPOINT room')
    try {
      const bytes = entries.reduce((sum, entry) => sum + entry.update.length, 0)
      const raise = 'UPDATE rooms SET head = head + ?, bytes = bytes + ? WHERE n = ? RETURNING head'
      const head = Number(this.#get(raise, entries.length, bytes, room)?.['head'])
      for (const [place, entry] of entries.entries()) {
        const seq = head - entries.length + 1 + place
        this.#appendRow(room, seq, entry)
        outcomes[indexes[place] ?? 0] = { seq }
      }
      this.#run('RELEASE room')
    } catch (error) {
      for (const index of indexes) outcomes[index] = 'failed'
      // A full disk ends the whole transaction by itself: then there is no savepoint to return to.
      if (!this.#db.isTransaction) throw error
      this.#db.exec('ROLLBACK TO room; RELEASE room')
    }
  }

  #appendRow(room: number, seq: number, entry: Append): void {
    const grant = this.#grantNumber(entry.grantId)
    const { update } = entry
    this.#run('INSERT INTO updates (room, seq, grant_n, data, crc) VALUES (?, ?, ?, ?, ?)', room, seq, grant, update, crc32(update)) // prettier-ignore
    for (const clientId of entry.newAuthors) {
      this.#run('INSERT OR IGNORE INTO authors (room, client_id, grant_n) VALUES (?, ?, ?)', room, clientId, grant)
    }
    if (entry.slot !== null) {
      this.#run('INSERT OR IGNORE INTO contributions (grant_n, slot) VALUES (?, ?)', grant, entry.slot)
    }
  }

  compact(name: RoomName, segment: Segment): 'compacted' | 'changed' {
    return this.#transaction(() => {
      const room = this.#roomNumber(name)
      if (room === null) return 'changed'
      const range = [room, segment.fromSeq, segment.toSeq] as const
      const counted = this.#get(
        `SELECT (SELECT count(*) FROM updates WHERE room = ?1 AND seq BETWEEN ?2 AND ?3)
              + (SELECT coalesce(sum(to_seq - from_seq + 1), 0) FROM segments WHERE room = ?1 AND from_seq >= ?2 AND to_seq <= ?3) AS rows`,
        ...range,
      )
      if (Number(counted?.['rows']) !== segment.toSeq - segment.fromSeq + 1) return 'changed'
      this.#run(
        `UPDATE grants SET merged_edits = merged_edits + gone.rows
         FROM (SELECT grant_n, count(*) AS rows FROM updates WHERE room = ? AND seq BETWEEN ? AND ? GROUP BY grant_n) AS gone
         WHERE grants.n = gone.grant_n`,
        ...range,
      )
      this.#run('DELETE FROM updates WHERE room = ? AND seq BETWEEN ? AND ?', ...range)
      this.#run('DELETE FROM segments WHERE room = ? AND from_seq >= ? AND to_seq <= ?', ...range)
      this.#run(
        'INSERT INTO segments (room, from_seq, to_seq, data, runs, crc) VALUES (?, ?, ?, ?, ?, ?)',
        ...range,
        segment.update,
        segment.runs,
        crc32(segment.update),
      )
      return 'compacted'
    })
  }

  contributions(planId: PlanId, sinceDay: number): Contribution[] {
    return this.#all(
      `SELECT g.id, c.slot / ${SLOTS_PER_DAY} AS day, count(*) AS slots
       FROM contributions c JOIN grants g ON g.n = c.grant_n JOIN plans p ON p.n = g.plan
       WHERE p.id = ? AND c.slot >= ? GROUP BY g.n, day ORDER BY day, g.id`,
      planId,
      sinceDay * SLOTS_PER_DAY,
    ).map((row) => ({ grantId: String(row['id']), day: Number(row['day']), slots: Number(row['slots']) }))
  }

  authors(planId: PlanId): Author[] {
    return this.#all(
      `SELECT a.client_id, g.id, r.kind FROM authors a JOIN rooms r ON r.n = a.room
       JOIN plans p ON p.n = r.plan JOIN grants g ON g.n = a.grant_n WHERE p.id = ? ORDER BY r.n, a.client_id`,
      planId,
    ).map((row) => ({ clientId: Number(row['client_id']), grantId: String(row['id']), room: row['kind'] as RoomKind }))
  }

  probe(): void {
    this.#run('INSERT INTO probe (id, at) VALUES (1, 0) ON CONFLICT (id) DO UPDATE SET at = at + 1')
  }

  /** What the promise to keep rests on. */
  settings(): { readonly journal: string; readonly synchronous: number } {
    return {
      journal: String(this.#get('PRAGMA journal_mode')?.['journal_mode']),
      synchronous: Number(this.#get('PRAGMA synchronous')?.['synchronous']),
    }
  }

  /** After a failed write the page cache is not to be trusted: everything is opened and read anew. */
  reopen(): void {
    try {
      this.#db.close()
    } catch {
      // A file that is gone cannot be closed properly; the new connection says what is wrong with it.
    }
    this.#statements = new Map()
    this.#rooms.clear()
    this.#grants.clear()
    this.#db = connect(this.#options)
  }

  close(): void {
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    this.#db.close()
  }

  #transaction<Result>(work: () => Result): Result {
    this.#run('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#run('COMMIT')
      return result
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      throw error
    }
  }

  #insertGrant(plan: number, grant: NewGrant): void {
    const { id, hash, right, side, role, name, roleId, personId, madeBy, createdAt, expiresAt } = grant
    this.#run(
      `INSERT INTO grants (id, plan, hash, right, side, role, name, role_id, person_id, made_by, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      plan,
      hash,
      right,
      side,
      role,
      name,
      roleId,
      personId,
      madeBy,
      createdAt,
      expiresAt,
    )
  }

  #raiseVersion(planId: PlanId, version: number): boolean {
    const sql = 'UPDATE plans SET grants_version = grants_version + 1 WHERE id = ? AND grants_version = ?'
    return Number(this.#statement(sql).run(planId, version).changes) === 1
  }

  #planNumber(planId: PlanId): number | null {
    const row = this.#get('SELECT n FROM plans WHERE id = ?', planId)
    return row ? Number(row['n']) : null
  }

  #roomNumber(name: RoomName | undefined): number | null {
    return this.#numbered(this.#rooms, 'SELECT n FROM rooms WHERE name = ?', name ?? '')
  }

  #grantNumber(id: string): number {
    const n = this.#numbered(this.#grants, 'SELECT n FROM grants WHERE id = ?', id)
    if (n === null) throw new Error('a change by a grant that is not stored')
    return n
  }

  #numbered(cache: Map<string, number>, sql: string, key: string): number | null {
    const cached = cache.get(key)
    if (cached !== undefined) return cached
    const row = this.#get(sql, key)
    if (!row) return null
    if (cache.size >= NUMBER_CACHE) cache.clear()
    cache.set(key, Number(row['n']))
    return Number(row['n'])
  }

  #grantBy(sql: string, ...values: SQLInputValue[]): Grant | null {
    const row = this.#get(sql, ...values)
    return row ? columnsToGrant(row) : null
  }

  #get(sql: string, ...values: SQLInputValue[]): Columns | undefined {
    return this.#statement(sql).get(...values)
  }

  #all(sql: string, ...values: SQLInputValue[]): Columns[] {
    return this.#statement(sql).all(...values)
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#statement(sql).run(...values)
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#db.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}

const NUMBER_CACHE = 50_000

function connect({ path, maxPages }: SqliteOptions): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: 5_000 })
  try {
    db.exec('PRAGMA journal_mode = WAL')
    db.exec('PRAGMA synchronous = FULL')
    db.exec('PRAGMA foreign_keys = ON')
    if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function isNotADatabase(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode === 26 || error.errcode === 11)
}

function columnsToGrant(row: Columns): Grant {
  const { right, side } = row
  if (!isRight(right) || !isSide(side)) throw new Error('a stored grant has a right or side nobody knows')
  return {
    id: String(row['id']),
    planId: String(row['plan_id']) as PlanId,
    right,
    side,
    role: String(row['role']),
    name: String(row['name']),
    roleId: textOrNull(row['role_id']),
    personId: textOrNull(row['person_id']),
    madeBy: textOrNull(row['made_by']),
    createdAt: Number(row['created_at']),
    expiresAt: numberOrNull(row['expires_at']),
    usedAt: numberOrNull(row['used_at']),
    lastSeenAt: numberOrNull(row['last_seen_at']),
    revokedAt: numberOrNull(row['revoked_at']),
    revokedBy: textOrNull(row['revoked_by']),
    revokedWith: textOrNull(row['revoked_with']),
    edits: Number(row['edits']),
  }
}

function columnsToSegment(row: Columns): Segment {
  return {
    fromSeq: Number(row['from_seq']),
    toSeq: Number(row['to_seq']),
    update: bytesIn(row, 'data'),
    runs: bytesIn(row, 'runs'),
  }
}

function bytesIn(row: Columns, column: string): Uint8Array {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw new Error(`${column} holds no bytes`)
  return value
}

function textOrNull(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function numberOrNull(value: SQLOutputValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}
