/**
 * A line that had the focus is gone: undone here, or removed by somebody else. The keyboard goes on in the line that
 * stands there now, not at the top of the page. Nothing is taken from anybody who was elsewhere.
 */
import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react'
import { rowsIn } from './outline-focus.ts'

export interface KeptFocus {
  readonly onFocus: (rowId: string) => void
  readonly onBlur: () => void
}

export function useKeptFocus(list: RefObject<HTMLElement | null>, drawn: unknown): KeptFocus {
  const held = useRef<{ readonly id: string; readonly index: number } | null>(null)
  const onFocus = useCallback(
    (id: string) => {
      if (list.current === null) return
      held.current = { id, index: rowsIn(list.current).findIndex((row) => row.dataset['row'] === id) }
    },
    [list],
  )
  // A line that is taken off the page loses the focus without a word; every other way to lose it says so here.
  const onBlur = useCallback(() => {
    held.current = null
  }, [])

  useLayoutEffect(() => {
    const lost = held.current
    if (lost === null || list.current === null) return
    const { activeElement, body } = list.current.ownerDocument
    if (activeElement !== null && activeElement !== body) return
    const rows = rowsIn(list.current)
    const next = rows.find((row) => row.dataset['row'] === lost.id) ?? rows[Math.min(lost.index, rows.length - 1)]
    next?.focus()
    // oxlint-disable-next-line react/exhaustive-deps -- looked at whenever the lines were drawn anew
  }, [list, drawn])

  return { onFocus, onBlur }
}
