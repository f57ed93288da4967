/** One comment: who, when, what; its own writer can change it or take it back. */
import { archiveComment, markCommentEdited, restoreComment, setText, type Comment } from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { agoText } from '../../format/ago.ts'
import { companyOf } from '../../format/names.ts'
import { useDevice } from '../../hooks/device-context.tsx'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { mentionsMe } from '../../hooks/mentions-me.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { isMine } from '../../hooks/use-comments.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { commonWords } from '../../words/common.ts'
import { commentsWords } from '../../words/discussion/comments.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import { Composer } from './Composer.tsx'
import styles from './Discussion.module.css'
import { mentionables, partsOf, roleOf } from './mentions.ts'

const words = commentsWords.comment

export function CommentItem({ comment, isNew }: { readonly comment: Comment; readonly isNew: boolean }): ReactNode {
  const device = useDevice()
  const plan = usePlan()
  const access = useAccess()
  const { discussion } = usePlanSession()
  const toast = useToast()
  const [editing, setEditing] = useState(false)
  const { id, author, at, body, edited } = comment
  const company = author.side === null ? '' : companyOf(plan, author.side)
  const name = author.name === '' ? company || unnamedWords.writer : author.name
  const role = roleOf(author, plan)
  const mine = access.canComment && isMine(comment, access)
  const ref = { in: 'comments', id, field: 'body' } as const

  return (
    <article className={styles.comment} aria-label={words.label(name, agoText(at, device.now()))}>
      <Avatar side={author.side ?? 'buyer'} name={author.name} size={20} />
      <div>
        <p className={styles.who}>
          <b>{name}</b>
          {role !== '' && <span>{role}</span>}
          {company !== name && <VisuallyHidden>{company}</VisuallyHidden>}
          <time dateTime={new Date(at).toISOString()}>{agoText(at, device.now())}</time>
          {edited !== null && <span>{words.edited}</span>}
          {isNew && <span className={styles.new}>{words.new}</span>}
          {!mine && mentionsMe(comment, plan, access) && <span className={styles.new}>{words.forMe}</span>}
        </p>
        {editing ? (
          <Composer
            label={words.changeLabel}
            send={commonWords.save}
            draftKey={`comment-change:${id}`}
            begin={body}
            focusAtOnce
            onCancel={() => setEditing(false)}
            onSend={(text) => {
              const answer = setText(discussion, ref, text.trim())
              if (answer === 'changed') markCommentEdited(discussion, id)
              const isDone = answer === 'changed' || answer === 'unchanged'
              if (isDone) setEditing(false)
              return isDone
            }}
          />
        ) : (
          <p className={styles.body}>
            {partsOf(body, mentionables(plan)).map(({ text, mention }, place) =>
              mention === null ? (
                text
              ) : (
                // oxlint-disable-next-line react/no-array-index-key -- parts of one text have no other name than their place
                <mark key={place} className={styles[mention.side]}>
                  {text}
                </mark>
              ),
            )}
          </p>
        )}
        {mine && !editing && (
          <p className={styles.tools}>
            <button type="button" onClick={() => setEditing(true)}>
              {words.change}
            </button>
            <button
              type="button"
              onClick={() => {
                if (archiveComment(discussion, id) !== 'changed') return
                toast({
                  text: words.removed,
                  action: { label: commonWords.undo, onAction: () => void restoreComment(discussion, id) },
                })
              }}
            >
              {words.remove}
            </button>
          </p>
        )}
      </div>
    </article>
  )
}
