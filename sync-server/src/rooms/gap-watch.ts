// Changes that wait for an earlier one of the same client: how many, how large, and what is done about it.
//
// A hole means that a frame was lost on the way, so whoever writes behind one is asked for all of it, once. The answer is
// stored again, so somebody who cannot fill his hole and goes on is closed when what waits is over its budget; nobody else
// in the room is. Rules GAP-1 to GAP-3, SPEC.md.
import { CLOSE, LIMITS, encodeMessage } from '@milepost/protocol'
import type { Member } from './member.ts'
import type { Coverage, Run } from './runs.ts'

interface Waiting {
  readonly runs: readonly Run[]
  readonly bytes: number
  /** Null: read from disk. */
  readonly from: Member | null
}

export class GapWatch {
  #waiting: Waiting[] = []
  #bytes = 0
  #rows = 0
  /** Null: nobody yet. Most rooms never have a hole. */
  #asked: WeakSet<Member> | null = null

  /** Changes that wait; from segments, where changes are no longer told apart, at least so many. */
  get rows(): number {
    return this.#rows
  }

  get bytes(): number {
    return this.#bytes
  }

  /** A change was kept, and its runs are in the coverage. */
  taken(runs: readonly Run[], bytes: number, from: Member | null, coverage: Coverage): void {
    if (coverage.gaps === 0 || !waits(runs, coverage)) return
    this.#waiting.push({ runs, bytes, from })
    this.#bytes += bytes
  }

  /** Looks again at what waits; then asks, or closes, those of `writers` whose changes do. */
  look(writers: ReadonlySet<Member>, coverage: Coverage, vector: () => Uint8Array): void {
    if (coverage.gaps === 0) {
      if (this.#rows > 0) {
        this.reset()
        this.#asked = null
      }
      return
    }
    this.#waiting = this.#waiting.filter(({ runs }) => waits(runs, coverage))
    this.#bytes = this.#waiting.reduce((sum, { bytes }) => sum + bytes, 0)
    this.#rows = Math.max(this.#waiting.length, coverage.gaps)
    const isOver = this.#rows > LIMITS.waitingRows || this.#bytes > LIMITS.waitingBytes
    const senders = new Set(this.#waiting.map(({ from }) => from))
    for (const member of writers) {
      if (!senders.has(member)) continue
      this.#asked ??= new WeakSet()
      if (!this.#asked.has(member)) {
        this.#asked.add(member)
        member.send(encodeMessage({ type: 'syncStep1', vector: vector() }))
      } else if (isOver) member.close(CLOSE.tooBig)
    }
  }

  /** The room is read anew. */
  reset(): void {
    this.#waiting = []
    this.#bytes = 0
    this.#rows = 0
  }
}

/** Does any of it lie behind a hole? */
function waits(runs: readonly Run[], coverage: Coverage): boolean {
  return runs.some(({ client, to }) => coverage.clockOf(client) < to)
}
