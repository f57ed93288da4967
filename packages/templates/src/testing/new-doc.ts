/** A plan as a device has just made it: it has an id and nothing else. */
import { createPlan, type PlanDoc, type PlanDocOptions } from '@milepost/plan'
import * as Y from 'yjs'

export function newPlanDoc(options: PlanDocOptions = {}): PlanDoc {
  return createPlan(new Y.Doc(), { planId: 'a-new-plan', buyer: '', seller: '' }, options)
}
