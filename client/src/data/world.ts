/**
 * World: everything outside that the data room touches, as one argument: disk, network, clock, chance, page, other tabs. The
 * browser's own is the default; a test brings another and needs neither mock nor sleep.
 */
import { browserPage, noPage, type PageEvents } from '../sync/page-events.ts'
import { realTimers, type Timers } from '../sync/timers.ts'
import type { TabChannel, TabWord } from './storage/update-log.ts'

export interface World {
  readonly databaseName: string
  readonly indexedDB: IDBFactory | undefined
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange | undefined
  readonly localStorage: Storage | undefined
  readonly fetch: typeof globalThis.fetch
  readonly WebSocket: typeof globalThis.WebSocket
  readonly now: () => number
  readonly random: () => number
  readonly timers: Timers
  readonly page: PageEvents
  /** Where new plans go. */
  readonly relay: string
  readonly openChannel: (name: string, hear: (word: TabWord) => void) => TabChannel
  /** Asks the browser not to throw this device's storage away when space gets short. */
  readonly persist: () => void
  /** Runs the task unless another tab is at it. */
  readonly withLock: (name: string, task: () => Promise<void>) => Promise<void>
}

export function browserWorld(): World {
  const hasPage = typeof window !== 'undefined'
  return {
    databaseName: 'milepost',
    indexedDB: ofThisBrowser(() => globalThis.indexedDB),
    IDBKeyRange: globalThis.IDBKeyRange,
    localStorage: hasPage ? ofThisBrowser(() => globalThis.localStorage) : undefined,
    fetch: (input, init) => globalThis.fetch(input, init),
    WebSocket: globalThis.WebSocket,
    now: Date.now,
    random: Math.random,
    timers: realTimers,
    page: hasPage ? browserPage(window) : noPage,
    relay: hasPage ? window.location.origin : '',
    persist: () => void (globalThis.navigator?.storage as StorageManager | undefined)?.persist?.().catch(() => false),
    openChannel: openTabChannel,
    withLock: withWebLock,
  }
}

/** Some browsers throw on the mere look at it (third-party frames, some private windows). */
function ofThisBrowser<T>(storage: () => T): T | undefined {
  try {
    // Some browsers answer null.
    return storage() ?? undefined
  } catch {
    return undefined
  }
}

/** Says one word to every tab that has the channel open, this one included. */
export function broadcast(
  { openChannel, timers }: Pick<World, 'openChannel' | 'timers'>,
  name: string,
  word: TabWord,
): void {
  const channel = openChannel(name, () => {})
  channel.send(word)
  // Some runtimes drop what was sent right before the close.
  timers.after(1_000, () => channel.close())
}

export function openTabChannel(name: string, hear: (word: TabWord) => void): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { send: () => {}, close: () => {} }
  const channel = new BroadcastChannel(name)
  let closed = false
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'rows' || data === 'replaced') hear(data)
  })
  return {
    send(word) {
      if (!closed) channel.postMessage(word)
    },
    close() {
      closed = true
      channel.close()
    },
  }
}

/** Only a courtesy between tabs: what runs under it is one transaction and correct without. */
async function withWebLock(name: string, task: () => Promise<void>): Promise<void> {
  // Missing where the page did not come over https.
  const locks = globalThis.navigator?.locks as LockManager | undefined
  if (locks === undefined) return task()
  await locks.request(name, { ifAvailable: true }, (lock) => (lock === null ? undefined : task()))
}
