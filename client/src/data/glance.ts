/**
 * Glance: a plan seen by its link alone, in memory and for reading, while the device is not opened yet. A page that only reads
 * shows something before this browser's storage was even fetched; what the device keeps takes over from it (`open-reading.ts`).
 * The connection is the one of every open plan (`sync/plan-connection.ts`), in its reading mode: nothing ever leaves.
 */
import { openPlanDoc } from '@milepost/plan'
import { roomOf, type PlanLink } from '@milepost/protocol'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createPlanConnection, type Admission } from '../sync/plan-connection.ts'
import type { Refusal } from '../sync/refusal.ts'
import type { Access } from './access.ts'
import { REFUSALS } from './link-refusals.ts'
import type { LoadState, PlanSession } from './plan-session.ts'
import { cell, isShallowEqual } from './readable.ts'
import { createRelayApi, type LinkMe } from './relay-api.ts'
import { createRelayClock } from './relay-clock.ts'
import { statusOf } from './status-of.ts'
import type { SyncStatus } from './sync-status.ts'
import type { World } from './world.ts'
import { guardWrites } from './write-guard.ts'

/** What a page that only reads needs of an open plan. */
export interface PlanReading extends Pick<PlanSession, 'planId' | 'doc' | 'access' | 'status' | 'loaded' | 'retry'> {
  /** The time, by the relay's clock where this device's own is far off. */
  now(): number
}

export interface Glance extends PlanReading {
  stop(): void
}

const NOBODY_YET: Access = {
  right: 'view',
  side: null,
  role: '',
  name: '',
  grantId: null,
  roleId: null,
  personId: null,
  known: false,
  canEdit: false,
  canComment: false,
  refusedLink: null,
  loweredFrom: null,
}

export function openGlance(link: PlanLink, world: World): Glance {
  const { planId, origin, capability } = link
  const ydoc = new Y.Doc({ gc: true })
  guardWrites(ydoc, () => false)
  const doc = openPlanDoc(ydoc, { mayChange: () => false })
  const awareness = new Awareness(ydoc)
  // Who only looks on is not shown to the others.
  awareness.setLocalState(null)
  const api = createRelayApi(origin, world.fetch)
  const clock = createRelayClock(world.now)
  const access = cell<Access>(NOBODY_YET, isShallowEqual)
  const loaded = cell<LoadState>('empty')
  let refusal: Refusal | null = null
  let lastSyncedAt: number | null = null
  let isMissing = false

  const connection = createPlanConnection({
    ydoc,
    awareness,
    room: roomOf(planId),
    relay: origin,
    ask,
    isOutgoing: () => false,
    mark: () => null,
    confirm: () => {},
    onChange: tell,
    onHello: ({ relayTime }) => clock.hear(relayTime),
    onMissing(missing) {
      isMissing = missing
      tell()
    },
    page: world.page,
    timers: world.timers,
    random: world.random,
    WebSocket: world.WebSocket,
  })
  const status = cell<SyncStatus>(currentStatus(), isShallowEqual)

  async function ask(): Promise<Admission> {
    const answer = await api.me(planId, capability)
    if (typeof answer !== 'string') {
      refusal = null
      access.set({ ...NOBODY_YET, ...whoseOf(answer), known: true })
      return { type: 'admitted', mode: 'read', capability, epoch: null }
    }
    const refused = REFUSALS[answer]
    if (refused === undefined) return { type: 'unreachable' }
    refusal = refused
    return { type: 'denied', refusal: refused }
  }

  function currentStatus(): SyncStatus {
    const phase = connection.current().phase.name
    if (phase === 'synced') lastSyncedAt = world.now()
    return statusOf({
      connection: connection.current(),
      kept: 'memoryOnly',
      waiting: 0,
      refusal,
      lastSyncedAt,
      clockOff: clock.isOff.get(),
      incomplete: isMissing,
      damage: 'none',
      nearlyFull: false,
    })
  }

  function tell(): void {
    status.set(currentStatus())
  }

  ydoc.on('update', () => {
    if (ydoc.store.clients.size > 0) loaded.set('loaded')
  })
  connection.start()

  return {
    planId,
    doc,
    access,
    status,
    loaded,
    now: clock.now,
    retry: () => connection.renew(),
    stop() {
      connection.stop()
      awareness.destroy()
    },
  }
}

function whoseOf({ grantId, side, role, name, roleId, personId }: LinkMe): Partial<Access> {
  return { grantId, side, role, name, roleId, personId }
}
