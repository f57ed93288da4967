// Moves the log into the database while nobody writes, so that hardly any commit has to.
//
// A commit that finds the log grown past its bound (`sqlite-file.ts`) does that work itself and everybody waits for it: some
// milliseconds, and tens on a disk that is busy. With SQLite's own bound that happened several times a second under load.
import type { Timer } from '../timer.ts'

const QUIET_MS = 500
/** Fewer writes than these are not worth two waits for the disk. */
const WORTH_WRITES = 250

export class QuietCheckpoint {
  readonly #timer: Timer
  readonly #checkpoint: () => void
  #writes = 0
  #lastWrite = 0
  #callOff: (() => void) | null = null

  constructor(timer: Timer, checkpoint: () => void) {
    this.#timer = timer
    this.#checkpoint = checkpoint
  }

  wrote(): void {
    this.#writes++
    this.#lastWrite = this.#timer.monotonic()
    if (this.#writes >= WORTH_WRITES) this.#callOff ??= this.#timer.after(QUIET_MS, () => this.#look())
  }

  stop(): void {
    this.#callOff?.()
    this.#callOff = null
  }

  #look(): void {
    this.#callOff = null
    const left = this.#lastWrite + QUIET_MS - this.#timer.monotonic()
    if (left > 0) {
      this.#callOff = this.#timer.after(left, () => this.#look())
      return
    }
    this.#writes = 0
    this.#checkpoint()
  }
}
