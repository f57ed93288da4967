// What is not needed for what is about to be seen begins once that is on screen: begun before, it would hold it up. A page that
// nobody looks at paints nothing, and goes on at once.

export function afterPaint(): Promise<void> {
  if (document.visibilityState === 'hidden') return Promise.resolve()
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}
