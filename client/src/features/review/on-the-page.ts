/**
 * Findings that cannot be mended on the page yet are not said: a field that is not there would only be a reproach. What is in
 * place is said all the same.
 */
import type { ReviewCheck, ReviewKind } from '@milepost/plan'

/** Their fields are not drawn yet; whoever draws one takes it out of here. */
const WITHOUT_A_FIELD: ReadonlySet<ReviewKind> = new Set(['buyerPriority', 'objectives', 'criteria'])

export function canBeMended({ kind }: ReviewCheck): boolean {
  return !WITHOUT_A_FIELD.has(kind)
}
