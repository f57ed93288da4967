/**
 * Tells what others said: to those who listen to the page, who and about what; to somebody who is mentioned, on the screen too,
 * with the way there, because the sign at the line may be far from where they look. Whatever is unread is found in the
 * palette.
 */
import { readDiscussion, readPlan, watchDiscussion } from '@milepost/plan'
import { use, useEffect, useEffectEvent } from 'react'
import { mentionsMe } from '../../hooks/mentions-me.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { useActions } from '../../hooks/use-actions.ts'
import { isMine, useUnread } from '../../hooks/use-comments.ts'
import { CommentIcon } from '../../ui/icons/icons.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { remoteCommentsWords as words } from '../../words/discussion/remote-comments.ts'
import { OpenComments } from './open-comments.ts'
import { goToComment, saidText } from './remote-comments.ts'

export function RemoteComments(): null {
  const { doc, discussion, status } = usePlanSession()
  const access = useAccess()
  const announce = useAnnounce()
  const toast = useToast()
  const open = use(OpenComments)
  const { isUnread } = useUnread()

  const tell = useEffectEvent((comment: Parameters<typeof isMine>[0]) => {
    const plan = readPlan(doc)
    const isForMe = mentionsMe(comment, plan, access)
    const text = saidText(plan, comment, isForMe)
    // A notice is told by itself.
    if (!isForMe) return announce.remote(text)
    const onAction = () => goToComment(comment, readPlan(doc), open)
    toast({ text, action: { label: words.show, onAction } })
  })

  useEffect(() => {
    let known = new Set(readDiscussion(discussion).comments.map(({ id }) => id))
    return watchDiscussion(discussion, ({ comments }) => {
      const fresh = comments.filter((comment) => !known.has(comment.id) && !isMine(comment, access))
      known = new Set(comments.map(({ id }) => id))
      // What was said before this page was there is read, not told.
      if (status.get().relay !== 'synced') return
      for (const comment of fresh) tell(comment)
    })
  }, [discussion, status, access])

  useActions(() => {
    const unread = readDiscussion(discussion).comments.find(isUnread)
    if (unread === undefined) return []
    const run = () => goToComment(unread, readPlan(doc), open)
    const { nextUnread: label, nextUnreadAlias: alias } = words
    return [{ id: 'comments:unread', kind: 'action', label, alias, icon: <CommentIcon />, run }]
  })
  return null
}
