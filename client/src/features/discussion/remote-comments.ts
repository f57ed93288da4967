/** What is told of a comment, and the way to it: the sign beside its thing, or the line around a step that is folded away. */
import type { Comment, Plan } from '@milepost/plan'
import { COMMENT_ANCHOR } from '../../hooks/comment-slot.tsx'
import { remoteCommentsWords as words } from '../../words/discussion/remote-comments.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import type { OpenTopic } from './open-comments.ts'

/** "Dana commented on milestone 4", "Dana mentioned you on milestone 4" */
export function saidText(plan: Plan, { author, on }: Comment, isForMe: boolean): string {
  const name = author.name.trim().split(/\s+/u)[0] || unnamedWords.writer
  return (isForMe ? words.mentioned : words.said)(name, topicText(plan, on))
}

function topicText(plan: Plan, on: Comment['on']): string {
  if (on === null) return words.topics.plan
  const at = milestoneAt(plan, on.id)
  if (on.kind === 'milestone' && at !== -1) return words.topics.milestone(at + 1)
  if (on.kind === 'step' && at !== -1) return words.topics.step(at + 1)
  if (on.kind === 'valueProposition') return words.topics.valueProposition
  const keyDate = plan.keyDates.find(({ id }) => id === on.id)
  return keyDate === undefined || keyDate.title === '' ? words.topics.keyDate : keyDate.title
}

export function goToComment(comment: Comment, plan: Plan, open: ((topic: OpenTopic) => void) | null): void {
  const { on } = comment
  const place = placeOf(comment, plan)
  if (on === null || place === null || open === null) return
  place.scrollIntoView({ block: 'center' })
  // With the next frame: what was pressed to come here gives the keyboard away first.
  requestAnimationFrame(() => {
    const own = place.dataset['row'] === on.id || place.dataset['place'] !== undefined
    const sign = own ? place.querySelector<HTMLElement>(`[data-anchor="${COMMENT_ANCHOR}"]`) : null
    if (sign === null) open({ topic: on, of: topicText(plan, on), anchor: place })
    else sign.click()
  })
}

function placeOf({ on }: Comment, plan: Plan): HTMLElement | null {
  if (on === null) return null
  const milestone = plan.milestones[milestoneAt(plan, on.id)]
  const named = (attribute: string, id: string | undefined) =>
    id === undefined ? null : document.querySelector<HTMLElement>(`[${attribute}="${CSS.escape(id)}"]`)
  return (
    named('data-row', on.id ?? undefined) ?? named('data-row', milestone?.id) ?? named('data-place', on.id ?? on.kind)
  )
}

function milestoneAt({ milestones }: Plan, topicId: string | null): number {
  return milestones.findIndex(({ id, steps }) => id === topicId || steps.some((step) => step.id === topicId))
}
