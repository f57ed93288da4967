// The page of a link that opens nothing: fetched when there is one to explain. Whoever has a plan before their eyes has none.
import { latePart } from '../ui/late-part.tsx'

export type { LinkProblem } from '../features/share/LinkProblemPage.tsx'

export const LinkProblemPage = latePart(() =>
  import('../features/share/LinkProblemPage.tsx').then((module) => module.LinkProblemPage),
)
