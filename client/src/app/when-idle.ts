// Work for the quiet time after the first view: idle moments come before it too, while the disk is being read.

const FIRST_VIEW_MS = 1500

export function whenIdle(work: () => void): void {
  setTimeout(() => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 5000 })
    else work()
  }, FIRST_VIEW_MS)
}
