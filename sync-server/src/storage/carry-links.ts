// Takes what one file says about links into an older copy of it: who was revoked or lowered since stays so, and a link
// made since still opens its plan.
import { existsSync } from 'node:fs'
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite'

/** Everything about a link but its numbers in this file, and how many changes it made. */
const COLUMNS = [
  'id', 'hash', 'right', 'side', 'role', 'name', 'role_id', 'person_id', 'made_by', 'created_at', 'expires_at',
  'used_at', 'last_seen_at', 'revoked_at', 'revoked_by', 'revoked_with',
] as const // prettier-ignore

/** How many links were made or changed since. */
export function carryLinks(from: string, to: string): number | 'unreadable' {
  if (!existsSync(from)) return 0
  const target = new DatabaseSync(to)
  let source: DatabaseSync | null = null
  try {
    source = new DatabaseSync(from, { readOnly: true })
    const grants = source.prepare(`SELECT p.id AS plan_id, g.* FROM grants g JOIN plans p ON p.n = g.plan`).all()
    target.exec('BEGIN IMMEDIATE')
    const carried = grants.reduce((sum, grant) => sum + (carry(target, grant) ? 1 : 0), 0)
    target.exec('COMMIT')
    return carried
  } catch {
    // All or nothing: half of the links would be neither the one state nor the other.
    if (target.isTransaction) target.exec('ROLLBACK')
    return 'unreadable'
  } finally {
    source?.close()
    target.close()
  }
}

function carry(target: DatabaseSync, grant: Record<string, SQLOutputValue>): boolean {
  const plan = target.prepare('SELECT n FROM plans WHERE id = ?').get(grant['plan_id'] ?? null)
  if (plan === undefined) return false
  const values = COLUMNS.map((column) => grant[column] ?? null)
  const known = target.prepare(`SELECT ${COLUMNS.join(', ')} FROM grants WHERE id = ?`).get(grant['id'] ?? null)
  const [id, ...rest] = values
  if (known === undefined) {
    const places = COLUMNS.map(() => '?').join(', ')
    target
      .prepare(`INSERT INTO grants (plan, ${COLUMNS.join(', ')}) VALUES (?, ${places})`)
      .run(plan['n'] ?? null, id ?? null, ...rest)
    return true
  }
  const changed = COLUMNS.some((column) => column !== 'hash' && (known[column] ?? null) !== (grant[column] ?? null))
  if (!changed) return false
  const sets = COLUMNS.slice(1)
    .map((column) => `${column} = ?`)
    .join(', ')
  target.prepare(`UPDATE grants SET ${sets} WHERE id = ?`).run(...rest, id ?? null)
  return true
}
