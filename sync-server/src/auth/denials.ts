// Clients that were sent away for good and come back at once: held at the door for longer each time.
//
// Current clients take a 44xx code as final. Older ones do not and try ten times a second for ever, each time a look-up and
// a handshake. One cannot tell them to stop, but one can answer late: they try once at a time. Only the same address with
// the same link for the same room is held, so nobody waits for another's old app. Rules HOLD-1 to HOLD-3, SPEC.md.

/** The first denials cost nothing: a link may have been given back, or the plan made, in between. */
const FREE = 2
const LONGEST_MS = 30_000
const FORGET_MS = 5 * 60_000
/** Whoever is pushed out of so many starts anew. */
const REMEMBERED = 50_000

interface Denied {
  times: number
  at: number
}

export class Denials {
  readonly #denied = new Map<string, Denied>()

  /** How long the next try waits: 2, 4, 8 … 30 seconds after the second denial. */
  holdFor(key: string): number {
    const times = this.#denied.get(key)?.times ?? 0
    return times < FREE ? 0 : Math.min(LONGEST_MS, 1_000 * 2 ** Math.min(times - FREE + 1, 10))
  }

  denied(key: string, now: number): void {
    const times = (this.#denied.get(key)?.times ?? 0) + 1
    // Set anew, so that the map is in the order of the last denial.
    this.#denied.delete(key)
    this.#denied.set(key, { times, at: now })
    if (this.#denied.size <= REMEMBERED) return
    const [oldest] = this.#denied.keys()
    if (oldest !== undefined) this.#denied.delete(oldest)
  }

  admitted(key: string): void {
    this.#denied.delete(key)
  }

  sweep(now: number): void {
    for (const [key, { at }] of this.#denied) {
      if (now - at < FORGET_MS) break
      this.#denied.delete(key)
    }
  }
}
