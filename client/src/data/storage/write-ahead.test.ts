// What a page that was cut off had not on disk: kept at once, found by the next tab, and hostile until parsed.
import { describe, expect, test, vi } from 'vitest'
import { manualTimers } from '../../sync/testing/manual-timers.ts'
import { faultyIndexedDb } from '../testing/faulty-indexed-db.ts'
import { memoryStorage } from '../testing/memory-storage.ts'
import { createDatabase } from './database.ts'
import { createLogStore, type NewRow } from './log-store.ts'
import { createWriteAhead, recoverUnwritten } from './write-ahead.ts'

const ROOM = 'a-plan'
const row = (...bytes: readonly number[]): NewRow => ({
  bytes: Uint8Array.from(bytes),
  unsent: { mark: `mark-${bytes.join('-')}`, keys: ['milestones/a/title'] },
})
const local = (...bytes: readonly number[]): NewRow => ({ bytes: Uint8Array.from(bytes), unsent: null })

function aBrowser(storage = memoryStorage()) {
  const disk = faultyIndexedDb()
  const database = createDatabase({ ...disk, timers: manualTimers() })
  const store = createLogStore(database)
  const tab = (name: string) => createWriteAhead({ storage, tab: name })
  const onRows = vi.fn<(room: string) => void>()
  const recover = (isKnown = true) =>
    recoverUnwritten({ ahead: tab('the next one'), database, store, isKnown: () => isKnown, onRows })
  return { storage, disk, store, tab, onRows, recover }
}

describe('keeping', () => {
  test('what one tab keeps another one finds, byte by byte; it does not find its own', () => {
    const { tab } = aBrowser()
    const first = tab('first')
    const rows = [row(0, 127, 128, 255), local(7)]
    first.keep(ROOM, rows)
    expect(tab('second').left()).toMatchObject([{ room: ROOM, rows }])
    expect(first.left()).toEqual([])
  })

  test('each word replaces the one before, and nothing to keep leaves nothing behind', () => {
    const { tab, storage } = aBrowser()
    const first = tab('first')
    first.keep(ROOM, [row(1)])
    first.keep(ROOM, [row(2)])
    expect(tab('second').left()).toMatchObject([{ rows: [row(2)] }])
    first.keep(ROOM, [])
    expect(storage).toHaveLength(0)
  })

  test('more than fits is not kept in part, and a full or forbidden storage stops nobody', () => {
    const { tab, storage } = aBrowser()
    const first = tab('first')
    first.keep(ROOM, [row(1)])
    first.keep(ROOM, [{ bytes: new Uint8Array(500_000), unsent: null }])
    expect(storage).toHaveLength(0)
    aBrowser(memoryStorage({ room: 0 }))
      .tab('first')
      .keep(ROOM, [row(1)])
    createWriteAhead({ storage: undefined, tab: 'first' }).keep(ROOM, [row(1)])
  })

  test('a room that is gone is forgotten in every tab, and no other room', () => {
    const { tab } = aBrowser()
    for (const name of ['first', 'second']) for (const room of [ROOM, 'other']) tab(name).keep(room, [row(1)])
    tab('first').forget(ROOM)
    expect(
      tab('third')
        .left()
        .map(({ room }) => room),
    ).toEqual(['other', 'other'])
  })
})

describe('recovering', () => {
  test('what was left is put on disk, told once, and gone from where it lay', async () => {
    const { tab, store, storage, recover, onRows } = aBrowser()
    tab('first').keep(ROOM, [row(1, 2), local(3)])
    await recover()
    const found = await store.read(ROOM, -1)
    expect(found.rows).toMatchObject([
      { bytes: Uint8Array.of(1, 2), mark: 'mark-1-2' },
      { bytes: Uint8Array.of(3), mark: null },
    ])
    expect(found.unsent).toEqual([{ mark: 'mark-1-2', room: ROOM, keys: ['milestones/a/title'] }])
    expect(onRows.mock.calls).toEqual([[ROOM]])
    expect(storage).toHaveLength(0)
  })

  test('a disk that does not take it leaves it for the next time', async () => {
    const { tab, disk, store, storage, recover, onRows } = aBrowser()
    tab('first').keep(ROOM, [row(1)])
    disk.failWrites('QuotaExceededError')
    await recover()
    expect(onRows).not.toHaveBeenCalled()
    expect(storage).toHaveLength(1)
    await recover()
    expect((await store.read(ROOM, -1)).rows).toHaveLength(1)
  })

  test('what a living tab wrote meanwhile stays', () => {
    const { tab } = aBrowser()
    const first = tab('first')
    first.keep(ROOM, [row(1)])
    const [found] = tab('second').left()
    first.keep(ROOM, [row(2)])
    found?.done()
    expect(tab('second').left()).toMatchObject([{ rows: [row(2)] }])
  })

  test('of a plan that this device has no more, nothing comes back', async () => {
    const { tab, store, storage, recover } = aBrowser()
    tab('first').keep(ROOM, [row(1)])
    await recover(false)
    expect((await store.read(ROOM, -1)).rows).toEqual([])
    expect(storage).toHaveLength(0)
  })

  test.each([
    ['not JSON', '{'],
    ['not a list', '{"bytes":"AA=="}'],
    ['not base64', '[{"bytes":"*","unsent":null}]'],
    ['no bytes', '[{"unsent":null}]'],
    ['a mark that is none', '[{"bytes":"AA==","unsent":{"mark":1,"keys":[]}}]'],
  ])('%s is passed over, and what can be read beside it is not', async (_what, text) => {
    const { tab, store, storage, recover } = aBrowser()
    storage.setItem(`milepost.unwritten:somebody:${ROOM}`, text)
    tab('first').keep(ROOM, [row(1)])
    await recover()
    expect((await store.read(ROOM, -1)).rows).toHaveLength(1)
    expect(storage.getItem(`milepost.unwritten:somebody:${ROOM}`)).toBe(text)
  })
})
