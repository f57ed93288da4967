/** The move panel beside a stone of the timeline. */
import type { MilestoneId } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { useMemo, type ReactNode } from 'react'
import { Popover } from '../../ui/Popover.tsx'
import { dateWords } from '../../words/dates.ts'
import { MovePanel } from './MovePanel.tsx'

export interface MovePopoverProps {
  readonly milestoneId: MilestoneId
  readonly day: LocalDate
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

export function MovePopover({ milestoneId, day, anchor, onClose }: MovePopoverProps): ReactNode {
  const ref = useMemo(() => ({ current: anchor }), [anchor])
  return (
    <Popover
      label={dateWords.dueDate}
      anchor={ref}
      placement="bottom"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <MovePanel milestoneId={milestoneId} startDay={day} onClose={onClose} />
    </Popover>
  )
}
