/** One SyncStatus from what the disk, the socket and the relay say. The only place that decides which word a person reads. */
import type { Connection } from '../sync/machine.ts'
import type { KeptState, Refusal, RelayState, SyncStatus } from './sync-status.ts'
import type { Damage } from './storage/update-log.ts'

export interface StatusParts extends Omit<SyncStatus, 'relay' | 'refusal'> {
  /** 'local': a plan that never leaves this device. Null: there is no way to any relay, because nothing of the plan is known. */
  readonly connection: Connection | 'local' | null
  /** What the relay said last; it stands until the relay says something else, also offline. */
  readonly refusal: Refusal | null
}

export function statusOf({ connection, refusal, ...rest }: StatusParts): SyncStatus {
  const relay = relayStateOf(connection, rest.waiting, refusal)
  return { ...rest, relay, refusal: relay === 'refused' ? (refusalOf(connection) ?? refusal ?? 'notAllowed') : null }
}

function refusalOf(connection: StatusParts['connection']): Refusal | null {
  if (connection === null || connection === 'local') return null
  const { phase } = connection
  if (phase.name === 'refused') return phase.refusal
  return phase.name === 'asking' ? phase.after : null
}

function relayStateOf(connection: StatusParts['connection'], waiting: number, refusal: Refusal | null): RelayState {
  if (connection === 'local') return 'local'
  if (connection === null) return 'refused'
  const { phase, attempts } = connection
  switch (phase.name) {
    case 'refused':
      return 'refused'
    case 'stopped':
    case 'asking':
    case 'connecting':
      if (refusal !== null || refusalOf(connection) !== null) return 'refused'
      // Trying again after a failure is not news.
      return attempts > 0 ? 'offline' : 'connecting'
    case 'offline':
    case 'waiting':
      return refusal === null ? 'offline' : 'refused'
    case 'joining':
      return 'connecting'
    case 'sending':
      return 'sending'
    case 'synced':
      if (waiting === 0) return 'synced'
      // Changed while one still might: a reader's link cannot send it.
      return phase.mode === 'read' ? 'refused' : 'sending'
  }
}

/**
 * A plan is two documents, and a person reads one status: the worse of both. Where the discussion is none of theirs (`isTalking`
 * is false) it says nothing, unless something of it was left unsent. `waiting` is the sum; whoever knows better replaces it.
 */
export function joinStatus(plan: SyncStatus, talk: SyncStatus, isTalking: boolean): SyncStatus {
  const both = {
    ...plan,
    kept: worse(KEPT, plan.kept, talk.kept),
    waiting: plan.waiting + talk.waiting,
    incomplete: plan.incomplete || talk.incomplete,
    damage: worse(DAMAGE, plan.damage, talk.damage),
    nearlyFull: plan.nearlyFull || talk.nearlyFull,
  }
  if (plan.relay === 'refused' || plan.relay === 'local') return both
  const isShut = !isTalking || talk.relay === 'refused'
  if (isShut && talk.waiting > 0) return { ...both, relay: 'refused', refusal: talk.refusal ?? 'notAllowed' }
  return isShut ? both : { ...both, relay: worse(RELAY, plan.relay, talk.relay) }
}

/** From good to bad. */
const KEPT: readonly KeptState[] = ['kept', 'keeping', 'notKept', 'memoryOnly']
const DAMAGE: readonly Damage[] = ['none', 'copy', 'changes']
const RELAY: readonly RelayState[] = ['local', 'synced', 'sending', 'connecting', 'offline', 'refused']

function worse<T>(order: readonly T[], a: T, b: T): T {
  return order.indexOf(a) > order.indexOf(b) ? a : b
}
