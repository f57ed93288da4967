/**
 * Asking the relay, before every connection: does it know the plan, and what are our links worth today? A plan that was made
 * here and that it does not know is made there first; that is also how a relay that lost its disk gets its plans back.
 *
 * Every kept link is asked, because any of them may have been raised, lowered, revoked or given back; the strongest is used.
 */
import { rightAtLeast, RIGHTS, type Right, type RoomKind } from '@milepost/protocol'
import type { Admission } from '../sync/plan-connection.ts'
import { REFUSALS } from './link-refusals.ts'
import type { LinkMe, RelayApi, RelayProblem } from './relay-api.ts'
import type { DeviceRows } from './storage/device-rows.ts'
import type { LinkRow, PlanRow } from './storage/rows.ts'

export interface AskRelayOptions {
  /** What is to be connected: one who may only comment reads the plan and writes in its discussion. */
  readonly kind: RoomKind
  readonly rows: DeviceRows
  readonly api: RelayApi
  readonly createToken: string | null
}

/** What is known of the relay's life of a plan, for one that begins anew. */
export const NEW_LIFE = { epoch: null, discussionEpoch: null } as const

export async function askRelay(row: PlanRow, options: AskRelayOptions): Promise<Admission> {
  const { rows } = options
  const before = strongestRight(rows.links(row.planId))
  const made = row.registered ? null : await makeThere(row, options)
  if (made !== null && made.type !== 'admitted') return refuse(row, rows, made)

  const answers = await askLinks(row, options)
  if (!answers.some(({ answer }) => typeof answer !== 'string')) {
    const isForgotten = row.made !== null && row.registered && answers.some(({ answer }) => answer === 'no-such-plan')
    if (!isForgotten) return refuse(row, rows, refusalOf(answers))
    // The relay lost it. Its next life of the plan has another epoch, and what we hold is what fills it.
    rows.patchPlan(row.planId, { registered: false, ...NEW_LIFE })
    return askRelay({ ...row, registered: false, ...NEW_LIFE }, options)
  }

  const link = strongestLink(rows.links(row.planId))
  if (link === null || link.right === null) return { type: 'unreachable' }
  // What is known by now: the plan and its discussion ask at the same time.
  const known = rows.plan(row.planId)
  const lowered = loweredFrom(before, link.right, known?.loweredFrom ?? null)
  rows.patchPlan(row.planId, { refusal: null, loweredFrom: lowered })
  const { capability, right } = link
  if (options.kind === 'plan') {
    const mode = rightAtLeast(right, 'edit') ? 'write' : 'read'
    return { type: 'admitted', mode, capability, epoch: known?.epoch ?? null }
  }
  if (!rightAtLeast(right, 'comment')) return { type: 'denied', refusal: 'notAllowed' }
  return { type: 'admitted', mode: 'write', capability, epoch: known?.discussionEpoch ?? null }
}

async function makeThere(row: PlanRow, { rows, api, createToken }: AskRelayOptions): Promise<Admission | null> {
  const [link] = rows
    .links(row.planId)
    .filter((each) => each.right === 'manage')
    .toSorted((a, b) => a.keptAt - b.keptAt)
  if (link === undefined || row.made === null) return null
  const { side, role, name } = row.made
  const body = { planId: row.planId, side, role, name, roleId: link.roleId, personId: link.personId }
  const answer = await api.createPlan(body, link.capability, createToken)
  switch (answer) {
    case 'plan-exists':
      return { type: 'denied', refusal: 'idTaken' }
    case 'create-token-needed':
      return { type: 'denied', refusal: 'createTokenNeeded' }
    case 'not-allowed':
      return { type: 'denied', refusal: 'notAllowed' }
    case 'bad-request':
    case 'bad-plan-id':
    case 'no-capability':
    case 'too-big':
      return { type: 'denied', refusal: 'malformed' }
    default:
      if (typeof answer === 'string') return { type: 'unreachable' }
      rows.patchPlan(row.planId, { registered: true })
      learn(rows, link, answer)
      return null
  }
}

interface Asked {
  readonly link: LinkRow
  readonly answer: LinkMe | RelayProblem
}

async function askLinks(row: PlanRow, { rows, api }: AskRelayOptions): Promise<readonly Asked[]> {
  const links = rows.links(row.planId)
  const asked = await Promise.all(
    links.map(async (link) => ({ link, answer: await api.me(row.planId, link.capability) })),
  )
  for (const { link, answer } of asked) learn(rows, link, answer)
  return asked
}

function learn(rows: DeviceRows, link: LinkRow, answer: LinkMe | RelayProblem): void {
  if (typeof answer === 'string') {
    const refusal = REFUSALS[answer]
    if (refusal !== undefined) rows.patchLink(link, { refusal })
    return
  }
  const { grantId, right, side, role, name, roleId, personId } = answer
  rows.patchLink(link, { grantId, right, side, role, name, roleId, personId, refusal: null })
}

function refusalOf(answers: readonly Asked[]): Admission {
  if (answers.length === 0) return { type: 'denied', refusal: 'unknown' }
  const refusals = answers.map(({ answer }) => (typeof answer === 'string' ? REFUSALS[answer] : undefined))
  // One link that could not be asked may still be good.
  if (refusals.includes(undefined)) return { type: 'unreachable' }
  const [first = 'unknown'] = answers
    .map(({ link }, at) => ({ rank: rankOf(link), refusal: refusals[at] ?? 'unknown' }))
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ refusal }) => refusal)
  return { type: 'denied', refusal: first }
}

function refuse(row: PlanRow, rows: DeviceRows, admission: Admission): Admission {
  if (admission.type === 'denied') rows.patchPlan(row.planId, { refusal: admission.refusal })
  return admission
}

/** The right somebody took away; it stands until it is back, or one to write in the plan. */
function loweredFrom(before: Right | null, now: Right, known: Right | null): Right | null {
  if (rightAtLeast(now, 'edit')) return null
  const had = [before, known]
    .filter((right) => right !== null)
    .toSorted((a, b) => RIGHTS.indexOf(b) - RIGHTS.indexOf(a))
  return had[0] === undefined || rightAtLeast(now, had[0]) ? null : had[0]
}

/** The link to use: the strongest that was not refused, the newest of equals. */
export function strongestLink(links: readonly LinkRow[]): LinkRow | null {
  const usable = links.filter((link) => link.refusal === null && link.right !== null)
  return usable.toSorted((a, b) => rankOf(b) - rankOf(a) || b.keptAt - a.keptAt)[0] ?? null
}

function strongestRight(links: readonly LinkRow[]): Right | null {
  return strongestLink(links)?.right ?? null
}

function rankOf({ right }: LinkRow): number {
  return right === null ? -1 : RIGHTS.indexOf(right)
}
