/** The words behind a milestone's title about its dates, as one string that keeps still while they say the same. */
import { openBeforeMilestone, readPlan, type MilestoneId, type PlanDoc } from '@milepost/plan'
import { useMilestoneOutlook } from '../../hooks/use-outlook.ts'
import { placeOf, usePlanPart } from '../../hooks/use-plan.ts'
import { dateTags, doneBefore } from '../../words/plan-editor/date-words.ts'

const BETWEEN = '\n'

export function useDateTags(id: MilestoneId): readonly string[] {
  const own = useMilestoneOutlook(id)
  const words = usePlanPart((doc: PlanDoc) => {
    const plan = readPlan(doc)
    const milestone = placeOf(plan, id)?.milestone
    const numberOf = (other: MilestoneId) => placeOf(plan, other)?.number ?? null
    const before = milestone === undefined ? null : openBeforeMilestone(plan, milestone)
    const tags = dateTags(own, milestone?.due ?? null, numberOf)
    return [...tags, ...(before === null ? [] : [doneBefore(numberOf(before.id))])].join(BETWEEN)
  })
  return words === '' ? [] : words.split(BETWEEN)
}
