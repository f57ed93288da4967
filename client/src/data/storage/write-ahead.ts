/**
 * WriteAhead: what was changed here and the update log has not on disk yet, kept in the one storage of a browser that has a value
 * before the call returns (localStorage). A browser drops the IndexedDB transactions of a page that is being left, also those
 * that were told to commit; without this the last letters before a reload could be gone.
 *
 * What a tab left behind is put into the log by the next tab that starts or comes to the front (`recoverUnwritten`). Putting it
 * there twice does no harm: Yjs knows its updates again, and a mark is a key.
 */
import * as v from 'valibot'
import * as Y from 'yjs'
import type { Database } from './database.ts'
import type { LogStore, NewRow } from './log-store.ts'

/** What one tab had not on disk of one room. */
export interface Unwritten {
  readonly room: string
  readonly rows: readonly NewRow[]
  /** It is on disk now. Does nothing where the tab lives and has written something newer. */
  done(): void
}

/** Nothing of it throws: a storage that is full, forbidden or broken costs only what it was for. */
export interface WriteAhead {
  /** Replaces what this tab keeps of the room, oldest first; what does not fit is left out from the end. */
  keep(room: string, rows: readonly NewRow[]): void
  /** What other tabs keep, living ones included, each read when it is asked for. What cannot be read is skipped and stays. */
  left(): Iterable<Unwritten>
  /** Of all tabs: the room is gone, or another document now. */
  forget(room: string): void
}

export interface WriteAheadOptions {
  /** Undefined where the browser gives none: then a page that is left at once may lose what it was just told. */
  readonly storage: Storage | undefined
  /** Which tab this is; no other one has it. */
  readonly tab: string
}

/** Lies on disks for ever: add, never rename. */
const PREFIX = 'milepost.unwritten:'
/**
 * Bytes of one room. Longer than anything that is typed; whole plans are waited for before anything is said of them, and the
 * browser gives 5 MB in all.
 */
const MOST_BYTES = 400_000

const AsUpdate = v.pipe(
  v.string(),
  v.rawTransform<string, Uint8Array<ArrayBuffer>>(({ dataset, addIssue, NEVER }) => {
    try {
      const bytes = Uint8Array.from(atob(dataset.value), (char) => char.charCodeAt(0))
      // Bytes that are no update would lie in the log for ever, unreadable, and keep it from being merged.
      Y.applyUpdate(new Y.Doc(), bytes)
      return bytes
    } catch {
      addIssue({ message: 'unreadable' })
      return NEVER
    }
  }),
)
const Rows = v.array(
  v.object({ bytes: AsUpdate, unsent: v.nullable(v.object({ mark: v.string(), keys: v.array(v.string()) })) }),
)

export function createWriteAhead({ storage, tab }: WriteAheadOptions): WriteAhead {
  const kept = new Set<string>()
  const keyOf = (room: string) => `${PREFIX}${tab}:${room}`
  const roomIn = (key: string) => key.slice(key.indexOf(':', PREFIX.length) + 1)
  const read = (key: string) => attempt(() => storage?.getItem(key) ?? '', '')
  const remove = (key: string) => attempt(() => storage?.removeItem(key), undefined)

  function keys(): readonly string[] {
    const all = () => Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? '')
    return attempt(all, []).filter((key) => key.startsWith(PREFIX))
  }

  return {
    keep(room, rows) {
      const fitting = whatFits(rows)
      if (fitting.length === 0 && !kept.has(room)) return
      kept.add(room)
      if (fitting.length > 0) {
        const text = JSON.stringify(fitting.map(({ bytes, unsent }) => ({ bytes: base64(bytes), unsent })))
        // Where it fails the log itself is on its way, and says so itself when it fails too.
        attempt(() => storage?.setItem(keyOf(room), text), undefined)
      } else {
        remove(keyOf(room))
        kept.delete(room)
      }
    },

    *left() {
      for (const key of keys().filter((each) => !each.startsWith(keyOf('')))) {
        const text = read(key)
        const rows = parseRows(text)
        if (rows === null) continue
        const done = () => {
          if (read(key) === text) remove(key)
        }
        yield { room: roomIn(key), rows, done }
      }
    },

    forget(room) {
      for (const key of keys()) if (roomIn(key) === room) remove(key)
    },
  }
}

export interface RecoverOptions {
  readonly ahead: WriteAhead
  readonly database: Database
  readonly store: LogStore
  /** Whether the device has it now. What it has not may only not have been read yet, and stays where it lies. */
  readonly isKnown: (room: string) => boolean
  /** The log of the room on disk has grown. */
  readonly onRows: (room: string) => void
}

/**
 * Puts into the update log what other tabs did not get there. What cannot be written now stays for the next time. Never throws.
 * True: something was written.
 */
export async function recoverUnwritten({ ahead, database, store, isKnown, onRows }: RecoverOptions): Promise<boolean> {
  let hasWritten = false
  if (!(await database.ready())) return hasWritten
  for (const { room, rows, done } of ahead.left()) {
    if (!isKnown(room)) continue
    try {
      // Begun in the turn in which it was read: what is discarded after this comes after it on the disk too.
      await store.append(room, rows, [])
    } catch {
      return hasWritten
    }
    hasWritten = true
    done()
    onRows(room)
  }
  return hasWritten
}

/** From the beginning: what one client did later is nothing without what it did before. */
function whatFits(rows: readonly NewRow[]): readonly NewRow[] {
  let size = 0
  const end = rows.findIndex(({ bytes }) => (size += bytes.length) > MOST_BYTES)
  return end === -1 ? rows : rows.slice(0, end)
}

function parseRows(text: string): readonly NewRow[] | null {
  return attempt(() => {
    const result = v.safeParse(Rows, JSON.parse(text))
    return result.success ? result.output : null
  }, null)
}

function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
