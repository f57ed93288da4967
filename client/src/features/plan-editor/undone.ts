/**
 * What a step of undo or redo changed, for the eye and the ear: which place to show, and what to say. Of many changes the one
 * that brings a line back comes first, because that is what was missed; then whatever stands first in the plan. Pure.
 */
import { planChanges, type MilestoneId, type Plan, type PlanChange, type TakenStep } from '@milepost/plan'
import { changeWords } from '../../words/changes/change-words.ts'
import { lineWords } from '../../words/lines.ts'
import { undoneWords as words } from '../../words/plan-editor/undone.ts'
import type { LineToGoTo } from './outline-context.tsx'

export interface Undone {
  readonly text: string
  /** A line of the document, or else the names of places beside it, the nearest first. */
  readonly line: LineToGoTo | null
  readonly places: readonly string[]
  /** The line was not there before. */
  readonly isBack: boolean
}

/** What comes along with a change and is nothing that anybody did. */
const ALONG = new Set(['rank', 'place', 'agreedDue', 'startedOn'])

export function undoneOf({ kind, before, after }: TakenStep, today: string): Undone {
  const all = planChanges(before, after).filter(({ list, id }) => list !== 'moves' && id !== 'goLiveSetBy')
  const own = all.filter(({ field }) => !ALONG.has(field ?? ''))
  const changes = (own.length === 0 ? all : own).toSorted((a, b) => weight(a) - weight(b))
  const [first] = changes
  // What was written in a rich text is in no reading of the plan.
  if (first === undefined) return { text: words.said(kind, '', 0), line: null, places: [], isBack: false }
  const { number, what, about } = changeWords(
    first,
    { plan: before, value: first.before },
    { plan: after, value: first.now },
    today,
  )
  const where = about !== '' ? about : number === null ? '' : lineWords.milestoneInSentence(number)
  const named = where === '' ? what : words.at(what, where)
  return {
    text: words.said(kind, named, changes.length - 1),
    line: lineOf(first, after),
    places: [first.id ?? first.list, first.list, 'terms'],
    isBack: isBack(first),
  }
}

function weight(change: PlanChange): number {
  if (!isBack(change)) return 2
  return change.list === 'milestones' ? 0 : 1
}

function isBack({ list, field, now }: PlanChange): boolean {
  return (list === 'milestones' || list === 'steps') && (field === null || (field === 'archived' && now === null))
}

function lineOf({ list, id }: PlanChange, { milestones }: Plan): LineToGoTo | null {
  const milestoneId = list === 'confirmations' ? id?.split(':')[0] : id
  for (const { id: milestone, steps } of milestones) {
    if (milestone === milestoneId) return { milestoneId: milestone as MilestoneId, stepId: null }
    const step = steps.find((each) => each.id === id)
    if (step !== undefined) return { milestoneId: milestone, stepId: step.id }
  }
  return null
}
