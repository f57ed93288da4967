/**
 * The discussion around a plan: lends the features their comment buttons and holds the one panel that they open. The panel is
 * fetched with its first opening.
 */
import { useCallback, useState, type ReactNode, type RefObject } from 'react'
import { CommentSlot } from '../../hooks/comment-slot.tsx'
import { topicKey } from '../../hooks/use-comments.ts'
import { useLoaded } from '../../hooks/use-loaded.ts'
import { latePart } from '../../ui/late-part.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { quietTime } from '../../ui/quiet-time.ts'
import { commentButtonWords } from '../../words/discussion/comment-button.ts'
import { CommentButton } from './CommentButton.tsx'
import styles from './CommentButton.module.css'
import { OpenComments, type OpenTopic } from './open-comments.ts'

/** What others say is told to those who listen; it comes with what floats. */
const RemoteComments = latePart(async () => {
  await quietTime()
  return (await import('./RemoteComments.tsx')).RemoteComments
})
const CommentsPanel = latePart(
  () => import('./CommentsPanel.tsx').then((module) => module.CommentsPanel),
  <div className={styles.coming} />,
)

interface Opened extends Omit<OpenTopic, 'anchor'> {
  readonly anchor: RefObject<HTMLElement | null>
  /** What had the keyboard: the line, where its key opened it; the button, where that was pressed. */
  readonly from: HTMLElement
}

const LENT = { CommentButton }

/** For the quiet time after the first view. */
export const preloadComments = CommentsPanel.preload

export function Discussion({ children }: { readonly children: ReactNode }): ReactNode {
  const [opened, setOpened] = useState<Opened | null>(null)
  const loaded = useLoaded()
  const open = useCallback(({ anchor, ...topic }: OpenTopic) => {
    const { activeElement, body } = document
    const from = activeElement instanceof HTMLElement && activeElement !== body ? activeElement : anchor
    setOpened({ ...topic, anchor: { current: anchor }, from })
  }, [])
  return (
    <CommentSlot value={LENT}>
      <OpenComments value={open}>
        {children}
        {loaded === 'loaded' && <RemoteComments />}
      </OpenComments>
      {opened !== null && (
        <Popover
          key={topicKey(opened.topic)}
          label={commentButtonWords.panel(opened.of)}
          anchor={opened.anchor}
          placement="bottom end"
          isOpen
          onOpenChange={(open) => {
            if (open) return
            setOpened(null)
            const { from } = opened
            requestAnimationFrame(() => {
              if (from.isConnected && document.activeElement === document.body) from.focus()
            })
          }}
        >
          <CommentsPanel topic={opened.topic} of={opened.of} />
        </Popover>
      )}
    </CommentSlot>
  )
}
