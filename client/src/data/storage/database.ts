/**
 * The one place that opens IndexedDB, through Dexie: tables, versions and reading are Dexie's. Writing to the update log takes
 * the plain connection underneath (`log-store.ts`), because a write must have left for the disk before the page goes away.
 *
 * A connection can die at any time (Safari drops it for the rest of a session, a full disk, another version of the app): nothing
 * here throws for that, `ready` says whether there is one now and every call of it is a new try.
 */
import { Dexie } from 'dexie'
import { cell, type Readable } from '../readable.ts'
import type { Timers } from '../../sync/timers.ts'
import { DATABASE_NAME, DATABASE_VERSION, STORES } from './rows.ts'

/** An open may hang for ever behind another tab; the plan does not wait for that. */
const OPEN_MS = 4_000

export interface DatabaseOptions {
  readonly name?: string
  /** Undefined where the browser gives none. */
  readonly indexedDB: IDBFactory | undefined
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange | undefined
  readonly timers: Timers
}

export interface Database {
  /** Opens it where it is not open. False: there is none now. */
  ready(): Promise<boolean>
  /** After an error that a fresh connection may cure. */
  reopen(): Promise<boolean>
  /** Dexie, for reading and for small rows. Only after `ready` said true. */
  dexie(): Dexie
  /** The plain connection; null where there is none now. */
  connection(): IDBDatabase | null
  /** A newer version of the app wants the database: this tab has given it up for good. */
  readonly superseded: Readable<boolean>
  /** Called, with the connection still open, right before it is given up. */
  onLastWords(listener: () => void): () => void
  close(): void
}

export function createDatabase({ name = DATABASE_NAME, indexedDB, IDBKeyRange, timers }: DatabaseOptions): Database {
  const superseded = cell(false)
  const lastWords = new Set<() => void>()
  let closed = false
  let dexie: Dexie | null = null
  let opening: Promise<boolean> | null = null

  async function open(): Promise<boolean> {
    if (indexedDB === undefined || IDBKeyRange === undefined) return false
    // A Dexie whose opening failed once keeps the failure; a fresh one does not.
    const fresh = new Dexie(name, { indexedDB, IDBKeyRange, autoOpen: false })
    fresh.version(DATABASE_VERSION).stores(STORES)
    try {
      await fresh.open()
    } catch {
      fresh.close()
      return false
    }
    const connection = fresh.backendDB()
    // Dexie opens a newer database in its old shape; what a newer version keeps there is not ours to write into.
    if (closed || Math.floor(connection.version / 10) > DATABASE_VERSION) {
      fresh.close()
      superseded.set(!closed)
      return false
    }
    dexie = fresh
    giveWay(connection)
    return true
  }

  /** Dexie reopens by itself after some errors, so this is asked of every connection that is handed out. */
  function giveWay(connection: IDBDatabase): IDBDatabase {
    connection.onversionchange = () => {
      for (const listener of lastWords) listener()
      dexie?.close()
      superseded.set(true)
    }
    return connection
  }

  function ready(): Promise<boolean> {
    if (closed || superseded.get()) return Promise.resolve(false)
    if (dexie?.isOpen() === true) return Promise.resolve(true)
    opening ??= open().finally(() => (opening = null))
    return inTime(opening, timers)
  }

  return {
    ready,
    reopen() {
      dexie?.close()
      dexie = null
      return ready()
    },
    dexie() {
      if (dexie === null) throw new Error('ask ready() first')
      return dexie
    },
    connection: () => (dexie?.isOpen() === true ? giveWay(dexie.backendDB()) : null),
    superseded,
    onLastWords(listener) {
      lastWords.add(listener)
      return () => void lastWords.delete(listener)
    },
    close() {
      closed = true
      dexie?.close()
    },
  }
}

function inTime(opening: Promise<boolean>, timers: Timers): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = timers.after(OPEN_MS, () => resolve(false))
    void opening.finally(cancel).then(resolve)
  })
}
