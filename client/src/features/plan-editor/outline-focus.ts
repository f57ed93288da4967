/**
 * Where the keyboard is in the document. The outline is one tab stop: exactly one of its lines is reachable by Tab (the
 * one that was used last), the arrows lead to the others. Which one that is stands outside React, because moving down
 * a hundred lines must not draw a hundred lines.
 *
 * Lines and texts are found in the page itself, by `data-row` and `data-text`: what is folded away is not there, so the
 * order of the arrows is always the order that is seen.
 */
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

/** Where the caret goes in a text: behind that many letters, or to one end. */
export type CaretPlace = number | 'start' | 'end'

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

/** The text above or below the one that `from` stands in, through the whole document; false at its ends. */
export function focusTextBeside(root: ParentNode, from: Element, by: 1 | -1, place: CaretPlace): boolean {
  const texts = [...root.querySelectorAll<HTMLElement>('[data-text] textarea, [data-text] [role="textbox"]')]
  const at = texts.findIndex((text) => text === from || text.contains(from) || from.contains(text))
  if (at === -1) return false
  for (let next = at + by; next >= 0 && next < texts.length; next += by) {
    const text = texts[next]
    if (text !== undefined && isShown(text)) {
      focusText(text, place)
      return true
    }
  }
  return false
}

function focusText(text: HTMLElement, place: CaretPlace): void {
  if (text instanceof HTMLTextAreaElement) {
    text.focus()
    const { length } = text.value
    const at = place === 'start' ? 0 : place === 'end' ? length : Math.min(place, length)
    text.setSelectionRange(at, at)
    return
  }
  // A rich text turns into an editor when it gets the focus, and reads from here at which end to begin.
  text.dataset['caretAt'] = place === 'end' ? 'end' : 'start'
  text.focus()
}

function isShown(element: HTMLElement): boolean {
  return typeof element.checkVisibility === 'function' ? element.checkVisibility() : true
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
