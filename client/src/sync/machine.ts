/**
 * The whole life of one connection as a pure function: state × event -> next state + what is to be done. It knows no socket, no
 * clock and no document; `plan-connection.ts` runs it, `machine.test.ts` holds the complete table.
 *
 *   stopped -> asking -> connecting -> joining -> sending <-> synced          offline: the device says it has no network
 *                ^                       |           |          |             refused: the relay said no, for good
 *                +------- waiting <------+-----------+----------+
 *
 * Two decisions shape it. Before EVERY connection the relay is asked over HTTP what the link is worth now: whoever lost the right
 * to write while away must not find that out by a change that is thrown back. And `synced` is said only when the last barrier
 * came back as durable and nothing was changed since; for a reader, who sends nothing, when the relay's state has arrived.
 */
import { BARRIER_STATUS, closeMeaning, type BarrierStatus } from '@milepost/protocol'
import type { Refusal } from './refusal.ts'

/** Whether this link may change the plan. A reader's device sends nothing of the document, ever. */
export type Mode = 'write' | 'read'

export type Phase =
  | { readonly name: 'stopped' }
  | { readonly name: 'offline' }
  /** Asking over HTTP; `after` is the refusal that stands until there is an answer. */
  | { readonly name: 'asking'; readonly after: Refusal | null }
  | { readonly name: 'connecting'; readonly mode: Mode }
  /** The socket is open. `answered`: our state is on its way to the relay; `received`: the relay's is here. */
  | { readonly name: 'joining'; readonly mode: Mode; readonly answered: boolean; readonly received: boolean }
  /** A barrier is out. `dirty`: something was changed behind it. */
  | { readonly name: 'sending'; readonly received: boolean; readonly dirty: boolean }
  | { readonly name: 'synced'; readonly mode: Mode }
  | { readonly name: 'waiting' }
  | { readonly name: 'refused'; readonly refusal: Refusal }

export interface Connection {
  readonly phase: Phase
  /** Failures since the last success: the back-off grows with them. */
  readonly attempts: number
  /** Times the relay threw us out although it had just let us in. */
  readonly denials: number
  /** The number of the last barrier; they only grow, so an old answer is never taken for a new one. */
  readonly barrier: number
}

export type ConnectionEvent =
  | { readonly type: 'start' }
  | { readonly type: 'stop' }
  /** Links, token or the person's patience changed: begin anew. */
  | { readonly type: 'renew' }
  | { readonly type: 'deviceOnline' }
  | { readonly type: 'deviceOffline' }
  | { readonly type: 'shown' }
  | { readonly type: 'retryDue' }
  | { readonly type: 'admitted'; readonly mode: Mode }
  | { readonly type: 'denied'; readonly refusal: Refusal }
  | { readonly type: 'unreachable' }
  | { readonly type: 'opened' }
  | { readonly type: 'answered' }
  | { readonly type: 'received' }
  | { readonly type: 'changed' }
  | { readonly type: 'barrierAnswered'; readonly n: number; readonly status: BarrierStatus }
  /** Null where no code came: the network is gone, or our own watchdog cut a silent socket. */
  | { readonly type: 'closed'; readonly code: number | null }
  | { readonly type: 'otherEpoch' }
  | { readonly type: 'tooOld' }

export type Effect =
  | { readonly type: 'ask' }
  | { readonly type: 'connect'; readonly mode: Mode }
  | { readonly type: 'disconnect' }
  | { readonly type: 'sendBarrier'; readonly n: number }
  /** Everything that barrier `n` covers is on the relay's disk. */
  | { readonly type: 'confirm'; readonly n: number }
  | { readonly type: 'retryAfter'; readonly attempts: number }
  /** The device says it has no network; it may be wrong about a relay on the same machine. */
  | { readonly type: 'retryLater' }
  | { readonly type: 'cancelRetry' }

export interface Step {
  readonly next: Connection
  readonly effects: readonly Effect[]
}

export const STOPPED: Connection = { phase: { name: 'stopped' }, attempts: 0, denials: 0, barrier: 0 }

/** Let in and thrown out this often in a row, the relay means it. */
const MOST_DENIALS = 3

export function step(now: Connection, event: ConnectionEvent): Step {
  const { phase } = now
  switch (event.type) {
    case 'start':
      return phase.name === 'stopped' ? ask(now) : stay(now)
    case 'stop':
      return phase.name === 'stopped' ? stay(now) : to(STOPPED, { type: 'cancelRetry' }, { type: 'disconnect' })
    case 'renew':
      return phase.name === 'stopped' ? stay(now) : ask({ ...now, attempts: 0, denials: 0 }, { type: 'disconnect' })
    case 'deviceOffline':
      return phase.name === 'stopped' || phase.name === 'refused' || phase.name === 'offline'
        ? stay(now)
        : goOffline(now)
    case 'deviceOnline':
    case 'shown':
      return phase.name === 'offline' || phase.name === 'waiting' || phase.name === 'refused' ? ask(now) : stay(now)
    case 'retryDue':
      return phase.name === 'offline' || phase.name === 'waiting' ? ask(now) : stay(now)
    case 'admitted':
      if (phase.name !== 'asking') return stay(now)
      return to({ ...now, phase: { name: 'connecting', mode: event.mode } }, { type: 'connect', mode: event.mode })
    case 'denied':
      return phase.name === 'asking' ? to(refusedFor(now, event.refusal)) : stay(now)
    case 'unreachable':
      return phase.name === 'asking' ? waitAndRetry(now) : stay(now)
    case 'opened':
      if (phase.name !== 'connecting') return stay(now)
      return to({ ...now, phase: { name: 'joining', mode: phase.mode, answered: false, received: false } })
    case 'answered':
      return phase.name === 'joining' && phase.mode === 'write' ? sendBarrier(now, phase.received) : stay(now)
    case 'received':
      return received(now)
    case 'changed':
      return changed(now)
    case 'barrierAnswered':
      return phase.name === 'sending' && event.n === now.barrier ? barrierAnswered(now, phase, event.status) : stay(now)
    case 'closed':
      return isConnected(phase) ? closed(now, event.code) : stay(now)
    case 'otherEpoch':
    case 'tooOld':
      return isConnected(phase) ? to(refusedFor(now, event.type), { type: 'disconnect' }) : stay(now)
  }
}

function isConnected(phase: Phase): boolean {
  return phase.name === 'connecting' || phase.name === 'joining' || phase.name === 'sending' || phase.name === 'synced'
}

function received(now: Connection): Step {
  const { phase } = now
  if (phase.name === 'sending') return to({ ...now, phase: { ...phase, received: true } })
  if (phase.name !== 'joining') return stay(now)
  // Our own state was confirmed before theirs was here, or there is none to send.
  if (phase.mode === 'read' || phase.answered) return synced(now, phase.mode)
  return to({ ...now, phase: { ...phase, received: true } })
}

function changed(now: Connection): Step {
  const { phase } = now
  if (phase.name === 'sending') return phase.dirty ? stay(now) : to({ ...now, phase: { ...phase, dirty: true } })
  if (phase.name === 'synced' && phase.mode === 'write') return sendBarrier(now, true)
  if (phase.name === 'joining' && phase.mode === 'write' && phase.answered) return sendBarrier(now, phase.received)
  // Before that, the barrier that is still to come covers it.
  return stay(now)
}

function barrierAnswered(now: Connection, phase: Phase & { name: 'sending' }, status: BarrierStatus): Step {
  if (status === BARRIER_STATUS.full) return to(refusedFor(now, 'tooBig'), { type: 'disconnect' })
  if (status === BARRIER_STATUS.refused) return denied(now, 'notAllowed', { type: 'disconnect' })
  const confirm: Effect = { type: 'confirm', n: now.barrier }
  if (phase.dirty) return sendBarrier(now, phase.received, confirm)
  if (phase.received) return synced(now, 'write', confirm)
  return to({ ...now, phase: { name: 'joining', mode: 'write', answered: true, received: false } }, confirm)
}

function closed(now: Connection, code: number | null): Step {
  const meaning = code === null ? null : closeMeaning(code)
  switch (meaning?.name) {
    case 'unknownLink':
      return denied(now, 'unknown')
    case 'notAllowed':
    case 'noSuchPlan':
      return denied(now, meaning.name)
    case 'otherEpoch':
    case 'tooBig':
    case 'tooOld':
    case 'malformed':
      return to(refusedFor(now, meaning.name))
    default:
      return meaning?.permanent === true ? to(refusedFor(now, 'malformed')) : waitAndRetry(now)
  }
}

/** Thrown out. Asking tells why, and whether there is another way in; but not for ever. */
function denied(now: Connection, refusal: Refusal, ...first: readonly Effect[]): Step {
  const next = { ...now, denials: now.denials + 1 }
  if (next.denials > MOST_DENIALS) return to(refusedFor(next, refusal), ...first)
  return next.denials === 1 ? ask(next, ...first) : waitAndRetry(next, ...first)
}

function refusedFor(now: Connection, refusal: Refusal): Connection {
  return { ...now, phase: { name: 'refused', refusal }, attempts: 0, denials: 0 }
}

function ask(now: Connection, ...first: readonly Effect[]): Step {
  const after = now.phase.name === 'refused' ? now.phase.refusal : null
  return to({ ...now, phase: { name: 'asking', after } }, ...first, { type: 'cancelRetry' }, { type: 'ask' })
}

function waitAndRetry(now: Connection, ...first: readonly Effect[]): Step {
  const attempts = now.attempts + 1
  return to({ ...now, phase: { name: 'waiting' }, attempts }, ...first, { type: 'retryAfter', attempts })
}

function goOffline(now: Connection): Step {
  return to(
    { ...now, phase: { name: 'offline' } },
    { type: 'cancelRetry' },
    { type: 'disconnect' },
    { type: 'retryLater' },
  )
}

function sendBarrier(now: Connection, received: boolean, ...first: readonly Effect[]): Step {
  const n = now.barrier + 1
  return to({ ...now, phase: { name: 'sending', received, dirty: false }, barrier: n }, ...first, {
    type: 'sendBarrier',
    n,
  })
}

function synced(now: Connection, mode: Mode, ...effects: readonly Effect[]): Step {
  return to({ ...now, phase: { name: 'synced', mode }, attempts: 0, denials: 0 }, ...effects)
}

function stay(now: Connection): Step {
  return { next: now, effects: [] }
}

function to(next: Connection, ...effects: readonly Effect[]): Step {
  return { next, effects }
}

/** How long to wait after so many failures. The random half keeps a thousand clients from returning in one instant. */
export function retryDelay(attempts: number, random: () => number): number {
  const whole = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempts - 1))
  return whole / 2 + (random() * whole) / 2
}

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 15_000
/** For a device that says it is offline. */
export const OFFLINE_RETRY_MS = 30_000
