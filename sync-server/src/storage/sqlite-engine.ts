// Storage on one SQLite file, synchronous: this runs in a worker thread (`sqlite-worker.ts`) and nowhere else, because
// each commit waits for the disk. The work is done by its two halves: links (`sqlite-grants.ts`) and the log
// (`sqlite-rooms.ts`), over one connection (`sqlite-file.ts`).
import type { PlanId, RoomName } from '@milepost/protocol'
import type {
  Append,
  AppendOutcome,
  Author,
  Contribution,
  GrantChange,
  Link,
  NewGrant,
  NewPlan,
  PlanGrants,
  Replacement,
  Seen,
  Segment,
  StoredRoom,
} from './storage.ts'
import { SqliteFile, type SqliteOptions } from './sqlite-file.ts'
import { SqliteGrants } from './sqlite-grants.ts'
import { SqliteRooms, type DamagedSegments } from './sqlite-rooms.ts'
import { migrate } from './sqlite-schema.ts'

export type OpenProblem = 'newer' | 'foreign' | 'not-a-database' | 'not-writable'

export function isOpenProblem(opened: SqliteEngine | OpenProblem): opened is OpenProblem {
  return typeof opened === 'string'
}

export class SqliteEngine {
  readonly #file: SqliteFile
  readonly #grants: SqliteGrants
  readonly #rooms: SqliteRooms

  private constructor(file: SqliteFile) {
    this.#file = file
    this.#grants = new SqliteGrants(file)
    this.#rooms = new SqliteRooms(file)
  }

  static open(options: SqliteOptions): SqliteEngine | OpenProblem {
    let file: SqliteFile | null = null
    try {
      file = new SqliteFile(options)
      const outcome = migrate(file.db)
      if (outcome === 'ready') return new SqliteEngine(file)
      file.db.close()
      return outcome
    } catch (error) {
      file?.db.close()
      return isNotADatabase(error) ? 'not-a-database' : 'not-writable'
    }
  }

  createPlan(plan: NewPlan): { outcome: 'created' | 'same'; grant: Link } | 'taken' {
    return this.#grants.createPlan(plan)
  }

  findGrant(planId: PlanId, hash: Uint8Array): Link | 'no-such-plan' | 'unknown-link' {
    return this.#grants.findGrant(planId, hash)
  }

  grantsOf(planId: PlanId): PlanGrants | 'no-such-plan' {
    return this.#grants.grantsOf(planId)
  }

  addGrant(grant: NewGrant, version: number): 'added' | 'stale' {
    return this.#grants.addGrant(grant, version)
  }

  changeGrants(planId: PlanId, changes: readonly GrantChange[], version: number): 'changed' | 'stale' {
    return this.#grants.changeGrants(planId, changes, version)
  }

  markSeen(seen: readonly Seen[]): void {
    this.#grants.markSeen(seen)
  }

  readRoom(name: RoomName): StoredRoom | DamagedSegments | 'no-such-room' | 'damaged' {
    return this.#rooms.readRoom(name)
  }

  restoreSegment(name: RoomName, segment: Segment): void {
    this.#rooms.restoreSegment(name, segment)
  }

  append(batch: readonly Append[]): AppendOutcome[] {
    return this.#rooms.append(batch)
  }

  compact(name: RoomName, segment: Segment, replacement: Replacement): 'compacted' | 'changed' {
    return this.#rooms.compact(name, segment, replacement)
  }

  forgetReplaced(before: number): void {
    this.#rooms.forgetReplaced(before)
  }

  contributions(planId: PlanId, sinceDay: number): Contribution[] {
    return this.#grants.contributions(planId, sinceDay)
  }

  authors(planId: PlanId): Author[] {
    return this.#grants.authors(planId)
  }

  probe(): void {
    this.#file.run('INSERT INTO probe (id, at) VALUES (1, 0) ON CONFLICT (id) DO UPDATE SET at = at + 1')
  }

  /** What the promise to keep rests on. */
  settings(): { readonly journal: string; readonly synchronous: number; readonly logPages: number } {
    return {
      journal: String(this.#file.get('PRAGMA journal_mode')?.['journal_mode']),
      synchronous: Number(this.#file.get('PRAGMA synchronous')?.['synchronous']),
      logPages: Number(this.#file.get('PRAGMA wal_autocheckpoint')?.['wal_autocheckpoint']),
    }
  }

  checkpoint(): void {
    this.#file.checkpoint()
  }

  reopen(): void {
    this.#file.reopen()
  }

  close(): void {
    this.#file.close()
  }
}

function isNotADatabase(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode === 26 || error.errcode === 11)
}
