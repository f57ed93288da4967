// Offers a new version of the app, and never forces it: the page says so, a person takes it, and what they typed is on the
// device before the page is loaded again.
import { CLAIM, TAKE_OVER } from './messages.ts'

export interface VersionWatch {
  readonly container: ServiceWorkerContainer
  /** Resolves when everything typed is kept; the page is not loaded again before that. */
  readonly flush: () => Promise<void>
  /** Called once for each newer version that waits. */
  readonly onWaiting: (take: () => void) => void
  readonly reload: () => void
}

/** Registers the service worker and watches for newer ones until stopped. A failed registration only costs offline starts. */
export function watchForNewVersion({ container, flush, onWaiting, reload }: VersionWatch): { stop: () => void } {
  const stopping = new AbortController()
  const { signal } = stopping

  async function take(worker: ServiceWorker) {
    await flush()
    // Another tab may have taken it already.
    if (worker.state !== 'installed') return reload()
    // The new version must be in charge before the page asks for anything again.
    container.addEventListener('controllerchange', reload, { once: true })
    worker.postMessage(TAKE_OVER)
  }

  function offer(worker: ServiceWorker | null) {
    if (worker === null || signal.aborted) return
    const tell = () => {
      // Without a controller this is the first version of all: nothing to offer.
      if (worker.state === 'installed' && container.controller !== null) onWaiting(() => void take(worker))
    }
    worker.addEventListener('statechange', tell, { signal })
    tell()
  }

  async function watch() {
    // `none`: an old worker script from an HTTP cache would hide every new version.
    const registration = await container.register('/sw.js', { updateViaCache: 'none' })
    offer(registration.waiting)
    offer(registration.installing)
    registration.addEventListener('updatefound', () => offer(registration.installing), { signal })
    // The first visit, or a reload that went around the worker. Asked for by the page, because a worker that takes what is
    // open when it starts misses the page that is just on its way.
    const { active } = await container.ready
    if (container.controller === null && !signal.aborted) active?.postMessage(CLAIM)
  }

  watch().catch((error: unknown) => {
    globalThis.reportError(error)
  })
  return { stop: () => stopping.abort() }
}

/**
 * Looks for a newer version and puts it in charge, for a page that may not go on as it is. Resolves when the page can be
 * loaded again: at once where there is no worker or nothing newer.
 */
export async function takeNewVersion(container: ServiceWorkerContainer | undefined): Promise<void> {
  const registration = await container?.getRegistration()
  if (container === undefined || registration === undefined) return
  await registration.update()
  const worker = registration.waiting ?? registration.installing
  if (worker === null) return
  await new Promise<void>((resolve) => {
    const go = () => {
      if (worker.state === 'installed') worker.postMessage(TAKE_OVER)
      // In charge, or given up on: either way there is nothing more to wait for.
      else if (worker.state !== 'installing') resolve()
    }
    worker.addEventListener('statechange', go)
    go()
  })
}
