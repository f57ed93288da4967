/**
 * One undo for the whole plan: fields, texts and rich text in the order in which
 * they were done, and only what was done on this device. If I set a date, a
 * colleague changes it and I undo, the colleague's stays.
 *
 * Some parts of a change stay whatever is undone (`aside` in live-doc.ts): the birth
 * of a record, a comment, an offer, a move, the writers' entry. They are taken out
 * of the step that Yjs has recorded, so one change may hold both kinds: undoing
 * "add a role and give it this milestone" takes the milestone back and archives the
 * role, and whatever others have built on the role is still there.
 *
 * What one types into one text without a pause is one step; every other change is a
 * step of its own.
 */
import * as Y from 'yjs'
import { asidesOf, ORIGINS, stateOf, typedIn, type ClockRange } from './live-doc.ts'
import type { PlanDoc } from './plan-doc.ts'
import { readPlan, type Plan } from './read-plan.ts'
import { claimInForeignTransaction } from './writers.ts'

/** One step that was taken back or brought back, as two readings. */
export interface TakenStep {
  readonly kind: 'undo' | 'redo'
  readonly before: Plan
  readonly after: Plan
}

export interface PlanUndo {
  /** Takes one's own last change back; false where there was nothing or nothing may be changed. */
  readonly undo: () => boolean
  readonly redo: () => boolean
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
  /** What comes next is a step of its own: called when the caret goes to another field. */
  readonly stopCapturing: () => void
  /** Also follows changes of this origin: the key of the rich text binding. */
  readonly track: (origin: unknown) => void
  /** Calls `listener` whenever `canUndo` or `canRedo` may have changed. */
  readonly subscribe: (listener: () => void) => () => void
  /** Calls `listener` with every step of undo and redo: what it changed may be far from where one looks. */
  readonly watchTaken: (listener: (taken: TakenStep) => void) => () => void
  readonly destroy: () => void
}

export interface PlanUndoOptions {
  /** The key of the rich text binding, as `track` takes it. */
  readonly richTextOrigin?: unknown
  /** Typing with shorter pauses than this is one step. */
  readonly pause?: number
}

const undos = new WeakMap<Y.Doc, PlanUndo>()

/** The undo of this document: one, whoever asks. */
export function planUndo(doc: PlanDoc, options: PlanUndoOptions = {}): PlanUndo {
  const known = undos.get(doc.ydoc)
  if (known !== undefined) {
    if (options.richTextOrigin !== undefined) known.track(options.richTextOrigin)
    return known
  }
  const made = makeUndo(doc, options)
  undos.set(doc.ydoc, made)
  return made
}

function makeUndo(doc: PlanDoc, options: PlanUndoOptions): PlanUndo {
  const { ydoc } = doc
  const state = stateOf(doc)
  const tracked = new Set<unknown>([ORIGINS.person])
  const foreign = new Set<unknown>()
  const listeners = new Set<() => void>()
  const watchers = new Set<(taken: TakenStep) => void>()
  let typing: string | null = null
  let asides: readonly ClockRange[] = []

  const manager = new Y.UndoManager(ydoc, {
    trackedOrigins: tracked,
    captureTimeout: options.pause ?? 500,
    captureTransaction(transaction) {
      if (!tracked.has(transaction.origin)) return false
      if (transaction.meta.get('addToHistory') === false) return false
      asides = asidesOf(transaction)
      if (!leavesATrace(transaction, asides)) return false
      const text = typedIn(transaction) ?? (foreign.has(transaction.origin) ? 'rich text' : null)
      if (text === null || text !== typing) manager.stopCapturing()
      typing = text
      return true
    },
  })

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const takeOut = ({ stackItem, origin }: { readonly stackItem: StackItem; readonly origin: unknown }) => {
    if (origin !== manager) for (const range of asides) removeRange(stackItem.insertions, ydoc.clientID, range)
    tell()
  }
  manager.on('stack-item-added', takeOut)
  manager.on('stack-item-updated', takeOut)
  manager.on('stack-item-popped', tell)
  manager.on('stack-cleared', tell)

  const claim = (transaction: Y.Transaction) => {
    if (foreign.has(transaction.origin)) claimInForeignTransaction(doc)
  }
  ydoc.on('beforeTransaction', claim)

  const undo: PlanUndo = {
    undo: () => state.mayChange() && taken('undo'),
    redo: () => state.mayChange() && taken('redo'),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    stopCapturing: () => {
      typing = null
      manager.stopCapturing()
    },
    track(origin) {
      tracked.add(origin)
      foreign.add(origin)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    watchTaken(listener) {
      watchers.add(listener)
      return () => {
        watchers.delete(listener)
      }
    },
    destroy() {
      undos.delete(ydoc)
      ydoc.off('beforeTransaction', claim)
      listeners.clear()
      watchers.clear()
      manager.destroy()
    },
  }
  if (options.richTextOrigin !== undefined) undo.track(options.richTextOrigin)

  function taken(kind: TakenStep['kind']): boolean {
    typing = null
    manager.stopCapturing()
    const before = readPlan(doc)
    if ((kind === 'undo' ? manager.undo() : manager.redo()) === null) return false
    for (const watcher of watchers) watcher({ kind, before, after: readPlan(doc) })
    return true
  }
  return undo
}

type StackItem = Y.UndoManager['undoStack'][number]

/** Whether undo would have anything to take back: not for an empty change, nor for one that was all aside. */
function leavesATrace(transaction: Y.Transaction, asides: readonly ClockRange[]): boolean {
  if (transaction.deleteSet.clients.size > 0) return true
  let inserted = 0
  for (const [client, after] of transaction.afterState) inserted += after - (transaction.beforeState.get(client) ?? 0)
  return inserted > asides.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** Takes a range of this client's clock out of a set of structs. */
function removeRange(set: StackItem['insertions'], client: number, { from, to }: ClockRange): void {
  const ranges = set.clients.get(client)
  if (ranges === undefined) return
  const left: typeof ranges = []
  for (const range of ranges) {
    const end = range.clock + range.len
    if (range.clock < from) left.push({ clock: range.clock, len: Math.min(end, from) - range.clock })
    if (end > to) left.push({ clock: Math.max(range.clock, to), len: end - Math.max(range.clock, to) })
    if (end <= from || range.clock >= to) continue
  }
  set.clients.set(client, left)
}
