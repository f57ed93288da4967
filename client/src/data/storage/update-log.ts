/**
 * UpdateLog: keeps one open Y.Doc on this device's disk, and tells what of it the relay has not confirmed.
 *
 *   document --update--> piles --append--> disk          (own changes and others' are never in one pile)
 *   disk --ping of another tab--> read --> document
 *
 * The decision that shapes it is GROUP COMMIT: what happens while nothing is being written is written at once; what happens
 * meanwhile is merged into the next write. There is no timer between a keystroke and the disk. Own changes that are not on it
 * yet lie in the `WriteAhead`, where the end of the page cannot reach them.
 *
 * Yjs takes one client's updates in order, so a single lost row would hide everything that client did later. After ANY failed
 * write the next one therefore carries the whole document.
 */
import * as Y from 'yjs'
import type { Timers } from '../../sync/timers.ts'
import { cell, type Readable } from '../readable.ts'
import type { KeptState, UnsentChange } from '../sync-status.ts'
import type { Database } from './database.ts'
import type { LogStore, NewRow } from './log-store.ts'
import { mergeUpdates, owned } from './merge-updates.ts'
import { keysOf, MADE_HERE, sameChanges, unsentChanges } from './unsent-keys.ts'
import type { WriteAhead } from './write-ahead.ts'

/** Origins of what this file puts into the document. What another tab has not sent yet may have to be sent by this one. */
export const FROM_STORAGE = 'storage'
export const FROM_STORAGE_UNSENT = 'storage:unsent'

const COMPACT_AT_ROWS = 200
const RETRY_MS = 60_000
const MANY_UPDATES = 64

/** What a barrier covers: everything unsent that was in the document when it was sent. */
export interface LogMark {
  readonly marks: readonly string[]
}

/** A line to the other tabs of this browser that have the same plan open. */
export interface TabChannel {
  send(word: TabWord): void
  close(): void
}

/** 'rows': there is something new to read. 'replaced': the room was rewritten, what one has in memory is of the past. */
export type TabWord = 'rows' | 'replaced'

export interface UpdateLogOptions {
  readonly room: string
  readonly ydoc: Y.Doc
  readonly database: Database
  readonly store: LogStore
  readonly ahead: WriteAhead
  readonly timers: Timers
  readonly newMark: () => string
  /** Whether a change was made on this device and has to reach the relay. */
  readonly isOwn: (transaction: Y.Transaction) => boolean
  readonly openChannel: (room: string, hear: (word: TabWord) => void) => TabChannel
  /** Runs the task where no other tab is at it; does nothing where one is. */
  readonly withLock: (name: string, task: () => Promise<void>) => Promise<void>
  /** The first read waits for this: what people look at first is read first. */
  readonly after?: Promise<void>
  /** Something is unsent that no barrier sent so far covers, although nobody typed. */
  readonly onUnsentFound?: () => void
  readonly onReplaced?: () => void
}

/** What could not be read: something the relay has too, or changes that were only here. */
export type Damage = 'none' | 'copy' | 'changes'

export interface UpdateLog {
  /** Resolves after the first read, also where there is no storage. */
  readonly loaded: Promise<void>
  readonly state: Readable<KeptState>
  readonly unsent: Readable<readonly UnsentChange[]>
  readonly damage: Readable<Damage>
  /** Everything changed inside counts as one thing: the plan was made here. */
  asCreation(fill: () => void): void
  mark(): LogMark
  confirm(mark: LogMark): void
  /** Writes what is still in memory now, beside what is being written. */
  flush(): Promise<void>
  /** Looks for rows of other tabs; the pings do it, and a page that comes back to the front. */
  refresh(): Promise<void>
  /** Lets go of the document without writing anything more. */
  stop(): void
}

interface Pile {
  /** Null for what came from the relay. */
  readonly mark: string | null
  readonly keys: Set<string>
  /** In this tab, also where nobody waits for it (a plan that never leaves this device). */
  isTyped: boolean
  updates: Uint8Array[]
}

interface Batch {
  readonly piles: readonly Pile[]
  readonly confirmed: readonly string[]
}

export function openUpdateLog(options: UpdateLogOptions): UpdateLog {
  const { room, ydoc, database, store, ahead, timers, newMark } = options
  const state = cell<KeptState>('keeping')
  const unsent = cell<readonly UnsentChange[]>([], sameChanges)
  const damage = cell<Damage>('none')

  let piles: Pile[] = []
  let confirmed: string[] = []
  /** Everything unsent that is in the document, on disk or on its way there. */
  let waiting = new Map<string, ReadonlySet<string>>()
  /** Kept for the session's life: a read may still show a mark whose taking off is on its way. */
  const everConfirmed = new Set<string>()
  /** Marks that a read which has begun may not show yet. */
  const beingWritten = new Set<string>()
  /** Piles that a barrier already covers: what comes later must not slip under its answer. */
  const marked = new WeakSet<Pile>()
  const inFlight = new Map<Promise<void>, Batch>()
  const ownRows = new Set<number>()
  let seen = -1
  let rowsOnDisk = 0
  let needsWhole = false
  let hasRead = false
  let recovering = false
  let retrying = false
  let creating = false
  let stopped = false
  let willKeepAhead = false
  let cancelRetry = () => {}

  const channel = options.openChannel(room, (word) => {
    if (word === 'replaced') options.onReplaced?.()
    else void refresh()
  })
  const offLastWords = database.onLastWords(() => void flush())

  function onUpdate(update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void {
    if (origin === FROM_STORAGE || origin === FROM_STORAGE_UNSENT) return
    const isOwn = options.isOwn(transaction)
    const pile = pileFor(isOwn)
    pile.updates.push(update)
    if (isOwn) {
      for (const key of creating ? [MADE_HERE] : keysOf(transaction)) pile.keys.add(key)
      countUnsent()
    }
    if (transaction.local) pile.isTyped = true
    pump()
    if (transaction.local) keepAheadSoon()
  }

  /** Once for all that happens in one turn of the page. */
  function keepAheadSoon(): void {
    if (willKeepAhead) return
    willKeepAhead = true
    queueMicrotask(() => {
      willKeepAhead = false
      keepAhead()
    })
  }

  function keepAhead(): void {
    const notOnDisk = [...inFlight.values()].flatMap((batch) => batch.piles).concat(piles)
    ahead.keep(room, notOnDisk.filter(({ isTyped }) => isTyped).map(rowOf))
  }

  function pileFor(isOwn: boolean): Pile {
    const last = piles.at(-1)
    if (last !== undefined && (last.mark !== null) === isOwn && !marked.has(last)) return last
    const pile: Pile = { mark: isOwn ? newMark() : null, keys: new Set(), isTyped: false, updates: [] }
    if (pile.mark !== null) waiting.set(pile.mark, pile.keys)
    piles.push(pile)
    return pile
  }

  function mark(): LogMark {
    for (const pile of piles) marked.add(pile)
    return { marks: [...waiting.keys()] }
  }

  function confirm({ marks }: LogMark): void {
    const known = marks.filter((each) => waiting.delete(each))
    if (known.length === 0) return
    for (const each of known) everConfirmed.add(each)
    confirmed.push(...known)
    countUnsent()
    pump()
    keepAhead()
  }

  function countUnsent(): void {
    unsent.set(unsentChanges([...waiting.values()].flatMap((keys) => [...keys])))
  }

  function pump(): void {
    if (inFlight.size === 0) void write()
  }

  /** Writes everything there is to write; nothing where there is nothing. Starts before it returns. */
  function write(): Promise<void> {
    if (stopped || recovering || (piles.length === 0 && confirmed.length === 0 && !needsWhole)) return settled()
    // Nothing is written before what lies there was read, and not at every keystroke where there is no storage at all.
    if (!hasRead || (state.get() === 'memoryOnly' && !retrying)) return settled()
    cancelRetry()
    const batch: Batch = { piles, confirmed }
    piles = []
    confirmed = []
    const rows = needsWhole ? wholeRows(batch) : batch.piles.map(rowOf)
    state.set('keeping')
    const wasWhole = needsWhole
    needsWhole = false
    for (const { unsent } of rows) if (unsent !== null) beingWritten.add(unsent.mark)
    const writing: Promise<void> = commit(rows, batch, wasWhole, () => inFlight.delete(writing))
    inFlight.set(writing, batch)
    return writing
  }

  async function commit(rows: readonly NewRow[], batch: Batch, isWhole: boolean, done: () => void): Promise<void> {
    try {
      const seqs = await store.append(room, rows, batch.confirmed)
      for (const seq of seqs) ownRows.add(seq)
      rowsOnDisk += seqs.length
      done()
    } catch (error) {
      takeBack(batch)
      done()
      return recover(error, isWhole)
    }
    channel.send('rows')
    if (isWhole && waiting.size > 0) options.onUnsentFound?.()
    if (piles.length > 0 || confirmed.length > 0 || needsWhole) pump()
    else if (inFlight.size === 0) state.set('kept')
    keepAhead()
    if (rowsOnDisk >= COMPACT_AT_ROWS) void compact()
  }

  function rowOf(pile: Pile): NewRow {
    const bytes = mergeUpdates(pile.updates)
    // A pile that waits long is asked for at every letter.
    pile.updates = [bytes]
    const { mark } = pile
    // Confirmed before it was written: the relay has it already.
    return { bytes, unsent: mark === null || everConfirmed.has(mark) ? null : { mark, keys: [...pile.keys] } }
  }

  /**
   * The whole document, and beside it what came from the relay: otherwise the whole, which holds unsent changes too, would be
   * the only place of it, and discarding those would take the relay's part along.
   */
  function wholeRows(batch: Batch): readonly NewRow[] {
    const bytes = owned(Y.encodeStateAsUpdate(ydoc))
    if (waiting.size === 0) return [{ bytes, unsent: null }]
    const keys = new Set([...waiting.values()].flatMap((each) => [...each]))
    for (const pile of batch.piles) if (pile.mark !== null) waiting.delete(pile.mark)
    const whole = newMark()
    waiting.set(whole, keys)
    const fromRelay = batch.piles.filter((pile) => pile.mark === null && pile.updates.length > 0)
    return [...fromRelay.map(rowOf), { bytes, unsent: { mark: whole, keys: [...keys] } }]
  }

  /** A write failed: what it held waits again, in as few pieces as may be. */
  function takeBack(batch: Batch): void {
    needsWhole = true
    const all = [...batch.piles, ...piles]
    const unmarked = all.filter((pile) => pile.mark === null)
    const fromRelay = unmarked.flatMap((pile) => pile.updates)
    const own = all.filter((pile) => pile.mark !== null)
    for (const pile of own) {
      pile.updates = [mergeUpdates(pile.updates)]
      // The whole document had taken its place; that is on no disk, and the next read would forget it.
      if (pile.mark !== null) waiting.set(pile.mark, pile.keys)
    }
    const isTyped = unmarked.some((pile) => pile.isTyped)
    const updates = fromRelay.length > MANY_UPDATES ? [mergeUpdates(fromRelay)] : fromRelay
    piles = [...(updates.length > 0 ? [{ mark: null, keys: new Set<string>(), isTyped, updates }] : []), ...own]
    confirmed = [...batch.confirmed, ...confirmed]
  }

  /** Browsers drop connections and heal with a new one; that is tried once, at once. Everything else waits for a minute or the next change. */
  async function recover(error: unknown, wasWhole: boolean): Promise<void> {
    if (stopped) return
    if (isConnectionError(error) && !wasWhole && !recovering) {
      recovering = true
      const reopened = await database.reopen()
      recovering = false
      if (reopened) return write()
    }
    if (inFlight.size > 0) return
    state.set(database.connection() === null ? 'memoryOnly' : 'notKept')
    cancelRetry()
    cancelRetry = timers.after(RETRY_MS, () => void retry())
  }

  async function retry(): Promise<void> {
    if (stopped) return
    if (!(await database.reopen())) return recover(null, true)
    if (!hasRead) await refresh()
    needsWhole = true
    retrying = true
    const writing = write()
    retrying = false
    await writing
  }

  let refreshing: Promise<void> | null = null
  let refreshAgain = false

  function refresh(): Promise<void> {
    if (refreshing !== null) {
      refreshAgain = true
      return refreshing
    }
    refreshing = read().finally(() => {
      refreshing = null
      if (!refreshAgain || stopped) return
      refreshAgain = false
      void refresh()
    })
    return refreshing
  }

  async function read(): Promise<void> {
    let found
    if (inFlight.size === 0) beingWritten.clear()
    try {
      found = await store.read(room, seen)
    } catch {
      if (!hasRead) await recover(null, true)
      return
    }
    if (stopped) return
    const { snapshot, rows } = found
    const unsentMarks = new Set(found.unsent.map((row) => row.mark))
    // First what everybody has, then what only this device has: the two are told apart by their origins.
    apply(snapshot === null ? [] : [snapshot.bytes], FROM_STORAGE)
    const foreign = rows.filter((row) => !ownRows.has(row.seq))
    const isUnsent = (row: (typeof rows)[number]) => row.mark !== null && unsentMarks.has(row.mark)
    apply(
      foreign.filter((row) => !isUnsent(row)).map((row) => row.bytes),
      FROM_STORAGE,
    )
    apply(
      foreign.filter(isUnsent).map((row) => row.bytes),
      FROM_STORAGE_UNSENT,
    )
    seen = Math.max(seen, snapshot?.upTo ?? -1, rows.at(-1)?.seq ?? -1)
    for (const seq of ownRows) if (seq <= seen) ownRows.delete(seq)
    rowsOnDisk = snapshot === null && hasRead ? rowsOnDisk + foreign.length : rows.length
    if (found.damaged > 0) worsen('copy')
    // Said to be on its way to the relay, and nothing that could be sent: it was in a row that cannot be read.
    const readable = new Set(rows.map((row) => row.mark))
    if (!hasRead && found.unsent.some((row) => !readable.has(row.mark))) worsen('changes')

    const first = !hasRead
    hasRead = true
    const known = waiting
    const onTheWay = new Set([...beingWritten, ...piles.flatMap((pile) => pile.mark ?? [])])
    waiting = new Map(
      found.unsent.filter((row) => !everConfirmed.has(row.mark)).map((row) => [row.mark, new Set(row.keys)]),
    )
    for (const [mark, keys] of known) if (onTheWay.has(mark)) waiting.set(mark, keys)
    countUnsent()
    // Another tab may have put a mark back that this one had taken off.
    const takenOff = new Set([...confirmed, ...[...inFlight.values()].flatMap((batch) => batch.confirmed)])
    confirmed.push(...[...unsentMarks].filter((each) => everConfirmed.has(each) && !takenOff.has(each)))
    if ([...waiting.keys()].some((mark) => !known.has(mark))) options.onUnsentFound?.()
    if (first && inFlight.size === 0 && piles.length === 0 && !needsWhole) state.set('kept')
    pump()
  }

  /** In one transaction: whoever watches the document hears of hundreds of rows once. */
  function apply(updates: readonly Uint8Array[], origin: string): void {
    if (updates.length === 0) return
    const applyAll = () => {
      for (const update of updates) {
        try {
          Y.applyUpdate(ydoc, update, origin)
        } catch {
          worsen(origin === FROM_STORAGE_UNSENT ? 'changes' : 'copy')
        }
      }
    }
    try {
      Y.transact(ydoc, applyAll, origin, false)
    } catch {
      // Some damage shows only when Yjs tidies up behind the transaction.
      worsen(origin === FROM_STORAGE_UNSENT ? 'changes' : 'copy')
    }
  }

  function worsen(found: Exclude<Damage, 'none'>): void {
    if (damage.get() !== 'changes') damage.set(found)
  }

  async function compact(): Promise<void> {
    rowsOnDisk = 0
    await options.withLock(`milepost:compact:${room}`, async () => {
      if (stopped) return
      try {
        rowsOnDisk = await store.compact(room, newMark)
        channel.send('rows')
        await refresh()
      } catch {
        // Nothing was changed; the next full two hundred rows try again.
      }
    })
  }

  async function flush(): Promise<void> {
    void write()
    while (inFlight.size > 0) await Promise.all(inFlight.keys())
  }

  ydoc.on('update', onUpdate)
  const loaded = options.after === undefined ? refresh() : options.after.then(refresh)

  return {
    loaded,
    state,
    unsent,
    damage,
    asCreation(fill) {
      creating = true
      try {
        fill()
      } finally {
        creating = false
      }
    },
    mark,
    confirm,
    flush,
    refresh,
    stop() {
      stopped = true
      cancelRetry()
      offLastWords()
      ydoc.off('update', onUpdate)
      channel.close()
    },
  }
}

function settled(): Promise<void> {
  return Promise.resolve()
}

function isConnectionError(error: unknown): boolean {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  return name === 'InvalidStateError' || name === 'UnknownError' || name === 'DatabaseClosedError'
}
