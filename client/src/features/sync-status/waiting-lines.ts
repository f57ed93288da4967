/**
 * What has not reached the relay, as lines that people understand: one for each thing that the device counts as unsent, so
 * that the list is as long as the number in the bar says. What was taken back goes out all the same, and says so.
 */
import {
  canTakeBack,
  isSaidAlike,
  readDiscussion,
  readPlan,
  saidAt,
  type Discussion,
  type DiscussionDoc,
  type PlanDoc,
} from '@milepost/plan'
import { changeWords, type ChangeWords } from '../../words/changes/change-words.ts'
import type { UnsentChange } from '../../hooks/use-sync-status.ts'

export interface WaitingLine extends ChangeWords {
  readonly key: string
  readonly place: UnsentChange
  /** It can be taken back alone, and there is something to take back. */
  readonly canUndo: boolean
  /** It says what the relay has: made and taken back again. */
  readonly isAsBefore: boolean
}

export interface WaitingIn {
  readonly doc: PlanDoc
  readonly discussion: DiscussionDoc
  /** The plan as the relay had it; null while that is not known. */
  readonly relayHad: PlanDoc | null
  readonly today: string
}

export function waitingLines(unsent: readonly UnsentChange[], within: WaitingIn): readonly WaitingLine[] {
  const lines = unsent.map((place) => ({ key: Object.values(place).join('/'), place, ...lineOf(place, within) }))
  // In the order of the page, what stands beside the document last.
  return lines.toSorted((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity))
}

function lineOf(
  place: UnsentChange,
  { doc, discussion, relayHad, today }: WaitingIn,
): Omit<WaitingLine, 'key' | 'place'> {
  const plan = readPlan(doc)
  const said = place.list === 'comments' ? commentIn(readDiscussion(discussion), place.id) : saidAt(doc, place)
  const before = relayHad === null ? null : { plan: readPlan(relayHad), value: saidAt(relayHad, place) }
  const words = changeWords(place, before, { plan, value: said }, today)
  const may = relayHad !== null && canTakeBack(doc, place)
  const isAsBefore = may && isSaidAlike(doc, relayHad, place)
  return { ...words, ...(isAsBefore ? { before: '' } : {}), canUndo: may && !isAsBefore, isAsBefore }
}

function commentIn({ comments }: Discussion, id: string | null): { readonly text: string } | null {
  const comment = comments.find((each) => each.id === id)
  return comment === undefined ? null : { text: comment.body }
}
