// A wall clock that does not follow every jump of the machine's: a wrong clock must not end people's links.
//
// Links expire by the clock, and a client takes "expired" as final. So a jump of more than a minute against the monotonic
// clock is believed only when it has stood for ten minutes; small corrections are followed at once. A link then ends up
// to ten minutes late after the clock was set right, and never because it was set wrong for a moment. CLOCK-1, SPEC.md.
import type { Timer } from './timer.ts'

const JUMP_MS = 60_000
const BELIEVED_AFTER_MS = 10 * 60_000

/** The same timer with a steadier `now`; it must be asked now and then, which the relay's own sweep does. */
export function steadyTimer(timer: Timer): Timer {
  let offset = timer.now() - timer.monotonic()
  let doubted: { offset: number; since: number } | null = null

  function now(): number {
    const monotonic = timer.monotonic()
    const seen = timer.now() - monotonic
    if (Math.abs(seen - offset) <= JUMP_MS) {
      offset = seen
      doubted = null
    } else if (doubted === null || Math.abs(seen - doubted.offset) > JUMP_MS) {
      doubted = { offset: seen, since: monotonic }
    } else if (monotonic - doubted.since >= BELIEVED_AFTER_MS) {
      offset = seen
      doubted = null
    }
    // Whole milliseconds, as a clock gives them: what is written down with it is a whole number.
    return Math.round(monotonic + offset)
  }

  return { now, monotonic: () => timer.monotonic(), after: (ms, callback) => timer.after(ms, callback) }
}
