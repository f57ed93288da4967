/** useAccess: what may be done in the open plan; every control that changes something asks `canEdit` first. */
import type { Access } from '../data/access.ts'
import { usePlanSession } from './plan-session-context.tsx'
import { useReadable } from './use-readable.ts'

export type { Access } from '../data/access.ts'

export function useAccess(): Access {
  return useReadable(usePlanSession().access)
}
