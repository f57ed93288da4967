/**
 * What others changed while nobody looked at the plan on this device. Looking means: the page shows the plan, and what arrives
 * arrives live. Then the document as it is counts as seen and is kept, a while after each change and when the page is left.
 * Everything else (the page hidden, the app closed, the relay out of reach) is being away; what came meanwhile is found by
 * holding the document against what was seen, and stays unread until somebody says that they read it.
 *
 * One's own changes made out of the relay's reach are put into what was seen one by one, so that they are no news later:
 * where letters were only taken away, nobody could tell whose work that was.
 */
import { changesSince, openPlanDoc, type ChangeBy, type PlanDoc, type WriterEntry } from '@milepost/plan'
import { roomOf } from '@milepost/protocol'
import * as Y from 'yjs'
import type { Access } from './access.ts'
import type { RoomParts } from './live-room.ts'
import { cell, type Readable } from './readable.ts'
import { owned } from './storage/merge-updates.ts'
import type { SeenRow } from './storage/rows.ts'
import { createSeenStore } from './storage/seen-store.ts'
import type { SyncStatus } from './sync-status.ts'

export interface Away {
  /** When somebody last looked while the relay was there: what came after that was not seen. */
  readonly since: number
  /** The plan as it was then. */
  readonly before: PlanDoc
  readonly changes: readonly ChangeBy[]
}

export interface AwayKeeper {
  /** Null where everything was seen. */
  readonly unread: Readable<Away | null>
  /**
   * When somebody had looked last in the relay's reach, before they look now: for what is not in the plan itself. Another
   * object for each look.
   */
  readonly lastLook: Readable<{ readonly at: number } | null>
  /** Somebody looks at the plan until the answer is called. */
  look(isVisible: boolean): () => void
  markRead(): Promise<void>
  /** Keeps now what is to be kept. */
  flush(): Promise<void>
  stop(): void
}

export interface AwayKeeperOptions extends Pick<RoomParts, 'planId' | 'world' | 'database' | 'rows'> {
  readonly doc: PlanDoc
  readonly access: Readable<Access>
  readonly status: Readable<SyncStatus>
  /** The disk was read: before that, the document is not what this device has. */
  readonly loaded: Promise<void>
}

/** After the last change, as long as nothing more comes: not at every letter. */
const QUIET_MS = 2_000

export function createAwayKeeper(options: AwayKeeperOptions): AwayKeeper {
  const { planId, doc, world, rows, access, status } = options
  const { ydoc } = doc
  const room = roomOf(planId)
  const store = createSeenStore(options.database)
  const unread = cell<Away | null>(null)
  const lastLook = cell<{ readonly at: number } | null>(null)
  const channel = world.openChannel(`milepost:seen:${room}`, () => inTurn(show))

  let lookers = 0
  let isVisible = false
  /** What arrives is seen as it arrives. */
  let isLive = false
  let isStopped = false
  /** Made here since what was seen was kept. */
  let own: Uint8Array[] = []
  let isDirty = false
  let cancelSave = () => {}
  let turn: Promise<void> = options.loaded

  const isLooking = () => lookers > 0 && isVisible && !isStopped

  /** One after the other: each reads what the one before has written. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    turn = turn.then(() => (isStopped ? undefined : work())).catch(() => {})
    return turn
  }

  function isOwn(clientId: number, writer: WriterEntry | null): boolean {
    if (clientId === ydoc.clientID) return true
    if (writer === null) return false
    const { grantId, side, name } = writer
    if (grantId !== null) return rows.links(planId).some((link) => link.grantId === grantId)
    // Written before this device's link had a number.
    return side === access.get().side && name === access.get().name
  }

  /** What came since somebody last looked is unread from now on, and what is here now was looked at. */
  async function catchUp(): Promise<void> {
    const made = own
    own = []
    isDirty = false
    let lookedAt: number | null = null
    const row = await store.update(room, (row) => {
      lookedAt = row?.at ?? null
      // The first look begins when the plan is known to be whole.
      if (row === null) return isLive ? blank() : null
      const seen = made.length === 0 ? row.bytes : withUpdates(row.bytes, made)
      const places = changesSince(planOf(seen), doc, isOwn).map(placeKey)
      const since = row.places.length === 0 ? row.at : row.since
      const read = row.read ?? (places.length === 0 ? null : seen)
      return {
        ...row,
        at: isLive ? world.now() : row.at,
        bytes: bytesNow(),
        since,
        read,
        places: [...new Set([...row.places, ...places])],
      }
    })
    publish(row)
    if (lookedAt !== null && !isStopped) lastLook.set({ at: lookedAt })
    channel.send('rows')
  }

  async function show(): Promise<void> {
    publish(await store.update(room, () => null))
  }

  function publish(row: SeenRow | null): void {
    if (isStopped) return
    if (row === null || row.read === null || row.places.length === 0) return unread.set(null)
    const before = planOf(row.read)
    const places = new Set(row.places)
    const changes = changesSince(before, doc, isOwn).filter((change) => places.has(placeKey(change)))
    unread.set(changes.length === 0 ? null : { since: row.since, before, changes })
  }

  function blank(): SeenRow {
    return { room, at: world.now(), bytes: bytesNow(), since: 0, read: null, places: [] }
  }

  function bytesNow(): Uint8Array<ArrayBuffer> {
    return owned(Y.encodeStateAsUpdate(ydoc))
  }

  function save(): void {
    cancelSave()
    if (!isDirty) return
    isDirty = false
    const made = own
    own = []
    const bytes = isLive ? bytesNow() : null
    void inTurn(async () => {
      await store.update(room, (row) => {
        if (row === null) return bytes === null ? null : { ...blank(), bytes }
        // Whoever looks out of the relay's reach sees what the device kept, and nothing of what the others do meanwhile.
        if (bytes === null) return { ...row, bytes: withUpdates(row.bytes, made) }
        return { ...row, at: world.now(), bytes }
      })
    })
  }

  function onUpdate(update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction): void {
    if (!isLooking()) return
    if (local && !isLive) own.push(update)
    if (!local && !isLive) return
    isDirty = true
    cancelSave()
    cancelSave = world.timers.after(QUIET_MS, save)
  }

  function onStatus(): void {
    const { relay } = status.get()
    if (relay === 'synced' && !isLive) {
      // What was made out of reach is in the document that is seen from now on.
      isLive = true
      if (isLooking()) void inTurn(catchUp)
    } else if (relay !== 'synced' && relay !== 'sending' && isLive) {
      save()
      isLive = false
    }
  }

  ydoc.on('update', onUpdate)
  const offs = [
    status.subscribe(onStatus),
    world.page.subscribe((event) => {
      if (event === 'hidden' || event === 'leaving') {
        if (isLooking()) save()
        isVisible = false
      } else if (event === 'shown' && !isVisible) {
        isVisible = true
        if (isLooking()) void inTurn(catchUp)
      }
    }),
  ]
  onStatus()

  return {
    unread,
    lastLook,
    look(visible) {
      lookers += 1
      isVisible = visible
      if (isLooking()) void inTurn(catchUp)
      let isOver = false
      return () => {
        if (isOver) return
        isOver = true
        if (isLooking()) save()
        lookers -= 1
      }
    },
    markRead: () =>
      inTurn(async () => {
        publish(await store.update(room, (row) => row && { ...row, read: null, places: [] }))
        channel.send('rows')
      }),
    flush() {
      save()
      return turn
    },
    stop() {
      isStopped = true
      cancelSave()
      ydoc.off('update', onUpdate)
      for (const off of offs) off()
      channel.close()
    },
  }
}

function planOf(bytes: Uint8Array): PlanDoc {
  const ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, bytes)
  return openPlanDoc(ydoc, { mayChange: () => false })
}

function withUpdates(bytes: Uint8Array, updates: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const ydoc = new Y.Doc()
  for (const update of [bytes, ...updates]) Y.applyUpdate(ydoc, update)
  return owned(Y.encodeStateAsUpdate(ydoc))
}

function placeKey({ list, id, field }: ChangeBy): string {
  return JSON.stringify([list, id, field])
}
