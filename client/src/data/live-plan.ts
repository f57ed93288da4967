/**
 * LivePlan: one open document and everything that hangs on it: its log on disk, its connection, what may be done with it, and the
 * words for its state. One per plan and tab, whoever looks at it; `plan-shelf.ts` counts the lookers.
 *
 * Order matters and is written down once, in `createLivePlan`: the guard stands before anybody can write, the log listens before
 * the connection (what a barrier covers must already be in its piles), and nothing connects before the disk was read (a reader's
 * socket must not take rows from the disk for new changes).
 */
import { openPlanDoc, parseId, planUndo, setPresence, watchPlan, type PlanDoc, type PlanUndo } from '@milepost/plan'
import { LIMITS, roomOf, type PlanId } from '@milepost/protocol'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Connection } from '../sync/machine.ts'
import { createPlanConnection, type PlanConnection } from '../sync/plan-connection.ts'
import { accessOf } from './access-of.ts'
import type { Access } from './access.ts'
import { askRelay, strongestLink } from './ask-relay.ts'
import type { LoadState } from './plan-session.ts'
import { cell, isShallowEqual, type Readable } from './readable.ts'
import { createRelayApi } from './relay-api.ts'
import type { RelayClock } from './relay-clock.ts'
import { statusOf } from './status-of.ts'
import type { Database } from './storage/database.ts'
import type { DeviceRows } from './storage/device-rows.ts'
import type { LogStore } from './storage/log-store.ts'
import { FROM_STORAGE_UNSENT, openUpdateLog, type UpdateLog } from './storage/update-log.ts'
import type { WriteAhead } from './storage/write-ahead.ts'
import { summaryFieldsOf } from './summary-of.ts'
import type { SyncStatus } from './sync-status.ts'
import type { World } from './world.ts'
import { guardWrites } from './write-guard.ts'

export interface LivePlan {
  readonly planId: PlanId
  readonly doc: PlanDoc
  readonly undo: PlanUndo
  readonly awareness: Awareness
  readonly log: UpdateLog
  readonly access: Readable<Access>
  readonly status: Readable<SyncStatus>
  readonly loaded: Readable<LoadState>
  readonly ended: Readable<boolean>
  /** The first content of a plan that is made here, as bytes of a document of its own: nothing of it can be undone. */
  fill(content: Uint8Array): void
  retry(): void
  /** Nothing would be lost by closing it now. */
  isAtRest(): boolean
  /** Lets go of disk and relay; the document stays readable for whoever still holds it. */
  stop(): void
  /** Tells its holders that this document is of the past. */
  end(): void
}

export interface LivePlanOptions {
  readonly planId: PlanId
  readonly world: World
  readonly database: Database
  readonly store: LogStore
  readonly ahead: WriteAhead
  readonly rows: DeviceRows
  readonly clock: RelayClock
  readonly createToken: (relay: string) => string | null
  readonly newMark: () => string
  /** This live plan is of the past: the document on disk is another one, or this one must go on as somebody else. */
  readonly onReplaced: () => void
}

export const LOCAL = 'local'
/** Where the tabs of one browser talk about a plan. */
export const channelOf = (room: string) => `milepost:plan:${room}`
/** Bytes of another document that become this one's first content. */
const COPIED = 'copied'
const WEIGH_EVERY_UPDATES = 500
/** How old the day of the last sync on disk may be. */
const SYNCED_AT_GRAIN_MS = 60_000

export function createLivePlan(options: LivePlanOptions): LivePlan {
  const { planId, world, rows, clock } = options
  const ydoc = new Y.Doc()
  const row = () => rows.plan(planId)
  const relay = row()?.relay ?? null

  const loaded = cell<LoadState>('loading')
  const ended = cell(false)
  const access = cell<Access>(accessOf(row(), rows.links(planId), 'loading'), isShallowEqual)
  let isStopped = false
  let isMissing = false
  let isNearlyFull = false
  let writingLink = strongestLink(rows.links(planId))?.capability ?? null
  const mayChange = () => access.get().canEdit && !isStopped

  guardWrites(ydoc, mayChange)
  const doc = openPlanDoc(ydoc, { now: clock.now, mayChange })
  const undo = planUndo(doc)
  const awareness = new Awareness(ydoc)

  // What never leaves this device does not wait for anybody.
  const isOwn = (transaction: Y.Transaction) =>
    relay !== LOCAL && ((transaction.local && mayChange()) || transaction.origin === COPIED)
  const log = openUpdateLog({
    room: planId,
    ydoc,
    database: options.database,
    store: options.store,
    ahead: options.ahead,
    timers: world.timers,
    newMark: options.newMark,
    isOwn,
    openChannel: (room, hear) => world.openChannel(channelOf(room), hear),
    withLock: world.withLock,
    onUnsentFound: () => connection?.confirmAgain(),
    onReplaced: options.onReplaced,
  })

  const connection: PlanConnection | null = relay === null || relay === LOCAL ? null : connect(relay)

  function connect(relay: string): PlanConnection {
    const api = createRelayApi(relay, world.fetch)
    return createPlanConnection({
      ydoc,
      awareness,
      room: roomOf(planId),
      relay,
      ask: async () => {
        const known = row()
        if (known === null) return { type: 'denied', refusal: 'unknown' }
        return askRelay(known, { rows, api, createToken: options.createToken(relay) })
      },
      isOutgoing: (origin, transaction) => origin === FROM_STORAGE_UNSENT || isOwn(transaction),
      mark: log.mark,
      confirm: log.confirm,
      onChange: onConnection,
      onHello: ({ epoch, relayTime }) => {
        clock.hear(relayTime)
        if (row()?.epoch !== epoch) rows.patchPlan(planId, { epoch })
      },
      onMissing: (missing) => {
        isMissing = missing
        tell()
      },
      page: world.page,
      timers: world.timers,
      random: world.random,
      WebSocket: world.WebSocket,
    })
  }

  let hasSynced = false
  let lastSyncedAt = row()?.lastSyncedAt ?? null
  const status = cell<SyncStatus>(currentStatus(), isShallowEqual)

  function currentStatus(): SyncStatus {
    return statusOf({
      connection: relay === LOCAL ? LOCAL : (connection?.current() ?? null),
      kept: log.state.get(),
      waiting: log.unsent.get().length,
      refusal: row() === null ? 'unknown' : (row()?.refusal ?? null),
      lastSyncedAt,
      clockOff: clock.isOff.get(),
      incomplete: isMissing,
      damage: hasSynced && log.damage.get() === 'copy' ? 'none' : log.damage.get(),
      nearlyFull: isNearlyFull,
    })
  }

  function onConnection({ phase }: Connection): void {
    if (phase.name === 'synced') {
      hasSynced = true
      lastSyncedAt = world.now()
      const known = row()?.lastSyncedAt ?? 0
      if (lastSyncedAt - known > SYNCED_AT_GRAIN_MS) rows.patchPlan(planId, { lastSyncedAt })
    }
    const refusal = row()?.refusal ?? null
    if (phase.name === 'refused' && refusal !== phase.refusal) rows.patchPlan(planId, { refusal: phase.refusal })
    if (phase.name === 'synced' && refusal !== null) rows.patchPlan(planId, { refusal: null })
    tell()
  }

  /** Everything that people read follows from here, after anything happened. */
  function tell(): void {
    if (isStopped) return
    // Opened before anything of it was known; now a link is here.
    if (relay === null && row() !== null) return options.onReplaced()
    const links = rows.links(planId)
    const next = accessOf(row(), links, loaded.get())
    // Before the gate opens: whoever writes at once must already have a name.
    introduce(next)
    access.set(next)
    const link = strongestLink(links)?.capability ?? writingLink
    if (writingLink !== null && link !== writingLink) void writeAsSomebodyElse()
    writingLink = link
    status.set(currentStatus())
  }

  /** A document's number belongs to the link that first wrote with it; another link writes in a document of its own. */
  async function writeAsSomebodyElse(): Promise<void> {
    if (Y.getState(ydoc.store, ydoc.clientID) === 0) return
    await log.flush()
    if (!isStopped && log.state.get() === 'kept') options.onReplaced()
  }

  /** Who I am to the others in this plan; where I am is the screen's to say. */
  function introduce({ side, name, role, personId, grantId }: Access): void {
    if (side === null) return
    const me = { side, name, role, personId: personId === null ? null : parseId<'person'>(personId) }
    const shown = JSON.stringify([me, grantId])
    if (shown === shownAs) return
    shownAs = shown
    openPlanDoc(ydoc, { writer: { side, name, personId: me.personId, grantId } })
    setPresence(awareness, { ...me, at: null, caret: null })
  }
  let shownAs = ''

  /** Weighing takes as long as writing the whole document, so it is done now and then. */
  let untilWeighed = 0
  function weigh(): void {
    untilWeighed -= 1
    if (untilWeighed > 0) return
    untilWeighed = WEIGH_EVERY_UPDATES
    const isFull = Y.encodeStateAsUpdate(ydoc).length > LIMITS.updateBytes * 0.9
    if (isFull === isNearlyFull) return
    isNearlyFull = isFull
    tell()
  }

  function noteContent(): void {
    weigh()
    if (loaded.get() === 'loaded' || ydoc.store.clients.size === 0) return
    loaded.set('loaded')
    tell()
  }

  const offs = [
    log.state.subscribe(tell),
    log.unsent.subscribe(tell),
    log.damage.subscribe(tell),
    clock.isOff.subscribe(tell),
    rows.subscribe(tell),
    watchPlan(doc, (plan) => {
      const known = row()
      const fields = summaryFieldsOf(plan)
      if (plan.planId === null || known === null) return
      const isSame = fields.title === known.title && fields.buyer === known.buyer && fields.seller === known.seller
      if (!isSame || fields.goLive !== known.goLive) rows.patchPlan(planId, fields)
    }),
    world.page.subscribe((event) => {
      if (event === 'hidden' || event === 'leaving') void log.flush()
      if (event === 'shown') void log.refresh()
    }),
  ]
  ydoc.on('update', noteContent)
  void start()

  async function start(): Promise<void> {
    await log.loaded
    if (isStopped) return
    loaded.set(ydoc.store.clients.size === 0 ? 'empty' : 'loaded')
    tell()
    connection?.start()
  }

  return {
    planId,
    doc,
    undo,
    awareness,
    log,
    access,
    status,
    loaded,
    ended,
    fill(content) {
      log.asCreation(() => Y.applyUpdate(ydoc, content, COPIED))
    },
    retry: () => connection?.renew(),
    isAtRest: () => log.state.get() === 'kept' && connection?.current().phase.name !== 'sending',
    stop() {
      if (isStopped) return
      isStopped = true
      access.set({ ...access.get(), canEdit: false })
      for (const off of offs) off()
      ydoc.off('update', noteContent)
      connection?.stop()
      log.stop()
      undo.destroy()
      awareness.destroy()
    },
    end: () => ended.set(true),
  }
}
