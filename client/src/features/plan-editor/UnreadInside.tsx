/** Something unread was said about a step that is folded away: a dot at what unfolds it, because its own sign is not on the page. */
import type { Step } from '@milepost/plan'
import { use, type ReactNode } from 'react'
import { CommentSlot } from '../../hooks/comment-slot.tsx'
import { useUnreadOnSteps } from '../../hooks/use-comments.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { outlineWords } from '../../words/plan-editor/outline.ts'
import styles from './Outline.module.css'

interface UnreadInsideProps {
  readonly steps: readonly Step[]
}

/** Where nobody lends a discussion nothing is said. */
export function UnreadInside(props: UnreadInsideProps): ReactNode {
  return use(CommentSlot) === null ? null : <Dot {...props} />
}

function Dot({ steps }: UnreadInsideProps): ReactNode {
  const unread = useUnreadOnSteps(steps)
  if (unread === 0) return null
  const text = outlineWords.milestone.unreadInside(unread)
  return (
    <span className={styles.news} title={text}>
      <VisuallyHidden> {text}</VisuallyHidden>
    </span>
  )
}
