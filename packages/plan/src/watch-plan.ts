/**
 * Being told of changes: once per transaction, after the reading is up to date, and
 * only where the reading is another one.
 */
import * as Y from 'yjs'
import { stateOf } from './live-doc.ts'
import type { PlanDoc } from './plan-doc.ts'
import { readPlan, type Plan } from './read-plan.ts'

/** Runs a task later, once; the returned function takes it back. */
export type Later = (task: () => void) => () => void

export interface WatchOptions {
  /**
   * When to tell where texts changed and nothing else: reading a large plan costs more than the letter that was
   * typed, and who draws the letter watches its text (`watchText`). What comes meanwhile is told with it; any other
   * change is told at once, and the letters before it too. Left out: at once.
   */
  readonly texts?: Later
}

/** Returns the function that ends it; what was to be told later is told no more. */
export function watchPlan(doc: PlanDoc, listener: (plan: Plan) => void, { texts }: WatchOptions = {}): () => void {
  const { listeners } = stateOf(doc)
  let seen = readPlan(doc)
  let cancel: (() => void) | null = null
  const tell = () => {
    cancel?.()
    cancel = null
    const plan = readPlan(doc)
    if (plan === seen) return
    seen = plan
    listener(plan)
  }
  const hear = (transaction: Y.Transaction) => {
    if (texts === undefined || !isTextOnly(transaction)) tell()
    else cancel ??= texts(tell)
  }
  listeners.add(hear)
  return () => {
    listeners.delete(hear)
    cancel?.()
    cancel = null
  }
}

function isTextOnly({ changed }: Y.Transaction): boolean {
  for (const type of changed.keys()) if (!(type instanceof Y.Text)) return false
  return true
}
