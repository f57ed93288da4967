// Offers a new version of the app, and never forces it: the page says so, a person takes it, and what they typed is on the
// device before the page is loaded again.
import { TAKE_OVER } from './take-over.ts'

/**
 * Registers the service worker and tells `onWaiting` when a newer version waits.
 * @param flush resolves when everything typed is kept; the page is not loaded again before that
 */
export async function watchForNewVersion(
  container: ServiceWorkerContainer,
  flush: () => Promise<void>,
  onWaiting: (take: () => void) => void,
  reload: () => void,
): Promise<void> {
  // `none`: an old worker script from an HTTP cache would hide every new version.
  const registration = await container.register('/sw.js', { updateViaCache: 'none' })
  const offer = (worker: ServiceWorker | null) => {
    if (worker === null) return
    const tell = () => {
      // Without a controller this is the first version of all: nothing to offer.
      if (worker.state === 'installed' && container.controller !== null) onWaiting(() => void take(worker))
    }
    worker.addEventListener('statechange', tell)
    tell()
  }
  const take = async (worker: ServiceWorker) => {
    await flush()
    // The new version must be in charge before the page asks for anything again.
    container.addEventListener('controllerchange', reload, { once: true })
    worker.postMessage(TAKE_OVER)
  }
  offer(registration.waiting)
  offer(registration.installing)
  registration.addEventListener('updatefound', () => offer(registration.installing))
}
