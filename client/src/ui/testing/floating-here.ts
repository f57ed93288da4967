// One page serves several test files: each finds it empty. And before tests that draw: what floats is loaded, so that a menu
// is there in the moment its button is pressed.

export const HAS_PAGE = typeof document !== 'undefined'

if (HAS_PAGE) {
  document.body.replaceChildren()
  document.getSelection()?.removeAllRanges()
  const { preloadFloating } = await import('../floating-surface.tsx')
  await preloadFloating()
}
