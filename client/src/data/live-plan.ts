/**
 * LivePlan: an open plan, which is two documents: the plan itself and its discussion. What may be done with them, who one is in
 * them, and the words for their state. One per plan and tab, whoever looks at it; `plan-shelf.ts` counts the lookers.
 *
 * Order matters and is written down once, in `createLivePlan`: the guards stand before anybody can write, and nothing connects
 * before the disk was read. The plan comes first: the discussion waits until the plan is on screen, and is asked for at the
 * relay only with a right to comment, because nobody else is let in.
 */
import {
  openDiscussion,
  openPlanDoc,
  parseId,
  planUndo,
  readPlan,
  setPresence,
  watchPlan,
  type DiscussionDoc,
  type Plan,
  type PlanDoc,
  type PlanUndo,
} from '@milepost/plan'
import { rightAtLeast, type PlanId } from '@milepost/protocol'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Connection } from '../sync/machine.ts'
import { accessOf } from './access-of.ts'
import type { Access } from './access.ts'
import { strongestLink } from './ask-relay.ts'
import type { LookBack } from './look-back.ts'
import { COPIED, createLiveRoom, type LiveRoom, type RoomParts } from './live-room.ts'
import type { LoadState } from './plan-session.ts'
import { cell, isShallowEqual, type Readable } from './readable.ts'
import { joinStatus, statusOf } from './status-of.ts'
import { MADE_HERE, sameChanges } from './storage/unsent-keys.ts'
import { summaryFieldsOf } from './summary-of.ts'
import type { SyncStatus, UnsentChange } from './sync-status.ts'
import { guardWrites } from './write-guard.ts'

export interface LivePlan {
  readonly planId: PlanId
  readonly doc: PlanDoc
  readonly discussion: DiscussionDoc
  readonly undo: PlanUndo
  readonly awareness: Awareness
  readonly access: Readable<Access>
  readonly status: Readable<SyncStatus>
  readonly unsent: Readable<readonly UnsentChange[]>
  readonly loaded: Readable<LoadState>
  readonly ended: Readable<boolean>
  lookBack(): Promise<LookBack>
  /** Resolves after the first read of both documents, also where there is no storage. */
  read(): Promise<void>
  /** The first content of a plan that is made here, as bytes of documents of their own: nothing of it can be undone. */
  fill(plan: Uint8Array, discussion: Uint8Array | null): void
  /** Writes what is still in memory now. */
  flush(): Promise<void>
  retry(): void
  /** Nothing would be lost by closing it now. */
  isAtRest(): boolean
  /** Lets go of disk and relay; the documents stay readable for whoever still holds them. */
  stop(): void
  /** Tells its holders that these documents are of the past. */
  end(): void
}

/** How old the day of the last sync on disk may be. */
const SYNCED_AT_GRAIN_MS = 60_000
const LISTENING_MS = 5_000
const FIRST_LOOK_MS = 500
/** What stands elsewhere of a text may be as old as this while somebody types it. */
const BEHIND_TYPING_MS = 200

export function createLivePlan(parts: RoomParts): LivePlan {
  const { planId, world, rows, clock } = parts
  const ydoc = new Y.Doc()
  const talk = new Y.Doc()
  const row = () => rows.plan(planId)
  const relay = row()?.relay ?? null

  const loaded = cell<LoadState>('loading')
  const ended = cell(false)
  const access = cell<Access>(accessOf(row(), rows.links(planId), 'loading'), isShallowEqual)
  let isStopped = false
  let writingLink = strongestLink(rows.links(planId))?.capability ?? null
  const mayChange = () => access.get().canEdit && !isStopped
  const mayComment = () => access.get().canComment && !isStopped

  guardWrites(ydoc, mayChange)
  guardWrites(talk, mayComment)
  const doc = openPlanDoc(ydoc, { now: clock.now, mayChange })
  const discussion = openDiscussion(talk, { now: clock.now, mayChange: mayComment })
  const undo = planUndo(doc)
  const awareness = new Awareness(ydoc)
  // Who is here is said in the plan's room alone.
  const silence = new Awareness(talk)
  silence.setLocalState(null)

  const room: LiveRoom = createLiveRoom({
    ...parts,
    kind: 'plan',
    ydoc,
    awareness,
    mayChange,
    onConnection,
    onChange: tell,
  })
  const talkRoom: LiveRoom = createLiveRoom({
    ...parts,
    kind: 'discussion',
    ydoc: talk,
    awareness: silence,
    mayChange: mayComment,
    after: room.log.loaded,
    onConnection: tell,
    onChange: tell,
  })

  let lastSyncedAt = row()?.lastSyncedAt ?? null
  let isTalking = false
  const status = cell<SyncStatus>(currentStatus(), isShallowEqual)
  const unsent = cell<readonly UnsentChange[]>([], sameChanges)

  function currentStatus(): SyncStatus {
    const more = {
      refusal: row() === null ? ('unknown' as const) : (row()?.refusal ?? null),
      lastSyncedAt,
      clockOff: clock.isOff.get(),
    }
    const ofPlan = statusOf({ ...room.status(), ...more })
    const talking = statusOf({ ...talkRoom.status(), ...more })
    return { ...joinStatus(ofPlan, talking, isTalking), waiting: waitingInBoth().length }
  }

  /** Where the plan is new as a whole, what is said in it is part of that. */
  function waitingInBoth(): readonly UnsentChange[] {
    const [plan, talk] = [room.log.unsent.get(), talkRoom.log.unsent.get()]
    return talk.length === 0 || plan.some(({ list }) => list === MADE_HERE) ? plan : [...plan, ...talk]
  }

  function onConnection({ phase }: Connection): void {
    if (phase.name === 'synced') {
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
    if (relay === null && row() !== null) return parts.onReplaced()
    const links = rows.links(planId)
    const next = accessOf(row(), links, loaded.get())
    // Before the gate opens: whoever writes at once must already have a name.
    introduce(next)
    access.set(next)
    const link = strongestLink(links)?.capability ?? writingLink
    if (writingLink !== null && link !== writingLink) void writeAsSomebodyElse()
    writingLink = link
    talkWhereAllowed()
    unsent.set(waitingInBoth())
    status.set(currentStatus())
  }

  /** The relay lets nobody into the discussion who may only read; whoever is raised later goes in then. */
  function talkWhereAllowed(): void {
    const { known, right } = access.get()
    const may = loaded.get() === 'loaded' && known && rightAtLeast(right, 'comment')
    if (may === isTalking) return
    isTalking = may
    if (may) talkRoom.connect()
  }

  /** A document's number belongs to the link that first wrote with it; another link writes in a document of its own. */
  async function writeAsSomebodyElse(): Promise<void> {
    if ([ydoc, talk].every(({ store, clientID }) => Y.getState(store, clientID) === 0)) return
    await flush()
    if (!isStopped && status.get().kept === 'kept') parts.onReplaced()
  }

  /** Who I am to the others in this plan; where I am is the screen's to say. */
  function introduce({ side, name, role, personId, grantId }: Access): void {
    if (side === null) return
    const me = { side, name, role, personId: personId === null ? null : parseId<'person'>(personId) }
    const shown = JSON.stringify([me, grantId])
    if (shown === shownAs) return
    shownAs = shown
    const writer = { side, name, personId: me.personId, grantId }
    openPlanDoc(ydoc, { writer })
    openDiscussion(talk, { writer })
    setPresence(awareness, { ...me, at: null, caret: null })
  }
  let shownAs = ''

  function noteContent(): void {
    if (loaded.get() === 'loaded' || ydoc.store.clients.size === 0) return
    loaded.set('loaded')
    tell()
    // It came just now, so nobody has made a choice in it yet; what listens for one comes after the page.
    cancelLook = world.timers.after(FIRST_LOOK_MS, () => void lookBack().catch(nothing))
  }

  /** What the list of plans says of this one. */
  function noteSummary(plan: Plan): void {
    const known = row()
    const fields = summaryFieldsOf(plan)
    if (plan.planId === null || known === null) return
    const isSame = fields.title === known.title && fields.buyer === known.buyer && fields.seller === known.seller
    if (!isSame || fields.goLive !== known.goLive) rows.patchPlan(planId, fields)
  }

  let cancelLook = () => {}
  const offs = [
    clock.isOff.subscribe(tell),
    rows.subscribe(tell),
    watchPlan(doc, noteSummary, { texts: (tell) => world.timers.after(BEHIND_TYPING_MS, tell) }),
  ]
  let lookingBack: Promise<LookBack> | null = null
  let lookedBack: LookBack | null = null
  function lookBack(): Promise<LookBack> {
    lookingBack ??= import('./look-back.ts').then(({ createLookBack }) => {
      lookedBack = createLookBack({ doc, undo, log: room.log, access, status }, parts)
      if (isStopped) lookedBack.stop()
      return lookedBack
    })
    // What could not be fetched now is asked for again the next time.
    lookingBack.catch(() => (lookingBack = null))
    return lookingBack
  }

  ydoc.on('update', noteContent)
  void start()

  async function start(): Promise<void> {
    await room.log.loaded
    if (isStopped) return
    loaded.set(ydoc.store.clients.size === 0 ? 'empty' : 'loaded')
    tell()
    // Where nothing of mine is here yet, no merge can overrule it.
    if (loaded.get() === 'loaded') await listening()
    if (isStopped) return
    room.connect()
  }

  /** Which choice of mine a merge does not keep must be heard from the first one; a chunk that does not come stops nobody. */
  async function listening(): Promise<void> {
    const patience = new Promise((done) => world.timers.after(LISTENING_MS, () => done(null)))
    await Promise.race([lookBack().catch(nothing), patience])
  }

  async function flush(): Promise<void> {
    await Promise.all([room.log.flush(), talkRoom.log.flush(), lookedBack?.away.flush()])
  }

  return {
    planId,
    doc,
    discussion,
    undo,
    awareness,
    access,
    status,
    unsent,
    loaded,
    ended,
    lookBack,
    async read() {
      await Promise.all([room.log.loaded, talkRoom.log.loaded])
    },
    fill(content, said) {
      room.log.asCreation(() => Y.applyUpdate(ydoc, content, COPIED))
      if (said !== null) talkRoom.log.asCreation(() => Y.applyUpdate(talk, said, COPIED))
    },
    flush,
    retry() {
      room.renew()
      if (isTalking) talkRoom.renew()
    },
    isAtRest: () => room.isAtRest() && talkRoom.isAtRest(),
    stop() {
      if (isStopped) return
      // What was typed last may not have been told yet.
      noteSummary(readPlan(doc))
      isStopped = true
      access.set({ ...access.get(), canEdit: false, canComment: false })
      for (const off of offs) off()
      ydoc.off('update', noteContent)
      cancelLook()
      room.stop()
      talkRoom.stop()
      lookedBack?.stop()
      undo.destroy()
      awareness.destroy()
      silence.destroy()
    },
    end: () => ended.set(true),
  }
}

function nothing(): void {}
