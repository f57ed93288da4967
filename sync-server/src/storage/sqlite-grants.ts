// The links of the plans, and what the relay saw of who wrote: the half of the SQLite engine that knows people.
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite'
import { discussionRoomOf, isRight, isSide, roomOf, type PlanId, type RoomKind } from '@milepost/protocol'
import {
  firstSlotOfDay,
  type Author,
  type Contribution,
  type Grant,
  type GrantChange,
  type Link,
  type NewGrant,
  type NewPlan,
  type PlanGrants,
  type Seen,
} from './storage.ts'
import type { Columns, SqliteFile } from './sqlite-file.ts'

const SELECT_LINK = 'SELECT g.*, p.id AS plan_id FROM grants g JOIN plans p ON p.n = g.plan'
/** Rooms are found by their names: they are the ones with an index. Counting reads the whole log of a plan. */
const SELECT_GRANT = `
  SELECT g.*, p.id AS plan_id, g.merged_edits + (
    SELECT count(*) FROM rooms r JOIN updates u ON u.room = r.n WHERE r.name IN (p.id, p.id || '.c') AND u.grant_n = g.n
  ) AS edits
  FROM grants g JOIN plans p ON p.n = g.plan`

export class SqliteGrants {
  readonly #file: SqliteFile

  constructor(file: SqliteFile) {
    this.#file = file
  }

  createPlan({ first, epochs }: NewPlan): { outcome: 'created' | 'same'; grant: Link } | 'taken' {
    return this.#file.transaction(() => {
      const known = this.#file.planNumber(first.planId)
      if (known !== null) {
        const grant = this.#linkBy('g.plan = ? AND g.hash = ?', known, first.hash)
        return grant !== null && grant.madeBy === null ? { outcome: 'same', grant } : 'taken'
      }
      this.#file.run('INSERT INTO plans (id, created_at) VALUES (?, ?)', first.planId, first.createdAt)
      const plan = this.#file.planNumber(first.planId) ?? 0
      const insert = 'INSERT INTO rooms (name, plan, kind, epoch) VALUES (?, ?, ?, ?)'
      this.#file.run(insert, roomOf(first.planId), plan, 'plan', epochs.plan)
      this.#file.run(insert, discussionRoomOf(first.planId), plan, 'discussion', epochs.discussion)
      this.#insertGrant(plan, first)
      const grant = this.#linkBy('g.id = ?', first.id)
      if (grant === null) throw new Error('a grant just written is gone')
      return { outcome: 'created', grant }
    })
  }

  findGrant(planId: PlanId, hash: Uint8Array): Link | 'no-such-plan' | 'unknown-link' {
    const plan = this.#file.planNumber(planId)
    if (plan === null) return 'no-such-plan'
    return this.#linkBy('g.plan = ? AND g.hash = ?', plan, hash) ?? 'unknown-link'
  }

  grantsOf(planId: PlanId): PlanGrants | 'no-such-plan' {
    const plan = this.#file.get('SELECT n, grants_version FROM plans WHERE id = ?', planId)
    if (!plan) return 'no-such-plan'
    const grants = this.#file
      .all(`${SELECT_GRANT} WHERE g.plan = ? ORDER BY g.n`, Number(plan['n']))
      .map(columnsToGrant)
    return { version: Number(plan['grants_version']), grants }
  }

  addGrant(grant: NewGrant, version: number): 'added' | 'stale' {
    return this.#file.transaction(() => {
      if (!this.#raiseVersion(grant.planId, version)) return 'stale'
      this.#insertGrant(this.#file.planNumber(grant.planId) ?? 0, grant)
      return 'added'
    })
  }

  changeGrants(planId: PlanId, changes: readonly GrantChange[], version: number): 'changed' | 'stale' {
    return this.#file.transaction(() => {
      if (!this.#raiseVersion(planId, version)) return 'stale'
      const sql = 'UPDATE grants SET right = ?, revoked_at = ?, revoked_by = ?, revoked_with = ? WHERE id = ?'
      for (const one of changes) this.#file.run(sql, one.right, one.revokedAt, one.revokedBy, one.revokedWith, one.id)
      return 'changed'
    })
  }

  markSeen(seen: readonly Seen[]): void {
    this.#file.transaction(() => {
      const sql = 'UPDATE grants SET last_seen_at = ?, used_at = coalesce(used_at, ?) WHERE id = ?'
      for (const { grantId, at } of seen) this.#file.run(sql, at, at, grantId)
    })
  }

  contributions(planId: PlanId, sinceDay: number): Contribution[] {
    return this.#file
      .all(
        `SELECT g.id, c.slot / ${firstSlotOfDay(1)} AS day, count(*) AS slots
       FROM contributions c JOIN grants g ON g.n = c.grant_n JOIN plans p ON p.n = g.plan
       WHERE p.id = ? AND c.slot >= ? GROUP BY g.n, day ORDER BY day, g.id`,
        planId,
        firstSlotOfDay(sinceDay),
      )
      .map((row) => ({ grantId: String(row['id']), day: Number(row['day']), slots: Number(row['slots']) }))
  }

  authors(planId: PlanId): Author[] {
    return this.#file
      .all(
        `SELECT a.client_id, g.id, r.kind FROM authors a JOIN rooms r ON r.n = a.room
       JOIN plans p ON p.n = r.plan JOIN grants g ON g.n = a.grant_n WHERE p.id = ? ORDER BY r.n, a.client_id`,
        planId,
      )
      .map((row) => ({ clientId: Number(row['client_id']), grantId: String(row['id']), room: row['kind'] as RoomKind }))
  }

  #insertGrant(plan: number, grant: NewGrant): void {
    const { id, hash, right, side, role, name, roleId, personId, madeBy, createdAt, expiresAt } = grant
    this.#file.run(
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
    return this.#file.run(sql, planId, version) === 1
  }

  #linkBy(condition: string, ...values: SQLInputValue[]): Link | null {
    const row = this.#file.get(`${SELECT_LINK} WHERE ${condition}`, ...values)
    return row ? columnsToLink(row) : null
  }
}

function columnsToGrant(row: Columns): Grant {
  return { ...columnsToLink(row), edits: Number(row['edits']) }
}

function columnsToLink(row: Columns): Link {
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
  }
}

function textOrNull(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function numberOrNull(value: SQLOutputValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}
