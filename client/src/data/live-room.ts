/**
 * LiveRoom: one document of an open plan, the plan itself or its discussion, with its log on disk and its connection. What may
 * be written there, and by whom, is decided above it (`live-plan.ts`); both documents are kept and sent in the one same way.
 *
 * Order matters and is written down here: the log listens before the connection (what a barrier covers must already be in its
 * piles), and nothing connects before the disk was read (a reader's socket must not take rows from the disk for new changes, and
 * nothing is said to be sent while what was not may still lie there).
 */
import { discussionRoomOf, LIMITS, roomOf, type PlanId, type RoomKind } from '@milepost/protocol'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Connection } from '../sync/machine.ts'
import { createPlanConnection, type PlanConnection } from '../sync/plan-connection.ts'
import { askRelay } from './ask-relay.ts'
import { createRelayApi } from './relay-api.ts'
import type { RelayClock } from './relay-clock.ts'
import type { StatusParts } from './status-of.ts'
import type { Database } from './storage/database.ts'
import type { DeviceRows } from './storage/device-rows.ts'
import type { LogStore } from './storage/log-store.ts'
import { FROM_STORAGE_UNSENT, openUpdateLog, type UpdateLog } from './storage/update-log.ts'
import type { WriteAhead } from './storage/write-ahead.ts'
import type { World } from './world.ts'

/** What every room of this device is made of. */
export interface RoomParts {
  readonly planId: PlanId
  readonly world: World
  readonly database: Database
  readonly store: LogStore
  readonly ahead: WriteAhead
  readonly rows: DeviceRows
  readonly clock: RelayClock
  readonly createToken: (relay: string) => string | null
  readonly newMark: () => string
  /** The document in memory is of the past: the one on disk is another. */
  readonly onReplaced: () => void
}

export interface LiveRoomOptions extends RoomParts {
  readonly kind: RoomKind
  readonly ydoc: Y.Doc
  readonly awareness: Awareness
  /** Whether a person may change this document now. */
  readonly mayChange: () => boolean
  /** Its disk is read after this. */
  readonly after?: Promise<void>
  readonly onConnection: (connection: Connection) => void
  /** Anything else that the status is made of has changed. */
  readonly onChange: () => void
}

export interface LiveRoom {
  readonly log: UpdateLog
  /** What this room has to say about the status; the rest is the plan's. */
  status(): Pick<StatusParts, 'connection' | 'kept' | 'waiting' | 'incomplete' | 'damage' | 'nearlyFull'>
  /** Connects, once the disk was read; where it did before, it begins anew. */
  connect(): void
  renew(): void
  /** Nothing would be lost by closing it now. */
  isAtRest(): boolean
  /** Lets go of disk and relay; the document stays readable for whoever still holds it. */
  stop(): void
}

export const LOCAL = 'local'
/** Bytes of another document that become this one's first content. */
export const COPIED = 'copied'
/** Where the tabs of one browser talk about a room. */
export const channelOf = (room: string) => `milepost:plan:${room}`
const WEIGH_EVERY_UPDATES = 500

export function createLiveRoom(options: LiveRoomOptions): LiveRoom {
  const { planId, kind, ydoc, world, rows, clock, onChange } = options
  const room = kind === 'plan' ? roomOf(planId) : discussionRoomOf(planId)
  const epochField = kind === 'plan' ? 'epoch' : 'discussionEpoch'
  const row = () => rows.plan(planId)
  const relay = row()?.relay ?? null
  let isMissing = false
  let isNearlyFull = false
  let hasSynced = false
  let isStopped = false

  // What never leaves this device does not wait for anybody.
  const isOwn = (transaction: Y.Transaction) =>
    relay !== LOCAL && ((transaction.local && options.mayChange()) || transaction.origin === COPIED)
  const log = openUpdateLog({
    room,
    ydoc,
    database: options.database,
    store: options.store,
    ahead: options.ahead,
    timers: world.timers,
    newMark: options.newMark,
    isOwn,
    ...(options.after === undefined ? {} : { after: options.after }),
    openChannel: (name, hear) => world.openChannel(channelOf(name), hear),
    withLock: world.withLock,
    onUnsentFound: () => connection?.confirmAgain(),
    onReplaced: options.onReplaced,
  })

  const connection: PlanConnection | null = relay === null || relay === LOCAL ? null : connect(relay)

  function connect(relay: string): PlanConnection {
    const api = createRelayApi(relay, world.fetch)
    return createPlanConnection({
      ydoc,
      awareness: options.awareness,
      room,
      relay,
      ask: async () => {
        const known = row()
        if (known === null) return { type: 'denied', refusal: 'unknown' }
        return askRelay(known, { kind, rows, api, createToken: options.createToken(relay) })
      },
      isOutgoing: (origin, transaction) => origin === FROM_STORAGE_UNSENT || isOwn(transaction),
      mark: log.mark,
      confirm: log.confirm,
      onChange: (now) => {
        hasSynced ||= now.phase.name === 'synced'
        options.onConnection(now)
      },
      onHello: ({ epoch, relayTime }) => {
        clock.hear(relayTime)
        if (row()?.[epochField] !== epoch) rows.patchPlan(planId, { [epochField]: epoch })
      },
      onMissing: (missing) => {
        isMissing = missing
        onChange()
      },
      page: world.page,
      timers: world.timers,
      random: world.random,
      WebSocket: world.WebSocket,
    })
  }

  async function connectOnceRead(): Promise<void> {
    await log.loaded
    if (isStopped) return
    // Each is for where the other does nothing: a connection that never began, and one that did.
    connection?.renew()
    connection?.start()
  }

  /** Weighing takes as long as writing the whole document, so it is done now and then. */
  let untilWeighed = 0
  function weigh(): void {
    untilWeighed -= 1
    if (untilWeighed > 0) return
    untilWeighed = WEIGH_EVERY_UPDATES
    const isFull = Y.encodeStateAsUpdate(ydoc).length > LIMITS.updateBytes * 0.9
    if (isFull === isNearlyFull) return
    isNearlyFull = isFull
    onChange()
  }

  ydoc.on('update', weigh)
  const offs = [
    log.state.subscribe(onChange),
    log.unsent.subscribe(onChange),
    log.damage.subscribe(onChange),
    world.page.subscribe((event) => {
      if (event === 'hidden' || event === 'leaving') void log.flush()
      if (event === 'shown') void log.refresh()
    }),
  ]

  return {
    log,
    status: () => ({
      connection: relay === LOCAL ? LOCAL : (connection?.current() ?? null),
      kept: log.state.get(),
      waiting: log.unsent.get().length,
      incomplete: isMissing,
      damage: hasSynced && log.damage.get() === 'copy' ? 'none' : log.damage.get(),
      nearlyFull: isNearlyFull,
    }),
    connect: () => void connectOnceRead(),
    renew: () => connection?.renew(),
    isAtRest: () => log.state.get() === 'kept' && connection?.current().phase.name !== 'sending',
    stop() {
      isStopped = true
      for (const off of offs) off()
      ydoc.off('update', weigh)
      connection?.stop()
      log.stop()
    },
  }
}
