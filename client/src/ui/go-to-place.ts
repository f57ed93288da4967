// To something beside the document that has a place of its own (a role, a key date): into sight, with the keyboard on it. Places
// mark themselves with `data-place`; what is not drawn now is nowhere.

export function goToPlace(id: string): boolean {
  const place = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(id)}"]`)
  if (place === null) return false
  place.scrollIntoView({ block: 'center' })
  // What can be done there has the focus; where nothing can, the place itself.
  const control = place.matches('button')
    ? place
    : (place.querySelector<HTMLElement>('textarea, [role="textbox"]') ?? place.querySelector<HTMLElement>('button'))
  const target = control ?? place
  if (target === place && !place.hasAttribute('tabindex')) place.tabIndex = -1
  target.focus({ preventScroll: true })
  return true
}
