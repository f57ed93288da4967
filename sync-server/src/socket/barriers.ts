// The honest "saved": a barrier is answered when everything its socket sent before it is on disk, and not sooner.
//
// Two things hold a writer's barrier back: changes of its own that wait for the disk, and the answer to the relay's first
// question, which carries all that was written offline. A checkpoint that overtakes that upload would lie, whatever order
// the client chose, so the order is kept here. Rules BARRIER-1 to BARRIER-5, SPEC.md.
import { BARRIER_STATUS, type BarrierStatus } from '@milepost/protocol'

export class Barriers {
  readonly #isWriter: boolean
  readonly #answer: (n: number, status: BarrierStatus) => void
  /** Barriers in order, each with how many changes must be settled before it. */
  readonly #waiting: { n: number; after: number }[] = []
  #handedIn = 0
  #kept = 0
  #hasUploaded = false

  constructor(isWriter: boolean, answer: (n: number, status: BarrierStatus) => void) {
    this.#isWriter = isWriter
    this.#answer = answer
  }

  get waiting(): number {
    return this.#waiting.length
  }

  /** A change of this socket is on its way to disk. */
  changeHandedIn(): void {
    this.#handedIn++
  }

  changeKept(): void {
    this.#kept++
    this.#answerWhatIsDue()
  }

  /** The client has answered the relay's state vector, and every change in it was handed in. */
  uploaded(): void {
    // Those asked too early wait for the upload as well.
    if (!this.#hasUploaded) for (const barrier of this.#waiting) barrier.after = this.#handedIn
    this.#hasUploaded = true
    this.#answerWhatIsDue()
  }

  asked(n: number): void {
    if (!this.#isWriter) {
      this.#answer(n, BARRIER_STATUS.refused)
      return
    }
    this.#waiting.push({ n, after: this.#handedIn })
    this.#answerWhatIsDue()
  }

  #answerWhatIsDue(): void {
    if (!this.#hasUploaded) return
    for (let first = this.#waiting[0]; first !== undefined && first.after <= this.#kept; first = this.#waiting[0]) {
      this.#waiting.shift()
      this.#answer(first.n, BARRIER_STATUS.durable)
    }
  }
}
