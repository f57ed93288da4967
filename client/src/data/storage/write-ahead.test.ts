// What a page that was cut off had not on disk: kept at once, found by the next tab, and hostile until parsed.
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { manualTimers } from '../../sync/testing/manual-timers.ts'
import { faultyIndexedDb } from '../testing/faulty-indexed-db.ts'
import { memoryStorage } from '../testing/memory-storage.ts'
import { createDatabase } from './database.ts'
import { createLogStore, type NewRow } from './log-store.ts'
import { createWriteAhead, recoverUnwritten } from './write-ahead.ts'

const ROOM = 'a-plan'
const row = (text: string): NewRow => ({
  ...local(text),
  unsent: { mark: `mark of ${text}`, keys: ['milestones/a/title'] },
})
const local = (text: string): NewRow => {
  const ydoc = new Y.Doc()
  ydoc.getText('t').insert(0, text)
  return { bytes: new Uint8Array(Y.encodeStateAsUpdate(ydoc)), unsent: null }
}

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

/** Throws whatever one asks of it. */
function brokenStorage(): Storage {
  return new Proxy(memoryStorage(), {
    get() {
      throw new DOMException('corrupt', 'UnknownError')
    },
  })
}

describe('keeping', () => {
  test('what one tab keeps another one finds, byte by byte; it does not find its own', () => {
    const { tab } = aBrowser()
    const first = tab('first')
    const rows = [row('øß\u0000'), local('b')]
    first.keep(ROOM, rows)
    expect([...tab('second').left()]).toMatchObject([{ room: ROOM, rows }])
    expect([...first.left()]).toEqual([])
  })

  test('each word replaces the one before, and nothing to keep leaves nothing behind', () => {
    const { tab, storage } = aBrowser()
    const first = tab('first')
    const later = row('later')
    first.keep(ROOM, [row('first')])
    first.keep(ROOM, [later])
    expect([...tab('second').left()]).toMatchObject([{ rows: [later] }])
    first.keep(ROOM, [])
    expect(storage).toHaveLength(0)
  })

  test('what does not fit is left out from the end: what came before it is good without', () => {
    const { tab, storage } = aBrowser()
    const first = tab('first')
    const [small, big] = [row('small'), row('x'.repeat(500_000))]
    first.keep(ROOM, [small, big, row('after')])
    expect([...tab('second').left()]).toMatchObject([{ rows: [small] }])
    first.keep(ROOM, [big])
    expect(storage).toHaveLength(0)
  })

  test.each([
    ['full', () => memoryStorage({ room: 0 })],
    ['absent', () => undefined],
    ['broken', brokenStorage],
  ])('a storage that is %s stops nobody', (_what, storage) => {
    const ahead = createWriteAhead({ storage: storage(), tab: 'first' })
    ahead.keep(ROOM, [row('a')])
    ahead.forget(ROOM)
    expect([...ahead.left()]).toEqual([])
  })

  test('a room that is gone is forgotten in every tab, and no other room', () => {
    const { tab } = aBrowser()
    for (const name of ['first', 'second']) for (const room of [ROOM, 'other']) tab(name).keep(room, [row('a')])
    tab('first').forget(ROOM)
    expect([...tab('third').left()].map(({ room }) => room)).toEqual(['other', 'other'])
  })
})

describe('recovering', () => {
  test('what was left is put on disk, told once, and gone from where it lay', async () => {
    const { tab, store, storage, recover, onRows } = aBrowser()
    const [own, other] = [row('own'), local('never leaves')]
    tab('first').keep(ROOM, [own, other])
    expect(await recover()).toBe(true)
    const found = await store.read(ROOM, -1)
    expect(found.rows).toMatchObject([
      { bytes: own.bytes, mark: 'mark of own' },
      { bytes: other.bytes, mark: null },
    ])
    expect(found.unsent).toEqual([{ mark: 'mark of own', room: ROOM, keys: ['milestones/a/title'] }])
    expect(onRows.mock.calls).toEqual([[ROOM]])
    expect(storage).toHaveLength(0)
  })

  test('a disk that does not take it leaves it for the next time', async () => {
    const { tab, disk, store, storage, recover, onRows } = aBrowser()
    tab('first').keep(ROOM, [row('a')])
    disk.failWrites('QuotaExceededError')
    expect(await recover()).toBe(false)
    expect(onRows).not.toHaveBeenCalled()
    expect(storage).toHaveLength(1)
    await recover()
    expect((await store.read(ROOM, -1)).rows).toHaveLength(1)
  })

  test('what a living tab wrote meanwhile stays', () => {
    const { tab } = aBrowser()
    const first = tab('first')
    const later = row('later')
    first.keep(ROOM, [row('a')])
    const [found] = tab('second').left()
    first.keep(ROOM, [later])
    found?.done()
    expect([...tab('second').left()]).toMatchObject([{ rows: [later] }])
  })

  test('what is forgotten while another room is being written does not come back', async () => {
    const { tab, store, recover, onRows } = aBrowser()
    tab('first').keep('other', [row('a')])
    tab('first').keep(ROOM, [row('b')])
    onRows.mockImplementation(() => tab('who discards').forget(ROOM))
    await recover()
    expect(onRows.mock.calls).toEqual([['other']])
    expect((await store.read(ROOM, -1)).rows).toEqual([])
  })

  test('of a plan that this device does not know, or not yet, nothing is taken and nothing dropped', async () => {
    const { tab, store, storage, recover } = aBrowser()
    tab('first').keep(ROOM, [row('a')])
    expect(await recover(false)).toBe(false)
    expect((await store.read(ROOM, -1)).rows).toEqual([])
    expect(storage).toHaveLength(1)
  })

  test.each([
    ['not JSON', '{'],
    ['not a list', '{"bytes":"AA=="}'],
    ['not base64', '[{"bytes":"*","unsent":null}]'],
    ['no update', '[{"bytes":"AQL/","unsent":null}]'],
    ['no bytes', '[{"unsent":null}]'],
    ['a mark that is none', '[{"bytes":"AA==","unsent":{"mark":1,"keys":[]}}]'],
  ])('%s is passed over, and what can be read beside it is not', async (_what, text) => {
    const { tab, store, storage, recover } = aBrowser()
    storage.setItem(`milepost.unwritten:somebody:${ROOM}`, text)
    tab('first').keep(ROOM, [row('a')])
    await recover()
    expect((await store.read(ROOM, -1)).rows).toHaveLength(1)
    expect(storage.getItem(`milepost.unwritten:somebody:${ROOM}`)).toBe(text)
  })
})
