/** Go-live and the result never vanish: before such a milestone is removed, the page asks which one takes its place. */
import type { MilestoneId, Plan, Replacements } from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { Stone } from '../../ui/Stone.tsx'
import { lineWords } from '../../words/lines.ts'
import { replaceGoalWords as words } from '../../words/plan-editor/replace-goal.ts'
import styles from './ReplaceGoalDialog.module.css'
import { milestoneNumber } from './outline-moves.ts'

export interface ReplaceGoalDialogProps {
  readonly plan: Plan
  readonly id: MilestoneId
  readonly onRemove: (replacements: Replacements) => void
  readonly onClose: () => void
}

export function ReplaceGoalDialog({ plan, id, onRemove, onClose }: ReplaceGoalDialogProps): ReactNode {
  const others = plan.milestones.filter((milestone) => milestone.id !== id)
  const at = plan.milestones.findIndex((milestone) => milestone.id === id)
  const nearest = plan.milestones[at - 1] ?? plan.milestones[at + 1]
  const [goLive, setGoLive] = useState<MilestoneId | undefined>(nearest?.id)
  const [result, setResult] = useState<MilestoneId | undefined>(others.at(-1)?.id)
  const isGoLive = plan.goLiveId === id
  const isResult = plan.resultId === id
  const number = milestoneNumber(plan, id)
  const title = isGoLive && isResult ? words.isBoth : isGoLive ? words.isGoLive : words.isResult
  const options = others.map((milestone) => {
    const place = milestoneNumber(plan, milestone.id)
    return {
      value: milestone.id,
      label: milestone.title === '' ? lineWords.milestone(place) : milestone.title,
      icon: <Stone number={place} small />,
    }
  })
  return (
    <Dialog
      title={title(number)}
      lead={words.question}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" onPress={onClose}>
            {words.keep}
          </Button>
          <Button
            look="primary"
            onPress={() =>
              onRemove({
                ...(isGoLive && goLive !== undefined ? { goLive } : {}),
                ...(isResult && result !== undefined ? { result } : {}),
              })
            }
          >
            {words.remove(number)}
          </Button>
        </>
      }
    >
      <DialogBody className={styles.body}>
        {isGoLive && goLive !== undefined && (
          <Select label={lineWords.goLive} value={goLive} onChange={setGoLive} options={options} />
        )}
        {isResult && result !== undefined && (
          <Select label={words.result} value={result} onChange={setResult} options={options} />
        )}
      </DialogBody>
    </Dialog>
  )
}
