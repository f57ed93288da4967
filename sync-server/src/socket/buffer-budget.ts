// What may wait for all readers together. Each reader has a bound of its own, but four hundred of them at that bound are a
// machine without memory. Over the budget the readers furthest behind are cut off until an eighth of it is free again:
// they come back and ask for what they lack, and nothing that is kept is lost. Rule OUT-6, SPEC.md.

/** One reader, as the budget sees it. */
export interface Reader {
  readonly bytesWaiting: number
  /** Tells the budget what changed since it last did: a slow reader takes something without a word. */
  recount(): void
  /** Tells the budget that nothing waits any more. */
  cutOff(why: string): void
}

/** Of the budget, what is left after cutting: else the next message would cut again. */
const AFTER = 7 / 8

export class BufferBudget {
  readonly #limit: number
  readonly #readers: () => readonly Reader[]
  #waiting = 0
  #isCutting = false

  constructor(limit: number, readers: () => readonly Reader[]) {
    this.#limit = limit
    this.#readers = readers
  }

  get bytesWaiting(): number {
    return this.#waiting
  }

  /** More or less waits for somebody. */
  changed(by: number): void {
    this.#waiting += by
    if (this.#waiting <= this.#limit || this.#isCutting) return
    this.#isCutting = true
    for (const reader of this.#readers()) reader.recount()
    if (this.#waiting > this.#limit) this.#cut()
    this.#isCutting = false
  }

  #cut(): void {
    for (const reader of this.#readers().toSorted((a, b) => b.bytesWaiting - a.bytesWaiting)) {
      if (this.#waiting <= this.#limit * AFTER) break
      reader.cutOff('buffer_budget')
    }
  }
}
