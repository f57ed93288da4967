// From text to text with the arrow keys: every text of the document stands in an element with `data-text`, and the caret goes
// from one to the next in the order of the page, whoever drew them.

/** Where the caret goes in a text: behind that many letters, or to one end. */
export type CaretPlace = number | 'start' | 'end'

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

export function focusText(text: HTMLElement, place: CaretPlace): void {
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
