/** What others said meanwhile, as lines beside what they changed: the words, and the thing of the plan that they are about. */
import type { Comment, Plan } from '@milepost/plan'
import { awayWords } from '../../words/while-apart/away.ts'
import type { AwayLine, LineOfPlan } from './away-lines.ts'

/** Oldest first, as they were said. */
export function commentLines(
  comments: readonly Comment[],
  plan: Plan,
  isForMe: (comment: Comment) => boolean,
): readonly AwayLine[] {
  return comments.map((comment): AwayLine => {
    const { id, on, author, body } = comment
    const { number, about, row, line } = placeOf(on, plan)
    return {
      number,
      what: whatOf(comment, isForMe(comment)),
      about,
      before: '',
      now: awayWords.quoted(body.trim().replaceAll(/\s+/gu, ' ')),
      key: JSON.stringify(['comments', id]),
      list: 'comments',
      days: null,
      side: author.side,
      by: author.name.trim().split(/\s+/u)[0] ?? '',
      row,
      line,
      places: row === null ? ['milestones'] : [row, 'milestones'],
    }
  })
}

function whatOf({ replyTo }: Comment, isForMe: boolean): string {
  if (replyTo === null) return isForMe ? awayWords.commentForMe : awayWords.comment
  return isForMe ? awayWords.replyForMe : awayWords.reply
}

interface Place {
  readonly number: number | null
  readonly about: string
  readonly row: string | null
  readonly line: LineOfPlan | null
}

function placeOf(on: Comment['on'], plan: Plan): Place {
  const nowhere = { number: null, about: '', row: null, line: null }
  if (on === null || on.id === null) return on?.kind === 'valueProposition' ? { ...nowhere, row: on.kind } : nowhere
  for (const [at, { id, steps }] of plan.milestones.entries()) {
    const number = at + 1
    if (id === on.id) return { number, about: '', row: id, line: { milestoneId: id, stepId: null } }
    const step = steps.find((each) => each.id === on.id)
    if (step !== undefined) {
      return { number, about: step.title, row: step.id, line: { milestoneId: id, stepId: step.id } }
    }
  }
  const keyDate = plan.keyDates.find((each) => each.id === on.id)
  return keyDate === undefined ? nowhere : { ...nowhere, about: keyDate.title, row: keyDate.id }
}
