/**
 * A light room: one plan that nobody looks at, brought up to date. It is the room of an open plan (the same log, the same
 * connection, the same questions to the relay) without what only somebody who looks needs: nobody is shown as present, the
 * discussion stays where it is, and nothing can be written. It loads, connects, waits until it has what the relay has, is put on
 * the disk and leaves.
 *
 * A choice of one's own that loses in this very merge is heard here, or nobody would ever hear of it.
 */
import { openPlanDoc, readPlan, type Plan } from '@milepost/plan'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { createLiveRoom, RoomParts } from './live-room.ts'
import { createOverruledKeeper } from './overruled-keeper.ts'

export type LightAnswer =
  | { readonly type: 'synced'; readonly plan: Plan }
  | { readonly type: 'refused' | 'unreachable' | 'stopped' }

export interface LightRoomParts extends RoomParts {
  /** Handed in: it travels with the first view, and this does not. */
  readonly createRoom: typeof createLiveRoom
  readonly newAwareness: (ydoc: Y.Doc) => Awareness
}

/** Nothing is undone where nothing can be written. */
const NO_UNDO = { stopCapturing() {} }

/** A relay that answers and then says nothing more is not waited for longer. */
const PATIENCE_MS = 15_000

export async function askInLightRoom(parts: LightRoomParts, signal: AbortSignal): Promise<LightAnswer> {
  const { planId, world, rows } = parts
  const ydoc = new Y.Doc()
  const doc = openPlanDoc(ydoc, { now: world.now, mayChange: () => false })
  const silence = parts.newAwareness(ydoc)
  silence.setLocalState(null)
  const ended = Promise.withResolvers<LightAnswer['type']>()
  const room = parts.createRoom({
    ...parts,
    kind: 'plan',
    ydoc,
    awareness: silence,
    mayChange: () => false,
    onReplaced: () => ended.resolve('stopped'),
    onChange: () => {},
    onConnection({ phase }) {
      if (phase.name === 'synced') ended.resolve('synced')
      if (phase.name === 'waiting' || phase.name === 'offline') ended.resolve('unreachable')
      if (phase.name !== 'refused') return
      if (rows.plan(planId)?.refusal !== phase.refusal) rows.patchPlan(planId, { refusal: phase.refusal })
      ended.resolve('refused')
    },
  })
  const stop = () => ended.resolve('stopped')
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  const cancel = world.timers.after(PATIENCE_MS, () => ended.resolve('unreachable'))
  await room.log.loaded
  const overruled = createOverruledKeeper({ planId, doc, undo: NO_UNDO, rows })
  room.connect()
  try {
    const type = await ended.promise
    if (rows.plan(planId) !== null) await room.log.flush()
    if (type !== 'synced') return { type }
    return { type, plan: readPlan(doc) }
  } finally {
    cancel()
    signal.removeEventListener('abort', stop)
    overruled.stop()
    room.stop()
    silence.destroy()
    ydoc.destroy()
  }
}
