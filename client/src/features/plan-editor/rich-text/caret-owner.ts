/** Whose caret a connection's is, as far as its presence can be read. Asked when a caret is drawn, so nothing is redrawn for it. */
import { presencesOf } from '@milepost/plan'
import { useCallback } from 'react'
import { usePlanSession } from '../../../hooks/plan-session-context.tsx'
import type { CaretOwner } from './yjs-binding.ts'

export function useCaretOwner(): (clientId: number) => CaretOwner | null {
  const { awareness } = usePlanSession()
  return useCallback(
    (clientId) => {
      const presence = presencesOf(awareness).find((one) => one.clientId === clientId)?.presence
      return presence === undefined
        ? null
        : { name: presence.name === '' ? presence.role : presence.name, side: presence.side }
    },
    [awareness],
  )
}
