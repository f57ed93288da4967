/**
 * SyncStatus: the one thing a person is told about saving. Two questions that are never mixed: is it on this device (`kept`),
 * and has the relay said that it is on its disk (`relay`, `waiting`). `synced` is only ever said after the relay's answer.
 */

import type { Refusal } from '../sync/refusal.ts'
import type { Damage } from './storage/update-log.ts'

export type { Refusal } from '../sync/refusal.ts'

/** Whether what is on screen is on this device's disk. */
export type KeptState =
  | 'kept'
  | 'keeping'
  /** The last write failed; it is tried again, and leaving the page would lose something. */
  | 'notKept'
  /** This browser gives no storage at all (a private window, a full or broken disk). */
  | 'memoryOnly'

export type RelayState =
  /** Everything is on the relay's disk, by its own word. */
  | 'synced'
  | 'sending'
  | 'connecting'
  /** The relay cannot be reached now; it is tried again by itself. */
  | 'offline'
  /** The relay said no (see `refusal`); it is not asked again until something changes. */
  | 'refused'
  /** The plan lives on this device only (the sample). */
  | 'local'

export interface SyncStatus {
  readonly kept: KeptState
  readonly relay: RelayState
  /** Things changed here that the relay has not confirmed; counted over reloads, each field of a record once. */
  readonly waiting: number
  readonly refusal: Refusal | null
  /** Milliseconds since 1970; null before the first time. */
  readonly lastSyncedAt: number | null
  /** This device's clock is more than five minutes off the relay's: the relay's day is used. */
  readonly clockOff: boolean
  /** A part of the plan has not arrived although the relay was asked for it again. */
  readonly incomplete: boolean
  /** What this device kept and cannot read any more: nothing that the relay did not bring again, or changes that were only here. */
  readonly damage: Damage
  /** The document comes near to what one message may carry (4 MB): larger, and a device that was offline could not send it. */
  readonly nearlyFull: boolean
}

/** One thing changed here that waits for the relay: which record, and which field of it (null: the record as a whole). */
export interface UnsentChange {
  /** The list in the document ('milestones', 'steps', 'meta', ...) or 'plan' for a plan made here. */
  readonly list: string
  readonly id: string | null
  readonly field: string | null
}
