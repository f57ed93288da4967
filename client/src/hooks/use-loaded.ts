/** useLoaded: whether the open plan's content is here yet. */
import type { LoadState } from '../data/plan-session.ts'
import { usePlanSession } from './plan-session-context.tsx'
import { useReadable } from './use-readable.ts'

export type { LoadState } from '../data/plan-session.ts'

export function useLoaded(): LoadState {
  return useReadable(usePlanSession().loaded)
}
