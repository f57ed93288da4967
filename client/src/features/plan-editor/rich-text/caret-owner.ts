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
      if (presence === undefined) return null
      // The flag stands over somebody's text: a first name is enough, as among colleagues.
      const name = presence.name.split(' ')[0] ?? ''
      return { name: name === '' ? presence.role : name, side: presence.side }
    },
    [awareness],
  )
}
