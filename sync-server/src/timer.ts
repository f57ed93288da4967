// Time as an argument: what a test can hold still.

export interface Timer {
  /** Wall clock, milliseconds since 1970: shown and compared with expiry, never used for intervals. */
  now(): number
  /** Milliseconds that only ever grow, whatever is done to the clock. */
  monotonic(): number
  /** Calls back once after so many milliseconds; returns how to call it off. Does not keep the process alive. */
  after(ms: number, callback: () => void): () => void
}

export const SYSTEM_TIMER: Timer = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (ms, callback) => {
    const timeout = setTimeout(callback, ms)
    timeout.unref()
    return () => clearTimeout(timeout)
  },
}
