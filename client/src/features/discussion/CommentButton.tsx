/** The sign of a discussion beside a thing of the plan: how much is said, filled where something of it is unread. */
import { use, type ReactNode } from 'react'
import { COMMENT_ANCHOR, type CommentButtonProps } from '../../hooks/comment-slot.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { useCommentsOn, useUnread } from '../../hooks/use-comments.ts'
import { classNames } from '../../ui/class-names.ts'
import { CommentIcon } from '../../ui/icons/icons.tsx'
import { commentButtonWords as words } from '../../words/discussion/comment-button.ts'
import styles from './CommentButton.module.css'
import { OpenComments } from './open-comments.ts'
import { openComments } from './threads.ts'

export function CommentButton({ topic, of, className }: CommentButtonProps): ReactNode {
  const open = use(OpenComments)
  const { canComment } = useAccess()
  const comments = useCommentsOn(topic)
  const { isUnread } = useUnread()
  if (open === null || (comments.length === 0 && !canComment)) return null
  const talked = openComments(comments).length
  const unread = comments.filter(isUnread).length
  const label = words.label(comments.length === 0 ? null : talked, of, unread)
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classNames(
        styles.button,
        unread > 0 && styles.unread,
        comments.length === 0 && styles.none,
        className,
      )}
      data-anchor={COMMENT_ANCHOR}
      data-said={comments.length > 0 ? '' : undefined}
      aria-label={label}
      aria-haspopup="dialog"
      title={label}
      onClick={({ currentTarget }) => {
        // By its key, where there is no room for it: then the line stands in.
        const isSeen = currentTarget.getClientRects().length > 0
        open({
          topic,
          of,
          anchor: isSeen ? currentTarget : (currentTarget.closest<HTMLElement>('[data-row]') ?? currentTarget),
        })
      }}
    >
      <CommentIcon size={14} />
      {talked > 0 && <span aria-hidden="true">{talked}</span>}
    </button>
  )
}
