// The relay wants a newer app than this page is. The page is loaded again by itself, once for a version and after the log is
// flushed; where that does not help, changes stay on the device and wait, and the save state says what to do.
import { APP_VERSION } from '@milepost/protocol'
import { useEffect } from 'react'
import { useDevice } from '../hooks/device-context.tsx'
import { useRefusal } from '../hooks/use-sync-status.ts'
import { takeNewVersion } from '../service-worker/new-version.ts'

/** In the session's storage: for which version this tab was loaded again already. */
const LOADED_AGAIN = 'milepost.loadedAgainFor'

export function useForcedVersion() {
  const device = useDevice()
  const refusal = useRefusal()
  useEffect(() => {
    if (refusal !== 'tooOld' || wasLoadedAgain()) return
    void device
      .flush()
      .then(() => takeNewVersion(navigator.serviceWorker))
      .finally(() => globalThis.location.reload())
  }, [refusal, device])
}

/** Remembers it at once. Where nothing can be remembered the answer is yes: a page that reloads for ever helps nobody. */
function wasLoadedAgain(): boolean {
  try {
    const known = sessionStorage.getItem(LOADED_AGAIN) === String(APP_VERSION)
    sessionStorage.setItem(LOADED_AGAIN, String(APP_VERSION))
    return known
  } catch {
    return true
  }
}
