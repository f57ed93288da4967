/** Moves a line to any place in one go: the way that needs neither a drag nor many presses of a key. */
import { moveMilestone, moveStep, type Plan } from '@milepost/plan'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { usePlan } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { SearchMenu, type SearchItem } from '../../ui/SearchMenu.tsx'
import { Stone } from '../../ui/Stone.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { lineWords } from '../../words/lines.ts'
import { linePanelWords as words } from '../../words/plan-editor/line-panels.ts'
import type { Folds } from './folds.ts'
import type { LineRef } from './outline-context.tsx'
import { milestoneNumber } from './outline-moves.ts'

export interface MoveToPanelProps {
  readonly line: LineRef
  readonly folds: Folds
  readonly close: () => void
}

const FIRST = 'first-of-all'

export function MoveToPanel({ line, folds, close }: MoveToPanelProps): ReactNode {
  const { doc, undo } = usePlanSession()
  const plan = usePlan()
  const announce = useAnnounce()
  return (
    <SearchMenu
      label={words.labels.moveTo}
      placeholder={line.kind === 'milestone' ? words.moveTo.whichMilestone : words.moveTo.whichMilestoneForStep}
      groups={[{ items: placesFor(plan, line) }]}
      onPick={(id) => {
        const target = plan.milestones.find((milestone) => milestone.id === id) ?? null
        undo.stopCapturing()
        flushSync(() => {
          if (line.kind === 'milestone') moveMilestone(doc, line.id, target?.id ?? null)
          else if (target !== null) {
            folds.set([target.id], true)
            moveStep(doc, line.id, target.id, target.steps.at(-1)?.id ?? null)
          }
        })
        announce.own(target === null ? words.moveTo.movedToFront : words.moveTo.moved(milestoneNumber(plan, target.id)))
        close()
      }}
    />
  )
}

function placesFor(plan: Plan, line: LineRef): readonly SearchItem[] {
  const own = line.kind === 'milestone' ? line.id : line.milestoneId
  const at = plan.milestones.findIndex(({ id }) => id === own)
  const items = plan.milestones.flatMap((milestone, index): readonly SearchItem[] =>
    milestone.id === own || (line.kind === 'milestone' && index === at - 1)
      ? []
      : [
          {
            id: milestone.id,
            label: milestone.title === '' ? lineWords.milestone(index + 1) : milestone.title,
            icon: <Stone number={index + 1} small />,
          },
        ],
  )
  return line.kind === 'milestone' && at > 0 ? [{ id: FIRST, label: words.moveTo.front }, ...items] : items
}
