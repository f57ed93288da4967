// Whether this page would open without a network: a service worker has it.
import { useSyncExternalStore } from 'react'

export function useReadyOffline(): boolean {
  return useSyncExternalStore(subscribe, isControlled, () => false)
}

function isControlled(): boolean {
  return (workers()?.controller ?? null) !== null
}

function subscribe(listener: () => void): () => void {
  const container = workers()
  container?.addEventListener('controllerchange', listener)
  return () => container?.removeEventListener('controllerchange', listener)
}

/** Absent where the page is not served safely. */
function workers(): ServiceWorkerContainer | undefined {
  return 'serviceWorker' in navigator ? navigator.serviceWorker : undefined
}
