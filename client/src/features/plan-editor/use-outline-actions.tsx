/** What the palette finds in the document: its milestones and steps, and what can be done to the whole of it. */
import { readPlan, type MilestoneId, type Plan } from '@milepost/plan'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useActions, type Action } from '../../hooks/use-actions.ts'
import { MilestoneIcon, RedoIcon, UndoIcon } from '../../ui/icons/icons.tsx'
import { lineWords } from '../../words/lines.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import { outlineLaterWords as words } from '../../words/plan-editor/outline-later.ts'
import { outlineWords } from '../../words/plan-editor/outline.ts'
import type { Folds } from './folds.ts'
import type { LineToGoTo } from './outline-context.tsx'

interface OutlineActions {
  readonly canEdit: boolean
  readonly folds: Folds
  readonly goTo: (line: LineToGoTo) => void
  readonly add: () => void
}

export function useOutlineActions({ canEdit, folds, goTo, add }: OutlineActions): void {
  const { doc, undo } = usePlanSession()
  useActions(() => {
    const plan = readPlan(doc)
    const actions = linesOf(plan, goTo)
    const does = (id: string, label: string, more: Partial<Action>, run: () => void) =>
      actions.push({ id, kind: 'action', label, ...more, run })
    if (canEdit)
      does('new-milestone', words.newMilestone, { icon: <MilestoneIcon />, alias: words.aliases.newMilestone }, add)
    folding(plan, folds, does)
    if (canEdit && undo.canUndo())
      does('undo', words.undo, { icon: <UndoIcon />, keys: 'Mod+Z' }, () => void undo.undo())
    if (canEdit && undo.canRedo())
      does('redo', words.redo, { icon: <RedoIcon />, keys: 'Mod+Shift+Z' }, () => void undo.redo())
    return actions
  })
}

function linesOf(plan: Plan, goTo: (line: LineToGoTo) => void): Action[] {
  return plan.milestones.flatMap((milestone, at): readonly Action[] => {
    const milestoneId = milestone.id
    const number = at + 1
    return [
      {
        id: `row:${milestoneId}`,
        kind: 'milestone',
        label: milestone.title === '' ? unnamedWords.milestone : milestone.title,
        detail: lineWords.milestoneInSentence(number),
        run: () => goTo({ milestoneId, stepId: null }),
      },
      // A step without words cannot be looked for.
      ...milestone.steps
        .filter(({ title }) => title !== '')
        .map(({ id, title }): Action => ({
          id: `row:${id}`,
          kind: 'step',
          label: title,
          detail: words.stepOf(number),
          run: () => goTo({ milestoneId, stepId: id }),
        })),
    ]
  })
}

function folding(
  { milestones }: Plan,
  folds: Folds,
  does: (id: string, label: string, more: Partial<Action>, run: () => void) => void,
): void {
  const ids: readonly MilestoneId[] = milestones.map(({ id }) => id)
  if (ids.some((id) => !folds.isUnfolded(id)))
    does('unfold', outlineWords.unfoldAll, { alias: words.aliases.unfoldAll }, () => folds.set(ids, true))
  if (ids.some((id) => folds.isUnfolded(id)))
    does('fold', outlineWords.foldAll, { alias: words.aliases.foldAll }, () => folds.set(ids, false))
}
