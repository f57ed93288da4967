/**
 * The time, where it matters for everybody: which day it is. This device's clock counts, unless a relay says that it is more than
 * five minutes off; then the relay's does, and the status says so.
 */
import { cell, type Readable } from './readable.ts'

const TOLERANCE_MS = 5 * 60_000

export interface RelayClock {
  now(): number
  readonly isOff: Readable<boolean>
  /** A relay told its time, just now. */
  hear(relayTime: number): void
}

export function createRelayClock(now: () => number): RelayClock {
  const isOff = cell(false)
  let offset = 0
  return {
    now: () => (isOff.get() ? now() + offset : now()),
    isOff,
    hear(relayTime) {
      offset = relayTime - now()
      isOff.set(Math.abs(offset) > TOLERANCE_MS)
    },
  }
}
