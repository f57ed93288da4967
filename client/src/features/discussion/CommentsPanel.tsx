/** What is said about one thing of the plan: its threads, and where to say more. */
import { addComment, resolveComment, type CommentTopic } from '@milepost/plan'
import { useEffect, useState, type ReactNode } from 'react'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { topicKey, useCommentsOn, useUnread } from '../../hooks/use-comments.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckIcon } from '../../ui/icons/icons.tsx'
import { commentButtonWords } from '../../words/discussion/comment-button.ts'
import { commentsWords as words } from '../../words/discussion/comments.ts'
import { CommentItem } from './CommentItem.tsx'
import { Composer } from './Composer.tsx'
import styles from './Discussion.module.css'
import { isResolved, threadsOf, type Thread } from './threads.ts'

export interface CommentsPanelProps {
  readonly topic: CommentTopic
  /** What it is about: "milestone 3". */
  readonly of: string
}

export function CommentsPanel({ topic, of }: CommentsPanelProps): ReactNode {
  const { discussion, planId } = usePlanSession()
  const { canComment } = useAccess()
  const comments = useCommentsOn(topic)
  const unread = useUnread()
  // What was new when this opened stays marked as new while one reads.
  const [readBefore] = useState(() => new Set(comments.filter((one) => !unread.isUnread(one)).map(({ id }) => id)))
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set())
  const [showsResolved, setShowsResolved] = useState(false)
  const threads = threadsOf(comments)
  const resolved = threads.filter(isResolved)
  const shown = showsResolved ? threads : threads.filter((thread) => !isResolved(thread))

  // Read is what somebody had before their eyes: the panel is open, and so is the window.
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') unread.markRead(comments)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [comments, unread])

  const say = (body: string, replyTo: Thread['id'] | null, mentions: Parameters<typeof addComment>[1]['mentions']) => {
    const id = addComment(discussion, { on: topic, body, replyTo, mentions: mentions ?? [] })
    if (id !== null) setMine((known) => new Set([...known, id]))
    return id !== null
  }
  const isNew = (id: string) => !readBefore.has(id as never) && !mine.has(id)

  return (
    <div className={styles.panel}>
      <h2 className={styles.heading}>{commentButtonWords.panel(of)}</h2>
      {shown.length > 0 && (
        <ol className={styles.threads}>
          {shown.map((thread) => (
            <li key={thread.id}>
              <OneThread
                thread={thread}
                isNew={isNew}
                draftKey={`comment:${planId}:${thread.id}`}
                onReply={canComment ? (body, mentions) => say(body, thread.id, mentions) : null}
                onResolve={
                  canComment && thread.first !== null
                    ? () => void resolveComment(discussion, thread.id, !isResolved(thread))
                    : null
                }
              />
            </li>
          ))}
        </ol>
      )}
      {comments.length === 0 && !canComment && <p className={styles.none}>{words.none}</p>}
      {resolved.length > 0 && (
        <Button size="sm" look="quiet" className={styles.more} onPress={() => setShowsResolved(!showsResolved)}>
          {showsResolved ? words.hideSettled : words.settledThreads(resolved.length)}
        </Button>
      )}
      {canComment && (
        <Composer
          label={shown.length === 0 ? words.first : words.another}
          send={words.send}
          draftKey={`comment:${planId}:${topicKey(topic)}`}
          focusAtOnce={shown.length === 0}
          onSend={(body, mentions) => say(body, null, mentions)}
        />
      )}
    </div>
  )
}

interface OneThreadProps {
  readonly thread: Thread
  readonly isNew: (id: string) => boolean
  readonly draftKey: string
  readonly onReply: ((body: string, mentions: Parameters<typeof addComment>[1]['mentions']) => boolean) | null
  readonly onResolve: (() => void) | null
}

function OneThread({ thread, isNew, draftKey, onReply, onResolve }: OneThreadProps) {
  const [replying, setReplying] = useState(false)
  const { first, replies } = thread
  const settled = isResolved(thread)
  return (
    <>
      {first === null ? (
        <p className={styles.gone}>{words.firstRemoved}</p>
      ) : (
        <CommentItem comment={first} isNew={isNew(first.id)} />
      )}
      {replies.length > 0 && (
        <ol className={styles.replies} aria-label={words.replies}>
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentItem comment={reply} isNew={isNew(reply.id)} />
            </li>
          ))}
        </ol>
      )}
      {settled && (
        <p className={styles.settled}>
          <CheckIcon size={12} />
          {words.settled(first?.resolved?.by.name ?? '')}
        </p>
      )}
      {replying && onReply !== null ? (
        <Composer
          label={words.reply}
          send={words.reply}
          draftKey={draftKey}
          focusAtOnce
          onCancel={() => setReplying(false)}
          onSend={(body, mentions) => {
            const isSent = onReply(body, mentions)
            if (isSent) setReplying(false)
            return isSent
          }}
        />
      ) : (
        (onReply !== null || onResolve !== null) && (
          <p className={styles.tools}>
            {onReply !== null && (
              <button type="button" onClick={() => setReplying(true)}>
                {words.reply}
              </button>
            )}
            {onResolve !== null && (
              <button type="button" onClick={onResolve}>
                {settled ? words.openAgain : words.settle}
              </button>
            )}
          </p>
        )
      )}
    </>
  )
}
