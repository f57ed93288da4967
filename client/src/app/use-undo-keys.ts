// Cmd+Z on the page, outside of every field: takes back one's own last change of the plan. Fields of the plan ask for it
// themselves; fields of a form keep the browser's own undo.
import { useEffect } from 'react'
import { usePlanSession } from '../hooks/plan-session-context.tsx'
import { isModKey } from '../ui/platform.ts'

export function useUndoKeys(): void {
  const { undo } = usePlanSession()
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || !isModKey(event) || event.altKey) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest('input, textarea, select, [contenteditable="true"]')) return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) undo.redo()
      else undo.undo()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [undo])
}
