/**
 * What happens to the page, as five words. The provider of y-websocket listens to none of them, and a phone that wakes up must
 * not wait for a back-off.
 */
export type PageEvent =
  | 'online'
  | 'offline'
  /** In front again: another tab was left, the phone was unlocked, the page came back from the browser's cache. */
  | 'shown'
  /** Out of sight; nothing may run after it. */
  | 'hidden'
  | 'leaving'

export interface PageEvents {
  subscribe(listener: (event: PageEvent) => void): () => void
}

export function browserPage(target: Window & typeof globalThis): PageEvents {
  return {
    subscribe(listener) {
      const { document } = target
      const wires: readonly [EventTarget, string, () => void][] = [
        [target, 'online', () => listener('online')],
        [target, 'offline', () => listener('offline')],
        [target, 'pageshow', () => listener('shown')],
        [target, 'pagehide', () => listener('leaving')],
        [document, 'visibilitychange', () => listener(document.visibilityState === 'hidden' ? 'hidden' : 'shown')],
      ]
      for (const [from, name, wire] of wires) from.addEventListener(name, wire)
      return () => {
        for (const [from, name, wire] of wires) from.removeEventListener(name, wire)
      }
    },
  }
}

/** Where there is no page. */
export const noPage: PageEvents = { subscribe: () => () => {} }
