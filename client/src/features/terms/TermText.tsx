/** One text of the terms: several people may write in it, and the arrow keys lead on to the next. */
import type { TextRef } from '@milepost/plan'
import type { ReactNode } from 'react'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { usePlanText } from '../../hooks/use-plan-text.ts'
import { classNames } from '../../ui/class-names.ts'
import { SharedTextField } from '../../ui/SharedTextField.tsx'
import { focusTextBeside } from '../../ui/text-beside.ts'
import styles from './Terms.module.css'

export interface TermTextProps {
  readonly target: TextRef
  readonly label: string
  readonly placeholder: string
  /** Enter; left out, it leads to the next text. */
  readonly onEnter?: () => void
  /** Backspace in an empty text. */
  readonly onEmpty?: () => void
  readonly className?: string | undefined
}

export function TermText({ target, label, placeholder, onEnter, onEmpty, className }: TermTextProps): ReactNode {
  const { undo } = usePlanSession()
  const { canEdit } = useAccess()
  const shared = usePlanText(target)
  const leave = (by: 1 | -1) => {
    const active = document.activeElement
    return active !== null && focusTextBeside(document, active, by, 'start')
  }
  return (
    <span className={classNames(styles.text, className)} data-text={target.field}>
      <SharedTextField
        shared={shared}
        label={label}
        placeholder={canEdit ? placeholder : ''}
        readOnly={!canEdit}
        onEnter={onEnter ?? (() => void leave(1))}
        onArrowOut={(direction) => leave(direction === 'up' ? -1 : 1)}
        onBackspaceAtStart={({ value }) => {
          if (onEmpty === undefined || value !== '') return false
          onEmpty()
          return true
        }}
        onEscape={() => (document.activeElement as HTMLElement | null)?.blur()}
        onUndo={() => void undo.undo()}
        onRedo={() => void undo.redo()}
      />
    </span>
  )
}
