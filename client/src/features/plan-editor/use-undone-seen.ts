/**
 * What undo changed is seen: it comes into sight where it was out of it, and is told to those who listen. The keyboard stays
 * where it is, so that the next undo goes on from there; only where its own line is gone, and another came back for it, it
 * goes there.
 */
import { useEffect } from 'react'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useToday } from '../../hooks/use-today.ts'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { focusRow, focusTitle, rowElement } from './outline-focus.ts'
import { undoneOf, type Undone } from './undone.ts'

const SHOWN_MS = 1200

export function useUndoneSeen(): void {
  const { undo } = usePlanSession()
  const announce = useAnnounce()
  const today = useToday()
  useEffect(() => {
    let frame = 0
    const stop = undo.watchTaken((taken) => {
      const undone = undoneOf(taken, today)
      const held = heldLine()
      announce.own(undone.text)
      cancelAnimationFrame(frame)
      // The page has it with the next frame.
      frame = requestAnimationFrame(() => show(undone, held))
    })
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [undo, announce, today])
}

interface HeldLine {
  readonly id: string
  readonly isWritten: boolean
}

function heldLine(): HeldLine | null {
  const active = document.activeElement
  const id = active?.closest<HTMLElement>('[data-row]')?.dataset['row']
  return id === undefined ? null : { id, isWritten: active instanceof HTMLTextAreaElement }
}

function show(undone: Undone, held: HeldLine | null): void {
  const row = placeOnPage(undone)
  if (row === null) return
  const { line, isBack } = undone
  if (isBack && line !== null && held !== null && rowElement(document, held.id) === null) {
    const id = line.stepId ?? line.milestoneId
    if (!held.isWritten || !focusTitle(document, id, 'end')) focusRow(document, id)
  }
  if (!isInSight(row)) row.scrollIntoView({ block: 'center' })
  // Where one writes, one sees it.
  if (row.dataset['row'] === held?.id || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  row.animate([{ backgroundColor: 'var(--sunken)' }, { backgroundColor: 'transparent' }], SHOWN_MS)
}

/** A step that is folded away shows its milestone. */
function placeOnPage({ line, places }: Undone): HTMLElement | null {
  if (line !== null) {
    const step = line.stepId === null ? null : rowElement(document, line.stepId)
    return step ?? rowElement(document, line.milestoneId)
  }
  for (const place of places) {
    const found = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`)
    if (found !== null) return found
  }
  return null
}

/** Below the bar of the page, above its end. */
function isInSight(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 48 && top < window.innerHeight - 24 && (top > 40 || bottom > 96)
}
