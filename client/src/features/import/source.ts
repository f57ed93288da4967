/** What somebody wants to bring in, from the moment they ask until the plan has it. */
import type { Plan, MilestoneId } from '@milepost/plan'
import type { Sheet } from './book.ts'
import { before, isHeld, isUntouched, type Place } from './bring-in.ts'
import type { ListLine } from './plain-list.ts'

export type Source =
  /** Nothing yet: which file, or which cells. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'problem'; readonly name: string; readonly text: string }
  /** Pasted cells are a book of one sheet without a name. */
  | { readonly kind: 'sheets'; readonly name: string; readonly sheets: readonly [Sheet, ...Sheet[]] }
  | { readonly kind: 'list'; readonly lines: readonly ListLine[] }

/**
 * Where it goes: into the empty milestone that it was pasted on, behind the one that was selected, else before go-live,
 * because what a plan is for stays at its end.
 */
export function placeFor(plan: Plan, at: MilestoneId | null): Place {
  const here = plan.milestones.find(({ id }) => id === at)
  if (here !== undefined) {
    if (isUntouched(plan, here)) return { behind: before(plan, here.id), instead: here.id }
    return { behind: isHeld(plan, here) ? before(plan, here.id) : here.id, instead: null }
  }
  const goLive = plan.milestones.find(({ id }) => id === plan.goLiveId)
  if (goLive !== undefined && goLive.done === null) return { behind: before(plan, goLive.id), instead: null }
  return { behind: plan.milestones.at(-1)?.id ?? null, instead: null }
}
