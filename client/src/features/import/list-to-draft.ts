/** A list that was pasted: its outermost lines are milestones, everything below them steps; what is ticked is done today. */
import { TEXT_LIMITS } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import type { ListLine } from './plain-list.ts'
import type { DraftLine, DraftMilestone, PlanDraft } from './plan-draft.ts'

export function listToDraft(lines: readonly ListLine[], today: LocalDate): PlanDraft {
  const milestones: (DraftMilestone & { readonly steps: DraftLine[] })[] = []
  for (const { text, depth, done } of lines) {
    const line: DraftLine = {
      title: text,
      owner: null,
      withOwner: null,
      due: null,
      estimate: null,
      done: done ? today : null,
      benefit: '',
    }
    const open = milestones.at(-1)
    if (depth > 0 && open !== undefined) open.steps.push(line)
    else milestones.push({ ...line, notes: [], steps: [] })
  }
  return {
    milestones,
    owners: [],
    unreadDates: [],
    unreadEstimates: [],
    cut: lines.filter(({ text }) => text.length > TEXT_LIMITS.line).length,
    untitledRows: 0,
  }
}
