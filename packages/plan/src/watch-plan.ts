/**
 * Being told of changes: once per transaction, after the reading is up to date, and
 * only where the reading is another one.
 */
import * as Y from 'yjs'
import { stateOf } from './live-doc.ts'
import type { PlanDoc } from './plan-doc.ts'
import { readPlan, type Plan } from './read-plan.ts'

export interface PlanChange {
  /** Letters in texts and nothing else. Who watches a text (`watchText`) has them already; readings may follow. */
  readonly isTextOnly: boolean
}

/** Returns the function that ends it. */
export function watchPlan(doc: PlanDoc, listener: (plan: Plan, change: PlanChange) => void): () => void {
  const { listeners } = stateOf(doc)
  let seen = readPlan(doc)
  const hear = (transaction: Y.Transaction) => {
    const plan = readPlan(doc)
    if (plan === seen) return
    seen = plan
    listener(plan, { isTextOnly: isTextOnly(transaction) })
  }
  listeners.add(hear)
  return () => {
    listeners.delete(hear)
  }
}

function isTextOnly({ changed }: Y.Transaction): boolean {
  for (const type of changed.keys()) if (!(type instanceof Y.Text)) return false
  return changed.size > 0
}
