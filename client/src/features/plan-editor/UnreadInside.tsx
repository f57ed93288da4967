/** Something unread was said about a step that is folded away: a dot at what unfolds it, because its own sign is not on the page. */
import type { Step } from '@milepost/plan'
import type { ReactNode } from 'react'
import { useUnreadOnSteps } from '../../hooks/use-comments.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { outlineWords } from '../../words/plan-editor/outline.ts'
import styles from './Outline.module.css'

export function UnreadInside({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  const unread = useUnreadOnSteps(steps)
  if (unread === 0) return null
  const text = outlineWords.milestone.unreadInside(unread)
  return (
    <span className={styles.news} title={text}>
      <VisuallyHidden> {text}</VisuallyHidden>
    </span>
  )
}
