/**
 * PlanSession: one open plan, shared by everybody on this page who opened it. It lives outside React and is counted by its
 * holders: the document, its storage and its connection are closed a moment after the last `release`, so a remount or a change
 * of page costs nothing.
 */
import type { DiscussionDoc, PlanDoc, PlanUndo } from '@milepost/plan'
import type { PlanId } from '@milepost/protocol'
import type { Awareness } from 'y-protocols/awareness'
import type { Access } from './access.ts'
import type { LookBack } from './look-back.ts'
import type { Readable } from './readable.ts'
import type { SyncStatus, UnsentChange } from './sync-status.ts'

/** 'empty': nothing of this plan is known here yet (a new link, not yet answered). Nothing may be changed before 'loaded'. */
export type LoadState = 'loading' | 'empty' | 'loaded'

export interface PlanSession {
  readonly planId: PlanId
  /**
   * For reading and for writing. Where `access.canEdit` is false the plan's own writes answer 'not-allowed' and change nothing;
   * whoever goes around them (an editor's binding, undo) meets ReadOnlyPlanError, because no such control may be on screen then.
   */
  readonly doc: PlanDoc
  /**
   * What is said about the plan, a document of its own: empty for whoever may only read. Where `access.canComment` is false its
   * writes answer 'not-allowed'.
   */
  readonly discussion: DiscussionDoc
  readonly undo: PlanUndo
  readonly awareness: Awareness
  readonly access: Readable<Access>
  readonly status: Readable<SyncStatus>
  readonly loaded: Readable<LoadState>
  /** What waits for the relay, for a list of it; `status.waiting` is its length. */
  readonly unsent: Readable<readonly UnsentChange[]>
  /** What it was before: fetched when it is first asked for; rejects where that part of the app cannot be. */
  lookBack(): Promise<LookBack>
  /** True once this document was replaced (unsent changes discarded, plan removed): release it and open the plan again. */
  readonly ended: Readable<boolean>
  /** Tries the relay again now (after a refusal, or without waiting for the next try). */
  retry(): void
  /** Every call of `openPlan` is paid back by exactly one release. */
  release(): void
}
