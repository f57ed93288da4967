// Cmd+Z on the page, outside of every text: takes back one's own last change of the plan. Texts of the plan ask for it
// themselves; texts of a form keep the browser's own undo.
import { useEffect } from 'react'
import { usePlanSession } from '../hooks/plan-session-context.tsx'
import { useAccess } from '../hooks/use-access.ts'
import { TEXTS } from '../ui/texts.ts'
import { isPageKey, PAGE_KEYS } from './page-keys.ts'

export function useUndoKeys(): void {
  const { undo } = usePlanSession()
  const { canEdit } = useAccess()
  useEffect(() => {
    if (!canEdit) return
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented) return
      const isUndo = isPageKey(event, PAGE_KEYS.undo)
      // The second one is what Windows knows.
      if (!isUndo && !isPageKey(event, PAGE_KEYS.redo) && !isPageKey(event, 'Mod+Y')) return
      if (event.target instanceof Element && event.target.closest(TEXTS) !== null) return
      event.preventDefault()
      if (isUndo) undo.undo()
      else undo.redo()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [undo, canEdit])
}
