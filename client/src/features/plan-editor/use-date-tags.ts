/** The words behind a milestone's title about its dates, as one string that keeps still while they say the same. */
import { readPlan, type MilestoneId, type PlanDoc } from '@milepost/plan'
import { useMilestoneOutlook } from '../../hooks/use-outlook.ts'
import { placeOf, usePlanPart } from '../../hooks/use-plan.ts'
import { dateTags } from '../../words/plan-editor/date-words.ts'

const BETWEEN = '\n'

export function useDateTags(id: MilestoneId): readonly string[] {
  const own = useMilestoneOutlook(id)
  const words = usePlanPart((doc: PlanDoc) => {
    const plan = readPlan(doc)
    const due = placeOf(plan, id)?.milestone.due ?? null
    return dateTags(own, due, (other) => placeOf(plan, other)?.number ?? null).join(BETWEEN)
  })
  return words === '' ? [] : words.split(BETWEEN)
}
