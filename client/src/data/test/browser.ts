/** A browser for tests: one disk and one set of channels for all its tabs, and a network cable that can be pulled. */
import type { Device } from '../device.ts'
import { openDevice } from '../open-device.ts'
import type { TabWord } from '../storage/update-log.ts'
import { faultyIndexedDb, type FaultyIndexedDb } from '../testing/faulty-indexed-db.ts'
import { memoryStorage } from '../testing/memory-storage.ts'
import type { PageEvent } from '../../sync/page-events.ts'
import { browserWorld, type World } from '../world.ts'

export interface TestBrowser {
  readonly disk: FaultyIndexedDb
  readonly localStorage: Storage
  tab(world?: Partial<World>): Promise<Device>
  /** What a tab has around it, for what is opened without a device. */
  readonly world: World
  unplug(): void
  plugIn(): void
  /** What the pages of all tabs are told. */
  page(event: PageEvent): void
  /** Every frame that left, of every socket. */
  readonly sent: readonly Uint8Array[]
  close(): Promise<void>
}

export function testBrowser(relay: string): TestBrowser {
  const disk = faultyIndexedDb()
  const localStorage = memoryStorage()
  const tabs: Device[] = []
  const ears = new Map<string, Set<(word: TabWord) => void>>()
  const pageListeners = new Set<(event: PageEvent) => void>()
  const sockets = new Set<WebSocket>()
  const sent: Uint8Array[] = []
  let isPlugged = true

  class Wire extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      // Port 1 answers nobody.
      super(isPlugged ? url : 'ws://127.0.0.1:1/', protocols)
      sockets.add(this)
    }

    override send(data: Uint8Array<ArrayBuffer>): void {
      sent.push(data)
      super.send(data)
    }
  }

  const page = (event: PageEvent) => {
    for (const listener of pageListeners) listener(event)
  }

  const world: World = {
    ...browserWorld(),
    indexedDB: disk.indexedDB,
    IDBKeyRange: disk.IDBKeyRange,
    localStorage,
    relay,
    fetch: (input, init) => (isPlugged ? fetch(input, init) : Promise.reject(new TypeError('no network'))),
    WebSocket: Wire,
    page: {
      subscribe(listener) {
        pageListeners.add(listener)
        return () => void pageListeners.delete(listener)
      },
    },
    openChannel: (name, hear) => {
      const all = ears.get(name) ?? new Set()
      ears.set(name, all.add(hear))
      return {
        send: (word) => {
          for (const ear of all) if (ear !== hear) queueMicrotask(() => all.has(ear) && ear(word))
        },
        close: () => void all.delete(hear),
      }
    },
    withLock: (_name, task) => task(),
  }

  return {
    disk,
    localStorage,
    sent,
    world,
    async tab(more = {}) {
      const device = await openDevice({ ...world, ...more })
      tabs.push(device)
      return device
    },
    unplug() {
      isPlugged = false
      for (const socket of sockets) socket.close()
      sockets.clear()
      page('offline')
    },
    plugIn() {
      isPlugged = true
      page('online')
    },
    page,
    async close() {
      for (const tab of tabs) await tab.close()
    },
  }
}
