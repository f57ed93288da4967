/**
 * A title or benefit of the outline. For a writer it is a shared text that others may be typing in too; for a reader it
 * is plain words on the page, selectable like any others. The outline's own keys come first (`use-outline-keys`), what
 * is left here is the way out of the first and last line.
 */
import type { TextRef } from '@milepost/plan'
import type { ReactNode } from 'react'
import { usePlanText } from '../../hooks/use-plan-text.ts'
import { SharedTextField } from '../../ui/SharedTextField.tsx'
import styles from './Outline.module.css'
import { useOutline } from './outline-context.tsx'

export interface LineTextProps {
  readonly target: TextRef
  readonly label: string
  readonly placeholder: string
  readonly trail?: ReactNode
}

export function LineText({ target, label, placeholder, trail }: LineTextProps): ReactNode {
  const { canEdit, leaveText, undo, redo } = useOutline()
  const shared = usePlanText(target)
  if (!canEdit) {
    return (
      <>
        <SharedTextField shared={shared} label={label} readOnly />
        {trail}
      </>
    )
  }
  return (
    <span className={styles.line}>
      <SharedTextField
        shared={shared}
        label={label}
        placeholder={placeholder}
        inTabOrder={false}
        onArrowOut={(direction, { head }) => {
          const active = document.activeElement
          return active !== null && leaveText(active, direction, head)
        }}
        onUndo={undo}
        onRedo={redo}
      />
      {trail}
    </span>
  )
}
