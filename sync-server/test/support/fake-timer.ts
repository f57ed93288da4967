// Time that stands still until a test moves it.
import type { Timer } from '../../src/timer.ts'

export interface FakeTimer extends Timer {
  /** Both clocks move, and what was due is called in order. */
  advance(ms: number): void
  /** Somebody sets the machine's clock; time itself goes on as before. */
  jumpClock(ms: number): void
}

export function fakeTimer(start = Date.UTC(2026, 10, 22, 12)): FakeTimer {
  let wall = start
  // As the system's: never a whole number.
  let monotonic = 0.25
  const due = new Set<{ at: number; callback: () => void }>()
  return {
    now: () => Math.floor(wall),
    monotonic: () => monotonic,
    after: (ms, callback) => {
      const entry = { at: monotonic + ms, callback }
      due.add(entry)
      return () => void due.delete(entry)
    },
    jumpClock: (ms) => void (wall += ms),
    advance: (ms) => {
      const end = monotonic + ms
      for (;;) {
        const [next] = [...due].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)
        if (next === undefined) break
        due.delete(next)
        wall += next.at - monotonic
        monotonic = next.at
        next.callback()
      }
      wall += end - monotonic
      monotonic = end
    },
  }
}
