/**
 * LogStore: the update log on disk. Appended to by every tab, read by every tab, merged by whoever holds the lock. What the
 * relay has not confirmed is never merged with what it has: that is what makes "discard what was not sent" possible.
 *
 * Promises to its callers:
 *  - `append` has started its transaction before it returns; it resolves only when the rows are committed.
 *  - `read` sees a snapshot, the rows behind it and the unsent marks of ONE moment.
 *  - `compact`, `rebase` and `remove` are one transaction each: all or nothing.
 *  - A row that cannot be read is skipped and stays where it is.
 */
import { Dexie, type Table } from 'dexie'
import * as Y from 'yjs'
import type { Database } from './database.ts'
import { mergeUpdates, owned } from './merge-updates.ts'
import {
  parseSnapshotRow,
  parseUnsentRow,
  parseUpdateRow,
  type SnapshotRow,
  type UnsentRow,
  type UpdateRow,
} from './rows.ts'

export interface NewRow {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly unsent: { readonly mark: string; readonly keys: readonly string[] } | null
}

export interface RoomRows {
  /** Only where it holds something newer than `seen`. */
  readonly snapshot: SnapshotRow | null
  readonly rows: readonly UpdateRow[]
  readonly unsent: readonly UnsentRow[]
  /** Rows that could not be read. */
  readonly damaged: number
}

export interface LogStore {
  read(room: string, seen: number): Promise<RoomRows>
  /** The numbers of the new rows. Rejects with the browser's error; then nothing of it was written. */
  append(room: string, rows: readonly NewRow[], confirmed: readonly string[]): Promise<readonly number[]>
  /** Merges what is confirmed into the snapshot, and a long tail of unsent rows into one. The number of rows left. */
  compact(room: string, newMark: () => string): Promise<number>
  /** The document as the relay last had it, as far as this device knows. */
  base(room: string): Promise<Uint8Array<ArrayBuffer>>
  /** Drops what is unsent: the room then holds its `base` and nothing else. */
  rebase(room: string): Promise<void>
  remove(room: string): Promise<void>
  /** Every unsent row of every room, for the list of plans. */
  allUnsent(): Promise<readonly UnsentRow[]>
}

/** Fewer unsent rows than this are left alone: merging them gives them a new mark, and every tab must ask again. */
const MANY_UNSENT = 50

export function createLogStore(database: Database): LogStore {
  const updates = () => database.dexie().table('updates') as Table<unknown, number>
  const snapshots = () => database.dexie().table('snapshots') as Table<unknown, string>
  const unsent = () => database.dexie().table('unsent') as Table<unknown, string>
  /** Of a document that is another one now, nothing was seen. */
  const forgetSeen = async (room: string) => {
    if (await database.ready()) await database.dexie().table('seen').delete(room)
  }
  const rowsOf = (room: string, after: number) =>
    updates().where('[room+seq]').between([room, after], [room, Dexie.maxKey], false, true)

  async function inOneTransaction<T>(mode: 'r' | 'rw', work: () => Promise<T>): Promise<T> {
    if (!(await database.ready())) throw new DOMException('no storage', 'InvalidStateError')
    return database.dexie().transaction(mode, [updates(), snapshots(), unsent()], work)
  }

  async function readAll(room: string, seen: number): Promise<RoomRows> {
    const stored = await snapshots().get(room)
    const snapshot = parseSnapshotRow(stored)
    const found = await rowsOf(room, seen).toArray()
    const rows = found.flatMap((row) => parseUpdateRow(row) ?? [])
    const marks = (await unsent().where('room').equals(room).toArray()).flatMap((row) => parseUnsentRow(row) ?? [])
    return {
      snapshot: snapshot !== null && snapshot.upTo > seen ? snapshot : null,
      rows,
      unsent: marks,
      damaged: found.length - rows.length + (stored !== undefined && snapshot === null ? 1 : 0),
    }
  }

  async function keep(
    room: string,
    { snapshot, rows }: RoomRows,
    bytes: Uint8Array<ArrayBuffer>,
    covered: readonly UpdateRow[],
  ) {
    const upTo = rows.at(-1)?.seq ?? snapshot?.upTo ?? 0
    await snapshots().put({ room, upTo, bytes } satisfies SnapshotRow)
    await updates().bulkDelete(covered.map((row) => row.seq))
  }

  return {
    read: (room, seen) => inOneTransaction('r', () => readAll(room, seen)),

    append(room, rows, confirmed) {
      const connection = database.connection()
      if (connection === null) return Promise.reject(new DOMException('no storage', 'InvalidStateError'))
      return appendNow(connection, room, rows, confirmed)
    },

    compact: (room, newMark) =>
      inOneTransaction('rw', async () => {
        const all = await readAll(room, -1)
        const confirmed = confirmedRows(all.rows, all.unsent)
        const { ydoc, complete } = documentOf(all.snapshot, confirmed)
        // What cannot be read now must not be replaced by something without its content.
        if (all.damaged > 0 || !complete) return 0
        const own = all.rows.filter((row) => isUnsent(row, all.unsent))
        // Through a document and not by merging bytes: only a document really drops what was deleted.
        await keep(room, all, owned(Y.encodeStateAsUpdate(ydoc)), confirmed)
        if (own.length < MANY_UNSENT) return own.length
        const mark = newMark()
        await updates().bulkDelete(own.map((row) => row.seq))
        await unsent().bulkDelete(all.unsent.map((row) => row.mark))
        await updates().add({ room, bytes: mergeUpdates(own.map((row) => row.bytes)), mark })
        await unsent().add({
          mark,
          room,
          keys: [...new Set(all.unsent.flatMap((row) => row.keys))],
        } satisfies UnsentRow)
        return 1
      }),

    base: (room) =>
      inOneTransaction('r', async () => {
        const all = await readAll(room, -1)
        return baseOf(all.snapshot, all.rows, all.unsent)
      }),

    async rebase(room) {
      await inOneTransaction('rw', async () => {
        const all = await readAll(room, -1)
        await keep(room, all, baseOf(all.snapshot, all.rows, all.unsent), all.rows)
        await unsent().where('room').equals(room).delete()
      })
      await forgetSeen(room)
    },

    async remove(room) {
      await inOneTransaction('rw', async () => {
        await rowsOf(room, -1).delete()
        await snapshots().delete(room)
        await unsent().where('room').equals(room).delete()
      })
      await forgetSeen(room)
      if (await database.ready()) await database.dexie().table('portfolio').delete(room)
    },

    allUnsent: () =>
      inOneTransaction('r', async () => (await unsent().toArray()).flatMap((row) => parseUnsentRow(row) ?? [])),
  }
}

/**
 * The hot path, on the plain connection: every request is placed at once and the transaction told to commit, so a page that is
 * being left cannot cut it off half way (a transaction that waits for its page's callbacks is aborted).
 */
function appendNow(
  connection: IDBDatabase,
  room: string,
  rows: readonly NewRow[],
  confirmed: readonly string[],
): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    const transaction = connection.transaction(['updates', 'unsent'], 'readwrite')
    const seqs: IDBRequest<IDBValidKey>[] = []
    transaction.addEventListener('complete', () => resolve(seqs.map((request) => Number(request.result))))
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new DOMException('the write was aborted', 'AbortError')),
    )
    for (const { bytes, unsent } of rows) {
      seqs.push(transaction.objectStore('updates').add({ room, bytes, mark: unsent?.mark ?? null }))
      if (unsent !== null)
        transaction.objectStore('unsent').put({ mark: unsent.mark, room, keys: unsent.keys } satisfies UnsentRow)
    }
    for (const mark of confirmed) transaction.objectStore('unsent').delete(mark)
    transaction.commit()
  })
}

function isUnsent(row: UpdateRow, unsent: readonly UnsentRow[]): boolean {
  return row.mark !== null && unsent.some(({ mark }) => mark === row.mark)
}

function confirmedRows(rows: readonly UpdateRow[], unsent: readonly UnsentRow[]): readonly UpdateRow[] {
  const marks = new Set(unsent.map(({ mark }) => mark))
  return rows.filter((row) => row.mark === null || !marks.has(row.mark))
}

/**
 * Somebody may have built on a change of ours that reached the relay before its confirmation reached us. Without that change
 * theirs cannot be shown, so unsent rows are taken in, oldest first, until nothing hangs in the air.
 */
function baseOf(
  snapshot: SnapshotRow | null,
  rows: readonly UpdateRow[],
  unsent: readonly UnsentRow[],
): Uint8Array<ArrayBuffer> {
  const { ydoc } = documentOf(snapshot, confirmedRows(rows, unsent))
  for (const row of rows) {
    if (ydoc.store.pendingStructs === null) break
    if (isUnsent(row, unsent)) apply(ydoc, row.bytes)
  }
  return owned(Y.encodeStateAsUpdate(ydoc))
}

function documentOf(
  snapshot: SnapshotRow | null,
  rows: readonly UpdateRow[],
): { readonly ydoc: Y.Doc; readonly complete: boolean } {
  const ydoc = new Y.Doc()
  const applied = [...(snapshot === null ? [] : [snapshot]), ...rows].map((row) => apply(ydoc, row.bytes))
  return { ydoc, complete: applied.every(Boolean) }
}

/** False for the bytes of a broken disk; whatever they held, the rest is still good. */
function apply(ydoc: Y.Doc, bytes: Uint8Array): boolean {
  try {
    Y.applyUpdate(ydoc, bytes)
    return true
  } catch {
    return false
  }
}
