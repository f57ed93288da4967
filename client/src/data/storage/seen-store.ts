/**
 * What this device last saw of each plan, one row a room: the document as it was when somebody looked, and, while something of
 * what came since is unread, the document as it was before that. Read and written as one step, because every tab of the browser
 * looks through the same row. Without storage it lives as long as the tab.
 */
import type { Table } from 'dexie'
import type { Database } from './database.ts'
import { parseSeenRow, type SeenRow } from './rows.ts'

export interface SeenStore {
  /** `next` answers what is to be there, null to leave it as it is; it must not wait for anything. The row as it then is. */
  update(room: string, next: (row: SeenRow | null) => SeenRow | null): Promise<SeenRow | null>
}

export function createSeenStore(database: Database): SeenStore {
  const inMemory = new Map<string, SeenRow>()

  function inThisTab(room: string, next: (row: SeenRow | null) => SeenRow | null): SeenRow | null {
    const row = inMemory.get(room) ?? null
    const put = next(row) ?? row
    if (put !== null) inMemory.set(room, put)
    return put
  }

  return {
    async update(room, next) {
      try {
        if (!(await database.ready())) return inThisTab(room, next)
        const seen = database.dexie().table('seen') as Table<unknown, string>
        return await database.dexie().transaction('rw', seen, async () => {
          const row = parseSeenRow(await seen.get(room))
          const put = next(row)
          if (put !== null) await seen.put(put)
          return put ?? row
        })
      } catch {
        return inThisTab(room, next)
      }
    },
  }
}
