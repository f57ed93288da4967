/** Tells those who listen to the page what others said: who, and about what; the words are one press away. */
import { readDiscussion, readPlan, watchDiscussion, type Comment, type Plan } from '@milepost/plan'
import { useEffect } from 'react'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { isMine } from '../../hooks/use-comments.ts'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { remoteCommentsWords as words } from '../../words/discussion/remote-comments.ts'
import { unnamedWords } from '../../words/unnamed.ts'

export function RemoteComments(): null {
  const { doc, discussion, status } = usePlanSession()
  const access = useAccess()
  const announce = useAnnounce()
  useEffect(() => {
    let known = new Set(readDiscussion(discussion).comments.map(({ id }) => id))
    return watchDiscussion(discussion, ({ comments }) => {
      const fresh = comments.filter((comment) => !known.has(comment.id) && !isMine(comment, access))
      known = new Set(comments.map(({ id }) => id))
      // What was said before this page was there is read, not told.
      if (status.get().relay !== 'synced') return
      for (const comment of fresh) announce.remote(saidText(readPlan(doc), comment))
    })
  }, [doc, discussion, status, access, announce])
  return null
}

/** "Dana commented on milestone 4" */
export function saidText(plan: Plan, { author, on }: Comment): string {
  const name = author.name.trim().split(/\s+/u)[0] || unnamedWords.writer
  return words.said(name, topicText(plan, on))
}

function topicText(plan: Plan, on: Comment['on']): string {
  if (on === null) return words.topics.plan
  const at = plan.milestones.findIndex(({ id, steps }) => id === on.id || steps.some((step) => step.id === on.id))
  if (on.kind === 'milestone' && at !== -1) return words.topics.milestone(at + 1)
  if (on.kind === 'step' && at !== -1) return words.topics.step(at + 1)
  if (on.kind === 'valueProposition') return words.topics.valueProposition
  const keyDate = plan.keyDates.find(({ id }) => id === on.id)
  return keyDate === undefined || keyDate.title === '' ? words.topics.keyDate : keyDate.title
}
