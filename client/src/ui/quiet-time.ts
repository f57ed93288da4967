// The moment in which the page has nothing to do. Where the browser cannot say when that is, two seconds are waited.

export function quietTime(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 5000 })
    else setTimeout(resolve, 2000)
  })
}
