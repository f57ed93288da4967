/**
 * WriteAhead: what was changed here and the update log has not on disk yet, kept in the one storage of a browser that has a value
 * before the call returns (localStorage). A browser drops the IndexedDB transactions of a page that is being left, also those
 * that were told to commit; without this the last letters before a reload could be gone.
 *
 * What a tab left behind is put into the log by the next tab that starts or comes to the front (`recoverUnwritten`). Putting it
 * there twice does no harm: Yjs knows its updates again, and a mark is a key.
 */
import * as v from 'valibot'
import type { Database } from './database.ts'
import type { LogStore, NewRow } from './log-store.ts'

/** What one tab had not on disk of one room. */
export interface Unwritten {
  readonly room: string
  readonly rows: readonly NewRow[]
  /** It is on disk now. Does nothing where the tab lives and has written something newer. */
  done(): void
}

export interface WriteAhead {
  /** Replaces what this tab keeps of the room. Nothing to keep forgets it; so does more than fits. Never throws. */
  keep(room: string, rows: readonly NewRow[]): void
  /** What other tabs keep, living ones included. What cannot be read is skipped and stays. */
  left(): readonly Unwritten[]
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
/** Longer than anything that is typed. Whole plans are waited for before anything is said of them, and the browser gives 5 MB in all. */
const LONGEST = 500_000

const AsBytes = v.pipe(
  v.string(),
  v.rawTransform<string, Uint8Array<ArrayBuffer>>(({ dataset, addIssue, NEVER }) => {
    try {
      return Uint8Array.from(atob(dataset.value), (char) => char.charCodeAt(0))
    } catch {
      addIssue({ message: 'not base64' })
      return NEVER
    }
  }),
)
const Rows = v.array(
  v.object({ bytes: AsBytes, unsent: v.nullable(v.object({ mark: v.string(), keys: v.array(v.string()) })) }),
)

export function createWriteAhead({ storage, tab }: WriteAheadOptions): WriteAhead {
  const keyOf = (room: string) => `${PREFIX}${tab}:${room}`
  const kept = new Set<string>()
  const roomIn = (key: string) => key.slice(key.indexOf(':', PREFIX.length) + 1)

  function keys(): readonly string[] {
    if (storage === undefined) return []
    return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').filter((key) =>
      key.startsWith(PREFIX),
    )
  }

  return {
    keep(room, rows) {
      if (rows.length === 0 && !kept.has(room)) return
      kept.add(room)
      try {
        const text = JSON.stringify(rows.map(({ bytes, unsent }) => ({ bytes: base64(bytes), unsent })))
        if (rows.length > 0 && text.length <= LONGEST) return storage?.setItem(keyOf(room), text)
        storage?.removeItem(keyOf(room))
        kept.delete(room)
      } catch {
        // Full, or forbidden: the log itself is on its way, and says so itself when it fails.
      }
    },

    left: () =>
      keys()
        .filter((key) => !key.startsWith(keyOf('')))
        .flatMap((key) => {
          const text = storage?.getItem(key) ?? ''
          const rows = parseRows(text)
          if (rows === null) return []
          const done = () => {
            if (storage?.getItem(key) === text) storage.removeItem(key)
          }
          return { room: roomIn(key), rows, done }
        }),

    forget(room) {
      for (const key of keys()) if (roomIn(key) === room) storage?.removeItem(key)
    },
  }
}

export interface RecoverOptions {
  readonly ahead: WriteAhead
  readonly database: Database
  readonly store: LogStore
  /** Whether the device still has it. */
  readonly isKnown: (room: string) => boolean
  /** The log of the room on disk has grown. */
  readonly onRows: (room: string) => void
}

/** Puts into the update log what other tabs did not get there. What cannot be written now stays for the next time. Never throws. */
export async function recoverUnwritten({ ahead, database, store, isKnown, onRows }: RecoverOptions): Promise<void> {
  for (const { room, rows, done } of ahead.left()) {
    if (!isKnown(room)) {
      done()
      continue
    }
    try {
      if (!(await database.ready())) return
      await store.append(room, rows, [])
    } catch {
      return
    }
    done()
    onRows(room)
  }
}

function parseRows(text: string): readonly NewRow[] | null {
  try {
    const result = v.safeParse(Rows, JSON.parse(text))
    return result.success ? result.output : null
  } catch {
    return null
  }
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
