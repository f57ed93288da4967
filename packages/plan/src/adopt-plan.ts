/**
 * Giving a copy of a plan a name of its own: somebody whose link was taken away keeps what they have as a new plan. Everything
 * else of the copy, its authors included, stays as it was.
 */
import { parseId } from './ids.ts'
import { aside, type NotAllowed } from './live-doc.ts'
import { META_RECORD } from './meta.ts'
import type { PlanDoc } from './plan-doc.ts'

/** Only for a document that nobody else holds under the new id. Not undone. */
export function adoptPlan(doc: PlanDoc, planId: string): 'changed' | 'no-plan' | NotAllowed {
  if (parseId(planId) === null) throw new Error('A plan id is 1 to 40 characters of A-Z a-z 0-9 _ -')
  if (META_RECORD.readIn(doc.ydoc).planId === null) return 'no-plan'
  return aside(doc, () => {
    META_RECORD.recordIn(doc.ydoc).set('planId', planId)
    META_RECORD.touch(doc.ydoc)
    return 'changed' as const
  })
}
