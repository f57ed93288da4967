// What may wait for all readers together. Each reader has a bound of its own, but four hundred of them at that bound are a
// machine without memory. Whoever is cut off comes back and asks for what it lacks; nothing that is kept is lost.
//
// One large change for five hundred people in a room is a lot at once, gone a moment later, and held in memory only once:
// that must cost nobody the connection. So over the budget only those go that have taken nothing for ten seconds, and
// whoever else only over twice the budget; the furthest behind first. Rule OUT-6, SPEC.md.

/** One reader, as the budget sees it. */
export interface Reader {
  readonly bytesWaiting: number
  /** How long it has taken nothing of what waits; 0 where nothing waits. */
  readonly stuckMs: number
  /** Tells the budget what changed since it last did: a slow reader takes something without a word. */
  recount(): void
  /** Tells the budget that nothing waits any more. */
  cutOff(why: string): void
}

const STUCK_MS = 10_000
/** Of the bound, what is left after cutting: else the next message would cut again. */
const AFTER = 7 / 8
/** Looked at again when so much of the budget more waits: it costs a walk over all readers. */
const STEP = 1 / 64

export class BufferBudget {
  readonly #limit: number
  readonly #readers: () => readonly Reader[]
  #waiting = 0
  #lookAt: number
  #isLooking = false

  constructor(limit: number, readers: () => readonly Reader[]) {
    this.#limit = limit
    this.#readers = readers
    this.#lookAt = limit
  }

  get bytesWaiting(): number {
    return this.#waiting
  }

  /** More or less waits for somebody. */
  changed(by: number): void {
    this.#waiting += by
    if (this.#waiting > this.#lookAt) this.keep()
  }

  /** Cuts off whom it takes to stay within the budget. Called every few seconds, too: somebody may have got stuck. */
  keep(): void {
    if (this.#isLooking || this.#waiting <= this.#limit) return
    this.#isLooking = true
    for (const reader of this.#readers()) reader.recount()
    this.#cut(this.#limit, (reader) => reader.stuckMs >= STUCK_MS)
    this.#cut(2 * this.#limit, () => true)
    this.#lookAt = Math.max(this.#limit, this.#waiting + this.#limit * STEP)
    this.#isLooking = false
  }

  #cut(bound: number, mayGo: (reader: Reader) => boolean): void {
    if (this.#waiting <= bound) return
    const readers = this.#readers().filter((reader) => reader.bytesWaiting > 0 && mayGo(reader))
    for (const reader of readers.toSorted((a, b) => b.bytesWaiting - a.bytesWaiting)) {
      if (this.#waiting <= bound * AFTER) break
      reader.cutOff('buffer_budget')
    }
  }
}
