import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { faultyIndexedDb, type FaultyIndexedDb } from '../testing/faulty-indexed-db.ts'
import { manualTimers, type ManualTimers } from '../../sync/testing/manual-timers.ts'
import { memoryStorage } from '../testing/memory-storage.ts'
import { until } from '../testing/until.ts'
import { createDatabase, type Database } from './database.ts'
import { createLogStore, type LogStore } from './log-store.ts'
import { DATABASE_VERSION } from './rows.ts'
import { createWriteAhead, type WriteAhead } from './write-ahead.ts'
import { openUpdateLog, type TabWord, type UpdateLog } from './update-log.ts'

const ROOM = 'a-plan'

interface Tab {
  readonly ydoc: Y.Doc
  readonly log: UpdateLog
  readonly database: Database
  readonly store: LogStore
  readonly ahead: WriteAhead
  readonly timers: ManualTimers
  readonly found: () => number
  type(text: string): void
  text(): string
  /** As if it came from the relay. */
  hear(update: Uint8Array): void
  close(): void
}

/** Tabs of one browser: one disk, one channel between them. */
function browser(disk: FaultyIndexedDb = faultyIndexedDb()) {
  const tabs: Tab[] = []
  const storage = memoryStorage()
  const ears = new Set<(word: TabWord) => void>()
  let marks = 0

  /** What `read` found is handed out when the gate opens. */
  const gate = { wait: Promise.resolve() }

  async function tab(): Promise<Tab> {
    const timers = manualTimers()
    const database = createDatabase({ ...disk, timers })
    const real = createLogStore(database)
    const store: LogStore = { ...real, read: (...of) => real.read(...of).then((found) => gate.wait.then(() => found)) }
    const ahead = createWriteAhead({ storage, tab: `tab-${tabs.length}` })
    const ydoc = new Y.Doc()
    let found = 0
    const log = openUpdateLog({
      room: ROOM,
      ydoc,
      database,
      store,
      ahead,
      timers,
      newMark: () => `mark-${(marks += 1)}`,
      isOwn: (transaction) => transaction.local,
      openChannel: (_room, hear) => {
        ears.add(hear)
        return {
          send: (word) => {
            for (const ear of ears) if (ear !== hear) ear(word)
          },
          close: () => void ears.delete(hear),
        }
      },
      withLock: (_name, task) => task(),
      onUnsentFound: () => (found += 1),
    })
    const result: Tab = {
      ydoc,
      log,
      database,
      store,
      ahead,
      timers,
      found: () => found,
      type: (text) => ydoc.transact(() => ydoc.getText('t').insert(ydoc.getText('t').length, text), 'person'),
      text: () => ydoc.getText('t').toString(),
      hear: (update) => Y.applyUpdate(ydoc, update, 'relay'),
      close: () => {
        log.stop()
        database.close()
      },
    }
    tabs.push(result)
    await log.loaded
    return result
  }
  return { disk, storage, tab, gate, close: () => tabs.forEach((each) => each.close()) }
}

const open: { close(): void }[] = []
function aBrowser(disk?: FaultyIndexedDb) {
  const made = browser(disk)
  open.push(made)
  return made
}
afterEach(() => open.splice(0).forEach((each) => each.close()))

function set(ydoc: Y.Doc, map: string, key: string, value: unknown): void {
  ydoc.transact(() => ydoc.getMap(map).set(key, value), 'person')
}

/** What somebody else wrote, as the relay would send it. */
function fromElsewhere(write: (ydoc: Y.Doc) => void, base?: Y.Doc): Uint8Array {
  const ydoc = new Y.Doc()
  if (base !== undefined) Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(base))
  const before = Y.encodeStateVector(ydoc)
  write(ydoc)
  return Y.encodeStateAsUpdate(ydoc, before)
}

describe('[LOG-1] group commit', () => {
  test('what is typed is there after a reload', async () => {
    const { tab } = aBrowser()
    const first = await tab()
    first.type('hello')
    await first.log.flush()
    expect(first.log.state.get()).toBe('kept')
    first.close()
    expect((await tab()).text()).toBe('hello')
  })

  test('an idle log writes at once; what comes meanwhile goes together into the next write', async () => {
    const { tab, disk } = aBrowser()
    const first = await tab()
    const before = disk.writes()
    first.type('a')
    expect(disk.writes()).toBe(before + 1)
    for (const letter of 'bcdefghij') first.type(letter)
    expect(disk.writes()).toBe(before + 1)
    await first.log.flush()
    expect(disk.writes()).toBe(before + 2)
  })

  test('leaving the page in the middle of a write keeps all fifty keystrokes, without waiting for any timer', async () => {
    const { tab } = aBrowser()
    const first = await tab()
    for (let at = 0; at < 50; at += 1) first.type('x')
    void first.log.flush()
    // Nothing of the page runs any more; what was handed to the disk is there.
    first.log.stop()
    const second = await tab()
    expect(second.text()).toBe('x'.repeat(50))
  })

  test('nothing is written for a document that nobody changed', async () => {
    const { tab, disk } = aBrowser()
    const first = await tab()
    await first.log.flush()
    expect(disk.writes()).toBe(0)
    expect(first.log.state.get()).toBe('kept')
  })
})

describe('[LOG-9] what is typed lies ahead of the disk', () => {
  const ahead = ({ storage }: { readonly storage: Storage }) =>
    [...createWriteAhead({ storage, tab: 'somebody who looks' }).left()].flatMap(({ rows }) => rows)

  test('from the end of the turn until it is on disk', async () => {
    const made = aBrowser()
    const first = await made.tab()
    first.type('a')
    first.type('b')
    await Promise.resolve()
    // The first letter is being written, the second waits for the next write.
    expect(ahead(made).map(({ unsent }) => unsent?.mark)).toEqual(first.log.mark().marks)
    await first.log.flush()
    expect(made.storage).toHaveLength(0)
  })

  test('also while the disk refuses it', async () => {
    const made = aBrowser()
    const first = await made.tab()
    made.disk.failAllWrites('QuotaExceededError')
    first.type('a')
    await until(() => first.log.state.get() === 'notKept')
    first.type('b')
    await until(() => first.log.state.get() === 'notKept')
    const found = new Y.Doc()
    for (const { bytes } of ahead(made)) Y.applyUpdate(found, bytes)
    expect(found.getText('t').toString()).toBe('ab')
    made.disk.failAllWrites(null)
    first.type('c')
    await first.log.flush()
    expect(made.storage).toHaveLength(0)
  })

  test('as something the relay has, once it has said so, though the disk still refuses it', async () => {
    const made = aBrowser()
    const first = await made.tab()
    made.disk.failAllWrites('QuotaExceededError')
    first.type('a')
    await until(() => first.log.state.get() === 'notKept')
    first.log.confirm(first.log.mark())
    expect(ahead(made).map(({ unsent }) => unsent)).toEqual([null])
  })

  test('also when a newer version of the app has taken the disk', async () => {
    const made = aBrowser()
    const first = await made.tab()
    made.disk.failOpen(Number.POSITIVE_INFINITY)
    made.disk.failWrites('InvalidStateError')
    first.type('a')
    await until(() => first.log.state.get() === 'memoryOnly')
    first.type('b')
    first.type('c')
    await Promise.resolve()
    const found = new Y.Doc()
    for (const { bytes } of ahead(made)) Y.applyUpdate(found, bytes)
    expect(found.getText('t').toString()).toBe('abc')
  })

  test('a mark that another tab puts back after it was confirmed is taken off again', async () => {
    const made = aBrowser()
    const first = await made.tab()
    first.type('a')
    await Promise.resolve()
    const rows = ahead(made)
    await first.log.flush()
    first.log.confirm(first.log.mark())
    await first.log.flush()
    await first.store.append(ROOM, rows, [])
    await first.log.refresh()
    await first.log.flush()
    expect((await first.store.read(ROOM, -1)).unsent).toEqual([])
    expect(first.text()).toBe('a')
  })

  test('but not what others wrote: the relay has that', async () => {
    const made = aBrowser()
    const first = await made.tab()
    first.hear(fromElsewhere((ydoc) => ydoc.getText('t').insert(0, 'theirs')))
    await Promise.resolve()
    expect(made.storage).toHaveLength(0)
  })
})

describe('[LOG-2] failed writes', () => {
  test.each(['AbortError', 'QuotaExceededError', 'InvalidStateError', 'UnknownError'] as const)(
    'one write that fails with %s, then twenty good ones: every character is there',
    async (fault) => {
      const { tab, disk } = aBrowser()
      const first = await tab()
      first.type('0123456789')
      await first.log.flush()
      disk.failWrites(fault)
      first.type('X')
      await until(() => first.log.state.get() !== 'keeping', 'an end of the write')
      for (const letter of 'abcdefghijklmnopqrst') {
        first.type(letter)
        await first.log.flush()
      }
      expect(first.log.state.get()).toBe('kept')
      first.close()
      expect((await tab()).text()).toBe('0123456789Xabcdefghijklmnopqrst')
    },
  )

  test('a dead connection is replaced once, at once, without anybody typing again', async () => {
    const { tab, disk } = aBrowser()
    const first = await tab()
    const openings = disk.openings()
    disk.failWrites('InvalidStateError')
    first.type('kept')
    await until(() => first.log.state.get() === 'kept')
    expect(disk.openings()).toBe(openings + 1)
    first.close()
    expect((await tab()).text()).toBe('kept')
  })

  test('a full disk says so, tries again after a minute, and then nothing is missing', async () => {
    const { tab, disk } = aBrowser()
    const first = await tab()
    disk.failAllWrites('QuotaExceededError')
    first.type('still ')
    await until(() => first.log.state.get() === 'notKept')
    disk.failAllWrites(null)
    first.timers.pass(60_000)
    await until(() => first.log.state.get() === 'kept')
    first.type('here')
    await first.log.flush()
    first.close()
    expect((await tab()).text()).toBe('still here')
  })

  test('what came from the relay during a failure is not taken for unsent', async () => {
    const { tab, disk } = aBrowser()
    const first = await tab()
    disk.failWrites('AbortError')
    first.type('mine')
    first.hear(fromElsewhere((ydoc) => ydoc.getText('other').insert(0, 'theirs')))
    await until(() => first.log.state.get() === 'notKept')
    first.hear(fromElsewhere((ydoc) => ydoc.getText('third').insert(0, 'more')))
    await first.log.flush()
    const base = new Y.Doc()
    Y.applyUpdate(base, await first.store.base(ROOM))
    expect([base.getText('t'), base.getText('other'), base.getText('third')].map(String)).toEqual([
      '',
      'theirs',
      'more',
    ])
  })

  test('[LOG-7] where the database does not open, the document works in memory and is written whole once it does', async () => {
    const { tab, disk } = aBrowser()
    const earlier = await tab()
    earlier.type('before ')
    await earlier.log.flush()
    earlier.close()

    disk.failOpen(Infinity)
    const first = await tab()
    expect(first.log.state.get()).toBe('memoryOnly')
    first.type('now')
    const tried = disk.openings()
    await until(() => (first.timers.pass(1_000), disk.openings() > tried), 'a new try')
    expect(first.log.state.get()).toBe('memoryOnly')
    disk.failOpen(0)
    await until(() => (first.timers.pass(1_000), first.log.state.get() === 'kept'))
    expect(first.text()).toContain('before ')
    first.close()
    const second = await tab()
    expect(second.text()).toContain('before ')
    expect(second.text()).toContain('now')
  })
})

describe('[LOG-4] what waits for the relay', () => {
  const titles = (log: UpdateLog) =>
    log.unsent.get().map(({ list, id, field }) => [list, id, field].filter(Boolean).join('/'))
  const edit = (ydoc: Y.Doc, id: string, field: string, value: string) => {
    ydoc.transact(() => {
      const list = ydoc.getMap<Y.Map<unknown>>('milestones')
      let record = list.get(id)
      if (record === undefined) list.set(id, (record = new Y.Map()))
      record.set(field, value)
    }, 'person')
  }

  test('counts each field of a record once, and a new record as one thing', async () => {
    const { tab } = aBrowser()
    const { ydoc, log } = await tab()
    edit(ydoc, 'm1', 'title', 'a')
    edit(ydoc, 'm1', 'due', 'b')
    expect(titles(log)).toEqual(['milestones/m1'])
    log.confirm(log.mark())
    expect(titles(log)).toEqual([])
    edit(ydoc, 'm1', 'title', 'c')
    edit(ydoc, 'm1', 'title', 'd')
    edit(ydoc, 'm1', 'due', 'e')
    set(ydoc, 'writers', '1', {})
    expect(titles(log)).toEqual(['milestones/m1/due', 'milestones/m1/title'])
  })

  test('survives a reload, and a confirmation does too', async () => {
    const { tab } = aBrowser()
    const first = await tab()
    first.type('one')
    const mark = first.log.mark()
    set(first.ydoc, 'meta', 'x', 1)
    await first.log.flush()
    expect(titles(first.log)).toEqual(['meta/x', 't'])
    first.log.confirm(mark)
    await first.log.flush()
    first.close()
    expect(titles((await tab()).log)).toEqual(['meta/x'])
  })

  test('an answer never covers what was typed after its question', async () => {
    const { tab } = aBrowser()
    const { log, type, ydoc } = await tab()
    type('a')
    type('b')
    const mark = log.mark()
    // Still in the same pile in memory, but behind the barrier.
    set(ydoc, 'meta', 'late', 1)
    log.confirm(mark)
    expect(titles(log)).toEqual(['meta/late'])
  })

  test('a read that began before a confirmation does not bring back what it saw', async () => {
    const { tab, gate } = aBrowser()
    const { log, type } = await tab()
    type('a')
    await log.flush()
    let open = () => {}
    gate.wait = new Promise((resolve) => (open = resolve))
    const reading = log.refresh()
    // The read has seen the mark; now it is taken off.
    await new Promise((resolve) => setTimeout(resolve, 0))
    log.confirm(log.mark())
    await log.flush()
    open()
    await reading
    expect(titles(log)).toEqual([])
  })

  test('what comes from the relay does not wait', async () => {
    const { tab } = aBrowser()
    const { log, hear } = await tab()
    hear(fromElsewhere((ydoc) => ydoc.getText('t').insert(0, 'theirs')))
    expect(titles(log)).toEqual([])
  })

  test('everything changed while a plan is made is one thing', async () => {
    const { tab } = aBrowser()
    const { log, ydoc } = await tab()
    log.asCreation(() => {
      edit(ydoc, 'm1', 'title', 'a')
      edit(ydoc, 'm2', 'title', 'b')
    })
    edit(ydoc, 'm3', 'title', 'c')
    expect(log.unsent.get()).toEqual([{ list: 'plan', id: null, field: null }])
  })

  test('a whole write after a failure still knows what waits, and asks for a new answer', async () => {
    const { tab, disk } = aBrowser()
    const first = await tab()
    disk.failWrites('AbortError')
    first.type('x')
    await until(() => first.log.state.get() === 'notKept')
    const early = first.log.mark()
    set(first.ydoc, 'meta', 'k', 1)
    await first.log.flush()
    expect(first.found()).toBeGreaterThan(0)
    first.log.confirm(early)
    expect(titles(first.log)).toEqual(['meta/k', 't'])
    first.log.confirm(first.log.mark())
    await first.log.flush()
    first.close()
    expect(titles((await tab()).log)).toEqual([])
  })
})

describe('[LOG-5] two tabs', () => {
  test('see each other through the disk, and both know what waits', async () => {
    const { tab } = aBrowser()
    const [one, two] = [await tab(), await tab()]
    one.type('from one')
    await until(() => two.text() === 'from one')
    expect(two.log.unsent.get()).toHaveLength(1)
    expect(two.found()).toBe(1)
    two.log.confirm(two.log.mark())
    await until(() => one.log.unsent.get().length === 0)
  })

  test('[LOG-6] compaction by one tab takes nothing from the other', async () => {
    const { tab } = aBrowser()
    const [one, two] = [await tab(), await tab()]
    for (let at = 0; at < 260; at += 1) {
      one.type('a')
      await one.log.flush()
      if (at % 3 === 0) one.log.confirm(one.log.mark())
    }
    two.type('b')
    await two.log.flush()
    await until(() => one.text().length === 261 && two.text() === one.text())
    const { rows, snapshot } = await one.store.read(ROOM, -1)
    expect(snapshot).not.toBeNull()
    expect(rows.length).toBeLessThan(200)
    one.close()
    two.close()
    expect((await tab()).text()).toHaveLength(261)
  })

  test('a tab that read nothing for long takes the snapshot, because its rows are gone', async () => {
    const { tab } = aBrowser()
    const one = await tab()
    const late = await tab()
    late.log.stop()
    const lateDoc = new Y.Doc()
    for (let at = 0; at < 10; at += 1) {
      one.type(String(at))
      await one.log.flush()
      one.log.confirm(one.log.mark())
    }
    await one.log.flush()
    const early = await one.store.read(ROOM, -1)
    for (const row of early.rows.slice(0, 3)) Y.applyUpdate(lateDoc, row.bytes)
    const seen = early.rows[2]?.seq ?? 0
    await one.store.compact(ROOM, () => 'm')
    const later = await one.store.read(ROOM, seen)
    expect(later.rows).toEqual([])
    Y.applyUpdate(lateDoc, later.snapshot?.bytes ?? new Uint8Array())
    expect(lateDoc.getText('t').toString()).toBe('0123456789')
  })

  test('[LOG-6] compaction keeps the count, and a tab that holds old marks asks again', async () => {
    const { tab } = aBrowser()
    const one = await tab()
    for (let at = 0; at < 205; at += 1) {
      one.type('a')
      await one.log.flush()
    }
    await until(async () => (await one.store.read(ROOM, -1)).rows.length < 200, 'compaction')
    await until(() => one.found() > 0)
    expect(one.log.unsent.get()).toHaveLength(1)
    one.log.confirm(one.log.mark())
    await one.log.flush()
    one.close()
    const again = await tab()
    expect(again.log.unsent.get()).toEqual([])
    expect(again.text()).toHaveLength(205)
  })
})

describe('[LOG-3] what the relay had', () => {
  test('can be told from what was never sent, also after compaction', async () => {
    const { tab } = aBrowser()
    const one = await tab()
    one.type('sent ')
    await one.log.flush()
    one.log.confirm(one.log.mark())
    one.type('unsent')
    one.hear(fromElsewhere((ydoc) => ydoc.getText('other').insert(0, 'theirs')))
    await one.log.flush()
    await one.store.compact(ROOM, () => 'm')
    await one.store.rebase(ROOM)
    one.close()
    const two = await tab()
    expect(two.text()).toBe('sent ')
    expect(two.ydoc.getText('other').toString()).toBe('theirs')
    expect(two.log.unsent.get()).toEqual([])
  })

  test('keeps what somebody built upon a change whose confirmation got lost', async () => {
    const { tab } = aBrowser()
    const one = await tab()
    one.type('mine')
    one.hear(fromElsewhere((ydoc) => ydoc.getText('t').insert(4, ' and theirs'), one.ydoc))
    await one.log.flush()
    await one.store.rebase(ROOM)
    one.close()
    expect((await tab()).text()).toBe('mine and theirs')
  })
})

describe('a disk that lies', () => {
  test('[LOG-6] rows that cannot be read are passed over, counted, and not compacted away', async () => {
    const { tab } = aBrowser()
    const one = await tab()
    one.type('good')
    await one.log.flush()
    one.log.confirm(one.log.mark())
    await one.log.flush()
    await one.database
      .dexie()
      .table('updates')
      .bulkAdd([
        { room: ROOM, bytes: 'no bytes', mark: null },
        { room: ROOM, bytes: new Uint8Array([1, 255, 3]), mark: null },
      ])
    one.close()
    const two = await tab()
    expect(two.text()).toBe('good')
    expect(two.log.damage.get()).toBe('copy')
    await two.store.compact(ROOM, () => 'm')
    expect(await two.database.dexie().table('updates').where('seq').above(0).count()).toBe(3)
  })

  test.each(['no bytes', new Uint8Array([1, 255, 3])])(
    '[LOG-6] changes that were only here and cannot be read are told apart',
    async (bytes) => {
      const { tab } = aBrowser()
      const one = await tab()
      one.type('never sent')
      await one.log.flush()
      const updates = one.database.dexie().table('updates')
      const [row] = await updates.toArray()
      await updates.put({ ...row, bytes })
      one.close()
      const two = await tab()
      expect(two.text()).toBe('')
      expect(two.log.damage.get()).toBe('changes')
    },
  )

  test('[LOG-6] damage that shows only when all rows are in is said, and the document opens', async () => {
    const { tab } = aBrowser()
    const first = await tab()
    const other = await tab()
    other.ydoc.on('afterTransaction', () => {
      throw new Error('as Yjs does over some corrupt rows')
    })
    first.type('kept')
    await first.log.flush()
    await other.log.refresh()
    expect(other.log.damage.get()).toBe('changes')
    expect(other.text()).toBe('kept')
  })

  test('[LOG-8] a newer version of the app takes the database over: last words are written, then the tab lets go', async () => {
    const { tab, disk } = aBrowser()
    const one = await tab()
    one.type('first')
    one.type(' last words')
    // As Dexie counts them.
    const version = (DATABASE_VERSION + 1) * 10
    const opened = new Promise<IDBDatabase>((resolve, reject) => {
      const request = disk.indexedDB.open('milepost', version)
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error))
    })
    const newer = await opened
    expect(one.database.superseded.get()).toBe(true)
    const rows = await new Promise<{ bytes: Uint8Array }[]>((resolve) => {
      const request = newer.transaction('updates').objectStore('updates').getAll()
      request.onsuccess = () => resolve(request.result)
    })
    const ydoc = new Y.Doc()
    for (const { bytes } of rows) Y.applyUpdate(ydoc, bytes)
    expect(ydoc.getText('t').toString()).toBe('first last words')
    one.type('!')
    await until(() => one.log.state.get() !== 'keeping')
    expect(one.log.state.get()).toBe('memoryOnly')
    newer.close()
  })
})
