// Every open connection, found by its grant: what revoking a link, "online" and the counts need.
//
// A link that is being taken back is held first and closed when that is on disk: what arrives in between must not be kept
// after the revocation, and a revocation that failed must not look as if it had worked.
import { CLOSE, type CloseMeaning } from '@milepost/protocol'
import { DEFAULT_LIMITS } from '../limits.ts'
import { BufferBudget } from './buffer-budget.ts'
import type { Connection } from './connection.ts'
import { readSendQueues, type SendQueues } from './send-queues.ts'

export class Connections {
  /** What may wait for all readers together. */
  readonly budget: BufferBudget
  readonly #all = new Set<Connection>()
  readonly #byGrant = new Map<string, Set<Connection>>()
  readonly #fromAddress = new Map<string, number>()
  readonly #held = new Set<string>()
  /** As the system had them at the last look; looked at only while somebody seems not to read. */
  #sendQueues: SendQueues | null = null

  constructor({ bufferedBytes } = DEFAULT_LIMITS) {
    this.budget = new BufferBudget(bufferedBytes, () => this.all())
  }

  get size(): number {
    return this.#all.size
  }

  get bytesWaiting(): number {
    return this.all().reduce((sum, connection) => sum + connection.bytesWaiting, 0)
  }

  get lagging(): number {
    return this.all().filter((connection) => connection.isLagging).length
  }

  /** Connections that are read more slowly, by why. */
  get paused(): Readonly<Record<'commits' | 'rate', number>> {
    const count = (why: 'commits' | 'rate') => this.all().filter((connection) => connection.waitsFor(why)).length
    return { commits: count('commits'), rate: count('rate') }
  }

  all(): readonly Connection[] {
    return [...this.#all]
  }

  countOf(grantId: string): number {
    return this.#byGrant.get(grantId)?.size ?? 0
  }

  countFrom(address: string): number {
    return this.#fromAddress.get(address) ?? 0
  }

  isOnline(grantId: string): boolean {
    return this.countOf(grantId) > 0
  }

  add(connection: Connection): void {
    this.#all.add(connection)
    const { grantId, address } = connection
    this.#fromAddress.set(address, this.countFrom(address) + 1)
    const same = this.#byGrant.get(grantId) ?? new Set()
    this.#byGrant.set(grantId, same.add(connection))
    if (this.#held.has(grantId)) connection.hold()
  }

  remove(connection: Connection): void {
    if (!this.#all.delete(connection)) return
    const left = this.countFrom(connection.address) - 1
    if (left > 0) this.#fromAddress.set(connection.address, left)
    else this.#fromAddress.delete(connection.address)
    const same = this.#byGrant.get(connection.grantId)
    same?.delete(connection)
    if (same?.size === 0) this.#byGrant.delete(connection.grantId)
  }

  /** Nothing these links send is taken from now on; `release` says how it ended. */
  hold(grantIds: readonly string[]): (meaning: CloseMeaning) => void {
    for (const id of grantIds) {
      this.#held.add(id)
      for (const connection of this.#byGrant.get(id) ?? []) connection.hold()
    }
    return (meaning) => {
      for (const id of grantIds) {
        this.#held.delete(id)
        for (const connection of this.#byGrant.get(id) ?? []) connection.close(meaning)
      }
    }
  }

  sweep(): void {
    for (const connection of this.#all) connection.sweep(this.#sendQueues)
    this.budget.keep()
    // Read for the next time: what matters is whether it changes.
    if (this.all().some(({ seemsStuck }) => seemsStuck)) void this.#lookAtSendQueues()
    else this.#sendQueues = null
  }

  async #lookAtSendQueues(): Promise<void> {
    this.#sendQueues = await readSendQueues()
  }

  /** Says "come back" to all, spread over `ms` so that they do not all come back at the same moment. */
  async closeAll(ms: number, wait: (ms: number) => Promise<void>): Promise<void> {
    const all = this.all()
    const steps = ms === 0 ? 1 : Math.max(1, Math.ceil(ms / 50))
    const perStep = Math.ceil(all.length / steps)
    for (let at = 0; at < all.length; at += perStep) {
      for (const connection of all.slice(at, at + perStep)) connection.close(CLOSE.restart)
      if (at + perStep < all.length) await wait(50)
    }
  }
}
