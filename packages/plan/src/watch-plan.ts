/**
 * Being told of changes: once per transaction, after the reading is up to date, and
 * only where the reading is another one.
 */
import { stateOf } from './live-doc.ts'
import type { PlanDoc } from './plan-doc.ts'
import { readPlan, type Plan } from './read-plan.ts'

/** Returns the function that ends it. */
export function watchPlan(doc: PlanDoc, listener: (plan: Plan) => void): () => void {
  const { listeners } = stateOf(doc)
  let seen = readPlan(doc)
  const hear = () => {
    const plan = readPlan(doc)
    if (plan === seen) return
    seen = plan
    listener(plan)
  }
  listeners.add(hear)
  return () => {
    listeners.delete(hear)
  }
}
