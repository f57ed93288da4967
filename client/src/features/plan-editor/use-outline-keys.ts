/**
 * From a key on the page to a command of the outline. One handler for the whole list, before any field sees the key:
 * the lines themselves know nothing of keys.
 */
import { parseId } from '@milepost/plan'
import { useCallback, type KeyboardEvent } from 'react'
import { isModKey } from '../../ui/platform.ts'
import type { LineRef } from './outline-context.tsx'
import { rowBeside, rowsIn } from './outline-focus.ts'
import { outlineCommand, type KeyPlace } from './outline-keys.ts'
import type { RunCommand } from './use-outline-commands.ts'

export function useOutlineKeys(canEdit: boolean, run: RunCommand): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback(
    (event) => {
      const { target, currentTarget } = event
      if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return
      const row = target.closest<HTMLElement>('[data-row]')
      if (row === null) return
      const place = placeOf(row, target, canEdit)
      if (place === null) return
      const composing = event.nativeEvent.isComposing || event.keyCode === 229
      const command = outlineCommand(
        { key: event.key, mod: isModKey(event), alt: event.altKey, shift: event.shiftKey, composing },
        place,
      )
      if (command === null) return
      event.preventDefault()
      event.stopPropagation()
      const line = lineOf(row)
      if (line === null) goFromAdd(command, row, currentTarget)
      else run(command, line)
    },
    [canEdit, run],
  )
}

function placeOf(row: HTMLElement, target: HTMLElement, canEdit: boolean): KeyPlace | null {
  const kind = row.dataset['kind']
  if (kind !== 'milestone' && kind !== 'step' && kind !== 'add') return null
  const text = target.closest<HTMLElement>('[data-text]')?.dataset['text']
  const inText = target instanceof HTMLTextAreaElement && (text === 'title' || text === 'benefit' || text === 'outcome')
  return {
    kind,
    // What a step leaves behind is to it what the benefit is to a milestone.
    part: target === row ? 'row' : inText ? (text === 'outcome' ? 'benefit' : text) : 'control',
    canEdit,
    empty: inText && target.value === '',
    // The field itself knows where its lines break, and tells by `leaveText`.
    atStart: false,
    atEnd: false,
    ...caretOf(inText ? target : null),
  }
}

function caretOf(area: HTMLTextAreaElement | null): Pick<KeyPlace, 'atWord' | 'allSelected'> {
  if (area === null) return { atWord: false, allSelected: false }
  const { value, selectionStart, selectionEnd } = area
  const isCaret = selectionStart === selectionEnd
  return {
    atWord: isCaret && /(^|\s)$/u.test(value.slice(0, selectionStart)),
    allSelected: selectionStart === 0 && selectionEnd === value.length,
  }
}

export function lineOf(row: HTMLElement): LineRef | null {
  const { kind } = row.dataset
  if (kind === 'milestone') {
    const id = parseId<'milestone'>(row.dataset['row'])
    return id === null ? null : { kind, id }
  }
  const id = parseId<'step'>(row.dataset['row'])
  const milestoneId = parseId<'milestone'>(row.dataset['milestone'])
  return kind !== 'step' || id === null || milestoneId === null ? null : { kind, id, milestoneId }
}

/** "Add a step" is a stop of the arrows too, though it stands for nothing in the plan. */
function goFromAdd(command: string, row: HTMLElement, list: HTMLElement): void {
  const id = row.dataset['row'] ?? ''
  if (command === 'rowAbove') rowBeside(list, id, -1)?.focus()
  else if (command === 'rowBelow') rowBeside(list, id, 1)?.focus()
  else if (command === 'firstRow') rowsIn(list)[0]?.focus()
  else if (command === 'lastRow') rowsIn(list).at(-1)?.focus()
  else if (command === 'fold')
    list.querySelector<HTMLElement>(`[data-row="${row.dataset['milestone'] ?? ''}"]`)?.focus()
}
