/**
 * LookBack: an open plan held against what it was: what the relay had of it, which of one's own choices a merge did not keep,
 * and what others changed while nobody looked. Nothing of this is needed to read or write
 * a plan, so it is fetched when it is first asked for (`PlanSession.lookBack`).
 */
import { openPlanDoc, type PlanDoc, type PlanUndo } from '@milepost/plan'
import { roomOf } from '@milepost/protocol'
import * as Y from 'yjs'
import type { Access } from './access.ts'
import { createAwayKeeper, type AwayKeeper } from './away-keeper.ts'
import type { RoomParts } from './live-room.ts'
import { createOverruledKeeper, type OverruledKeeper } from './overruled-keeper.ts'
import type { Readable } from './readable.ts'
import type { UpdateLog } from './storage/update-log.ts'
import type { SyncStatus } from './sync-status.ts'

export interface LookBack {
  /**
   * The plan as its relay had it, as far as this device knows: what it got from there and what was confirmed. Nothing can
   * be written into it. Null where nothing is kept on this device.
   */
  relayHad(): Promise<PlanDoc | null>
  readonly overruled: Pick<OverruledKeeper, 'open' | 'keepMine' | 'dismiss'>
  readonly away: AwayKeeper
  stop(): void
}

/** As much of the open plan as this looks at. */
export interface LookedBackOn {
  readonly doc: PlanDoc
  readonly undo: PlanUndo
  readonly log: UpdateLog
  readonly access: Readable<Access>
  readonly status: Readable<SyncStatus>
}

export function createLookBack(open: LookedBackOn, parts: RoomParts): LookBack {
  const { doc, undo, log, access, status } = open
  const { planId, store, rows } = parts
  const away = createAwayKeeper({ ...parts, doc, access, status, loaded: log.loaded })
  const overruled = createOverruledKeeper({ planId, doc, undo, rows })
  return {
    overruled,
    away,
    stop() {
      overruled.stop()
      away.stop()
    },
    async relayHad() {
      try {
        // Only what lies on disk can be told apart.
        await log.flush()
        return asPlan(await store.base(roomOf(planId)))
      } catch {
        return null
      }
    },
  }
}

function asPlan(bytes: Uint8Array): PlanDoc {
  const ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, bytes)
  return openPlanDoc(ydoc, { mayChange: () => false })
}
