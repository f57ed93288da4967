/**
 * useAccess: what may be done in the open plan on this page; every control that changes something asks `canEdit` first.
 * A link made for reading opens a page that only reads, also where this device keeps a stronger link besides.
 */
import { createContext, use, useMemo } from 'react'
import type { Access } from '../data/access.ts'
import { usePlanSession } from './plan-session-context.tsx'
import { useReadable } from './use-readable.ts'

export type { Access } from '../data/access.ts'

/** True on pages that only read. */
export const ReadingPage = createContext(false)

export function useAccess(): Access {
  const access = useReadable(usePlanSession().access)
  const isReading = use(ReadingPage)
  return useMemo(
    () => (isReading ? { ...access, right: 'view', canEdit: false, canComment: false } : access),
    [access, isReading],
  )
}

/** Whether the plan's other page would let this person write. */
export function useMayEditElsewhere(): boolean {
  const access = useReadable(usePlanSession().access)
  return use(ReadingPage) && access.canEdit
}
