// Work for the quiet time after the first view. Where the browser cannot say when that is, two seconds are waited.

export function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 5000 })
  else setTimeout(work, 2000)
}
