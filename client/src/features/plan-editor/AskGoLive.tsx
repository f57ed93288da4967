/** No milestone is go-live (a merge may leave it so): the page asks, in the place where the answer would stand. */
import { setGoLive } from '@milepost/plan'
import type { ReactNode } from 'react'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { Button } from '../../ui/Button.tsx'
import { ChevronDownIcon } from '../../ui/icons/icons.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Stone } from '../../ui/Stone.tsx'
import { lineWords } from '../../words/lines.ts'
import { outlineWords as words } from '../../words/plan-editor/outline.ts'
import styles from './PlanEditor.module.css'

export function AskGoLive(): ReactNode {
  const { doc, undo } = usePlanSession()
  const { canEdit } = useAccess()
  const plan = usePlanFields('goLiveId', 'milestones')
  if (plan.goLiveId !== null || plan.milestones.length === 0) return null
  if (!canEdit) return <p className={styles.ask}>{words.askGoLive.none}</p>
  return (
    <div className={styles.ask} data-place="goLive">
      <b>{words.askGoLive.question}</b>
      <Menu
        label={lineWords.goLive}
        trigger={
          <Button size="sm" label={words.askGoLive.chooseLabel}>
            {words.askGoLive.choose}
            <ChevronDownIcon size={14} />
          </Button>
        }
        groups={[
          {
            entries: plan.milestones.map((milestone, index) => ({
              id: milestone.id,
              label: milestone.title === '' ? lineWords.milestone(index + 1) : milestone.title,
              icon: <Stone number={index + 1} small />,
              onAction: () => {
                undo.stopCapturing()
                setGoLive(doc, milestone.id)
              },
            })),
          },
        ]}
      />
    </div>
  )
}
