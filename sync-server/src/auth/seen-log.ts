// When each link was last seen, written every few seconds in one go: two thousand people coming back at once must not be
// two thousand waits for the disk.
import type { Log } from '../log.ts'
import type { Grant, Seen, Storage } from '../storage/storage.ts'
import type { Timer } from '../timer.ts'

const FLUSH_MS = 2_000

export class SeenLog {
  readonly #storage: Pick<Storage, 'markSeen'>
  readonly #timer: Timer
  readonly #log: Log
  #seen = new Map<string, number>()
  #callOff: (() => void) | null = null

  constructor(storage: Pick<Storage, 'markSeen'>, timer: Timer, log: Log) {
    this.#storage = storage
    this.#timer = timer
    this.#log = log
  }

  mark(grantId: string): void {
    this.#seen.set(grantId, this.#timer.now())
    this.#callOff ??= this.#timer.after(FLUSH_MS, () => void this.flush())
  }

  /** The grant with what is not written yet. */
  with(grant: Grant): Grant {
    const at = this.#seen.get(grant.id)
    return at === undefined ? grant : { ...grant, lastSeenAt: at, usedAt: grant.usedAt ?? at }
  }

  async flush(): Promise<void> {
    this.#callOff?.()
    this.#callOff = null
    const seen: Seen[] = [...this.#seen].map(([grantId, at]) => ({ grantId, at }))
    if (seen.length === 0) return
    try {
      await this.#storage.markSeen(seen)
      for (const { grantId, at } of seen) if (this.#seen.get(grantId) === at) this.#seen.delete(grantId)
    } catch {
      // Nothing is lost: it stands in memory and is tried again with the next one seen.
      this.#log.warn('last seen not written', { grants: seen.length })
    }
  }
}
