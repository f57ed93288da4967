/** The words behind a milestone's title about its dates, as one string that keeps still while they say the same. */
import { readPlan, type MilestoneId, type PlanDoc } from '@milepost/plan'
import { useMilestoneOutlook } from '../../hooks/use-outlook.ts'
import { usePlanPart } from '../../hooks/use-plan.ts'
import { dateTags } from '../../words/plan-editor/date-words.ts'

const BETWEEN = '\n'

export function useDateTags(id: MilestoneId): readonly string[] {
  const own = useMilestoneOutlook(id)
  const words = usePlanPart((doc: PlanDoc) => dateTags(own, dueIn(doc, id), numberIn(doc)).join(BETWEEN))
  return words === '' ? [] : words.split(BETWEEN)
}

function numberIn(doc: PlanDoc): (id: MilestoneId) => number | null {
  return (id) => {
    const at = readPlan(doc).milestones.findIndex((one) => one.id === id)
    return at === -1 ? null : at + 1
  }
}

function dueIn(doc: PlanDoc, id: MilestoneId) {
  return readPlan(doc).milestones.find((one) => one.id === id)?.due ?? null
}
