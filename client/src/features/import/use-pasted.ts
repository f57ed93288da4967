/**
 * Hears what is pasted on the page: cells and lists that mean milestones and steps. In a text a paste is text, apart from
 * the title of a milestone in which nobody has written yet, where several lines could be nothing else. What it does not take is the browser's own.
 */
import { parseId, type MilestoneId } from '@milepost/plan'
import { useEffect, useRef } from 'react'
import { TEXTS } from '../../ui/texts.ts'
import { readClipboard, type Pasted } from './clipboard.ts'

export interface PastedAt {
  /** The milestone it was pasted on or in. */
  readonly milestoneId: MilestoneId | null
  /** In its title, which is as good as empty: somebody is writing there. */
  readonly isTitle: boolean
}

/** `isHeld`: whether nobody has written in that milestone yet, whatever the plan calls it. */
export function usePasted(
  take: (pasted: Pasted, at: PastedAt) => void,
  isHeld: (milestoneId: MilestoneId) => boolean,
): void {
  const latest = useRef({ take, isHeld })
  useEffect(() => {
    latest.current = { take, isHeld }
  })
  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      const { target, clipboardData } = event
      if (event.defaultPrevented || clipboardData === null) return
      const at = placeOf(target instanceof Element ? target : document.body, latest.current.isHeld)
      if (at === null) return
      const pasted = readClipboard({
        text: clipboardData.getData('text/plain'),
        html: clipboardData.getData('text/html'),
      })
      if (pasted === null) return
      // One line in a title stays what it is: words.
      if (at.isTitle && pasted.kind === 'table' && pasted.table.length < 2) return
      event.preventDefault()
      latest.current.take(pasted, at)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
}

/** Null where it belongs to somebody else: a text, a dialog with a question of its own. */
function placeOf(target: Element, isHeld: (milestoneId: MilestoneId) => boolean): PastedAt | null {
  const row = target.closest<HTMLElement>('[data-row]')
  const { kind, row: rowId, milestone } = row?.dataset ?? {}
  const milestoneId = parseId<'milestone'>(kind === 'milestone' ? rowId : milestone)
  const text = target.closest(TEXTS)
  const isOurs = target.closest('[data-import]') !== null
  if (text !== null && !isOurs) {
    const isTitle =
      kind === 'milestone' &&
      text instanceof HTMLTextAreaElement &&
      text.closest('[data-text="title"]') !== null &&
      (text.value.trim() === '' || (milestoneId !== null && isHeld(milestoneId)))
    return isTitle ? { milestoneId, isTitle } : null
  }
  const dialogs = document.querySelectorAll('[role="dialog"]')
  return [...dialogs].every((dialog) => dialog.querySelector('[data-import]') !== null)
    ? { milestoneId, isTitle: false }
    : null
}
