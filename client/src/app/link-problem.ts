// The page of a link that opens nothing: fetched when there is one to explain. Whoever has a plan before their eyes has none.
import type { LinkProblem } from '../features/share/LinkProblemPage.tsx'
import { latePart } from '../ui/late-part.tsx'

export type { LinkProblem } from '../features/share/LinkProblemPage.tsx'

export const LinkProblemPage = latePart(() =>
  import('../features/share/LinkProblemPage.tsx').then((module) => module.LinkProblemPage),
)

/** Why the relay's refusal leaves nothing to show; null where it is no matter of the link. */
export function linkProblemOf(refusal: string | null): LinkProblem | null {
  switch (refusal) {
    case 'revoked':
    case 'expired':
    case 'unknown':
    case 'noSuchPlan':
      return refusal
    default:
      return null
  }
}
