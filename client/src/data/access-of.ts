/** What the kept links allow, as one Access value. */
import { rightAtLeast } from '@milepost/protocol'
import type { Refusal } from '../sync/refusal.ts'
import type { Access } from './access.ts'
import { strongestLink } from './ask-relay.ts'
import type { LoadState } from './plan-session.ts'
import type { LinkRow, PlanRow } from './storage/rows.ts'

/** Changes made under these could never reach anybody. The others pass: what is changed meanwhile is kept and sent later. */
const SHUTS_THE_GATE: ReadonlySet<Refusal> = new Set([
  'revoked',
  'expired',
  'unknown',
  'notAllowed',
  'noSuchPlan',
  'otherEpoch',
  'tooOld',
])

export function accessOf(row: PlanRow | null, links: readonly LinkRow[], loaded: LoadState): Access {
  const newest = links.toSorted((a, b) => b.keptAt - a.keptAt)[0] ?? null
  // A link that was refused still says whose it was, for the page that explains it.
  const link = strongestLink(links) ?? links.find((each) => each.right !== null) ?? newest
  const known = link?.right ?? null
  const right = known ?? 'view'
  const refusal = row?.refusal ?? null
  const isShut = row === null || (refusal !== null && SHUTS_THE_GATE.has(refusal))
  return {
    right,
    side: link?.side ?? null,
    role: link?.role ?? '',
    name: link?.name ?? '',
    grantId: link?.grantId ?? null,
    roleId: link?.roleId ?? null,
    personId: link?.personId ?? null,
    known: known !== null,
    canEdit: known !== null && rightAtLeast(known, 'edit') && !isShut && loaded === 'loaded',
    canComment: known !== null && rightAtLeast(known, 'comment') && !isShut && loaded === 'loaded',
    refusedLink: link === newest ? null : (newest?.refusal ?? null),
    loweredFrom: row?.loweredFrom ?? null,
  }
}
