/**
 * PlanSession: one open plan, shared by everybody on this page who opened it. It lives outside React and is counted by its
 * holders: the document, its storage and its connection are closed a moment after the last `release`, so a remount or a change
 * of page costs nothing.
 */
import type { PlanDoc, PlanUndo } from '@milepost/plan'
import type { PlanId } from '@milepost/protocol'
import type { Awareness } from 'y-protocols/awareness'
import type { Access } from './access.ts'
import type { Readable } from './readable.ts'
import type { SyncStatus, UnsentChange } from './sync-status.ts'

/** 'empty': nothing of this plan is known here yet (a new link, not yet answered). Nothing may be changed before 'loaded'. */
export type LoadState = 'loading' | 'empty' | 'loaded'

export interface PlanSession {
  readonly planId: PlanId
  /**
   * For reading, and for writing where `access.canEdit`. A write without the right throws ReadOnlyPlanError and changes
   * nothing: controls are not drawn then, so it is a fault of the caller.
   */
  readonly doc: PlanDoc
  readonly undo: PlanUndo
  readonly awareness: Awareness
  readonly access: Readable<Access>
  readonly status: Readable<SyncStatus>
  readonly loaded: Readable<LoadState>
  /** What waits for the relay, for a list of it; `status.waiting` is its length. */
  readonly unsent: Readable<readonly UnsentChange[]>
  /** True once this document was replaced (unsent changes discarded, plan removed): release it and open the plan again. */
  readonly ended: Readable<boolean>
  /** Changes the plan, or does nothing and says 'refused' where this device may not (any more): for a race that nobody can see coming. */
  change<T>(write: (doc: PlanDoc) => T): T | 'refused'
  /** Tries the relay again now (after a refusal, or without waiting for the next try). */
  retry(): void
  /** Every call of `openPlan` is paid back by exactly one release. */
  release(): void
}
