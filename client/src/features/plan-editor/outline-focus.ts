/**
 * Where the keyboard is in the document. The outline is one tab stop: exactly one of its lines is reachable by Tab (the
 * one that was used last), the arrows lead to the others. Which one that is stands outside React, because moving down
 * a hundred lines must not draw a hundred lines.
 *
 * Lines and texts are found in the page itself, by `data-row` and `data-text`: what is folded away is not there, so the
 * order of the arrows is always the order that is seen.
 */
import { isApplePlatform } from '../../ui/platform.ts'
import { focusText, type CaretPlace } from '../../ui/text-beside.ts'

export interface CurrentRow {
  get(): string | null
  set(id: string): void
  subscribe(listener: () => void): () => void
}

export function currentRow(): CurrentRow {
  let current: string | null = null
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set(id) {
      if (id === current) return
      current = id
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export function rowElement(root: ParentNode, id: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-row="${id}"]`)
}

export function focusRow(root: ParentNode, id: string): boolean {
  const row = rowElement(root, id)
  row?.focus()
  return row !== null
}

/** The line `by` places away in the order that is seen; null at the ends. */
export function rowBeside(root: ParentNode, id: string, by: 1 | -1): HTMLElement | null {
  const rows = rowsIn(root)
  const at = rows.findIndex((row) => row.dataset['row'] === id)
  return at === -1 ? null : (rows[at + by] ?? null)
}

export function rowsIn(root: ParentNode): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-row]')]
}

export function focusTitle(root: ParentNode, id: string, place: CaretPlace): boolean {
  const text = rowElement(root, id)?.querySelector<HTMLElement>('[data-text="title"] textarea')
  if (text === null || text === undefined) return false
  focusText(text, place)
  return true
}

/** Into the notes of an unfolded milestone; where it has none yet, they are begun. */
export function focusNotes(root: ParentNode, id: string): void {
  const item = rowElement(root, id)?.closest('li')
  const notes = item?.querySelector<HTMLElement>('[data-text="notes"] [role="textbox"]')
  if (notes !== null && notes !== undefined) focusText(notes, 'end')
  else item?.querySelector<HTMLElement>('[data-adds="notes"]')?.click()
}

/** From a text around or inside the outline: the key goes to a line, where it selects the whole plan. */
export function selectPlanAt(line: HTMLElement | null): void {
  const apple = isApplePlatform()
  const key = { key: 'a', metaKey: apple, ctrlKey: !apple, bubbles: true, cancelable: true }
  line?.focus()
  line?.dispatchEvent(new KeyboardEvent('keydown', key))
}

/** What had the focus before a change that moves lines about, so that it can have it again. */
export interface HeldFocus {
  readonly row: string
  readonly text: 'title' | 'benefit' | null
  readonly selection: readonly [number, number] | null
}

export function heldFocus(root: HTMLElement): HeldFocus | null {
  const active = root.ownerDocument.activeElement
  if (!(active instanceof HTMLElement) || !root.contains(active)) return null
  const row = active.closest<HTMLElement>('[data-row]')?.dataset['row']
  if (row === undefined) return null
  const text = active.closest<HTMLElement>('[data-text]')?.dataset['text']
  const inText = active instanceof HTMLTextAreaElement && (text === 'title' || text === 'benefit')
  return {
    row,
    text: inText ? text : null,
    selection: inText ? [active.selectionStart, active.selectionEnd] : null,
  }
}

export function giveFocusBack(root: HTMLElement, held: HeldFocus | null): void {
  if (held === null) return
  const row = rowElement(root, held.row)
  const { activeElement } = root.ownerDocument
  if (held.text === null) {
    if (!root.contains(activeElement)) row?.focus()
    return
  }
  const text = row?.querySelector<HTMLTextAreaElement>(`[data-text="${held.text}"] textarea`) ?? null
  if (text === null || text === activeElement) return
  text.focus()
  if (held.selection !== null) text.setSelectionRange(...held.selection)
}
