// One connection to one SQLite file: how it is opened, what a transaction is, and which statements and numbers are known.
//
// WAL with `synchronous=FULL`: a commit returns after fsync. NORMAL is faster, but may lose commits at a power cut, and
// then "saved" would be a lie.
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite'
import type { PlanId, RoomName } from '@milepost/protocol'

export type Columns = Record<string, SQLOutputValue>

export interface SqliteOptions {
  readonly path: string
  /** Ends every write with "disk full" at this many pages: for tests of a full disk. */
  readonly maxPages?: number | undefined
}

const NUMBER_CACHE = 50_000
/**
 * Pages of the log (32 MB) before a commit moves them into the database: what was written again and again is then moved once.
 * In a quiet moment it is done before (`quiet-checkpoint.ts`).
 */
const LOG_PAGES = 8_000

export class SqliteFile {
  #db: DatabaseSync
  readonly #options: SqliteOptions
  #statements = new Map<string, StatementSync>()
  /** Row numbers never change, so they are looked up once. */
  readonly #rooms = new Map<string, number>()
  readonly #grants = new Map<string, number>()

  constructor(options: SqliteOptions) {
    this.#options = options
    this.#db = connect(options)
  }

  get db(): DatabaseSync {
    return this.#db
  }

  get isInTransaction(): boolean {
    return this.#db.isTransaction
  }

  get(sql: string, ...values: SQLInputValue[]): Columns | undefined {
    return this.#statement(sql).get(...values)
  }

  all(sql: string, ...values: SQLInputValue[]): Columns[] {
    return this.#statement(sql).all(...values)
  }

  /** How many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).changes)
  }

  transaction<Result>(work: () => Result): Result {
    this.run('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.run('COMMIT')
      return result
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      throw error
    }
  }

  planNumber(planId: PlanId): number | null {
    const row = this.get('SELECT n FROM plans WHERE id = ?', planId)
    return row ? Number(row['n']) : null
  }

  roomNumber(name: RoomName | undefined): number | null {
    return this.#numbered(this.#rooms, 'SELECT n FROM rooms WHERE name = ?', name ?? '')
  }

  grantNumber(id: string): number {
    const n = this.#numbered(this.#grants, 'SELECT n FROM grants WHERE id = ?', id)
    if (n === null) throw new Error('a change by a grant that is not stored')
    return n
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

  /** Moves as much of the log as nobody still reads. */
  checkpoint(): void {
    this.#db.exec('PRAGMA wal_checkpoint(PASSIVE)')
  }

  close(): void {
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    this.#db.close()
  }

  #numbered(cache: Map<string, number>, sql: string, key: string): number | null {
    const cached = cache.get(key)
    if (cached !== undefined) return cached
    const row = this.get(sql, key)
    if (!row) return null
    if (cache.size >= NUMBER_CACHE) cache.clear()
    cache.set(key, Number(row['n']))
    return Number(row['n'])
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

export function bytesIn(row: Columns, column: string): Uint8Array {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw new Error(`${column} holds no bytes`)
  return value
}

function connect({ path, maxPages }: SqliteOptions): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: 5_000 })
  try {
    db.exec('PRAGMA journal_mode = WAL')
    db.exec('PRAGMA synchronous = FULL')
    db.exec(`PRAGMA wal_autocheckpoint = ${LOG_PAGES}`)
    db.exec('PRAGMA foreign_keys = ON')
    if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
