// A newer version of the app is offered, never forced: a notice that stays until somebody takes it.
import { useEffect } from 'react'
import { useDevice } from '../hooks/device-context.tsx'
import { watchForNewVersion } from '../service-worker/new-version.ts'
import { useToast } from '../ui/Toast.tsx'
import { appWords } from '../words/app.ts'

export function NewVersionNotice() {
  const device = useDevice()
  const toast = useToast()
  useEffect(() => {
    // Not while one works on the app (there is no worker then), nor where the browser has none (a page without TLS).
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
    const watching = watchForNewVersion({
      container: navigator.serviceWorker,
      flush: () => device.flush(),
      onWaiting: (take) =>
        toast({
          text: appWords.newVersion.ready,
          stays: true,
          action: { label: appWords.newVersion.load, onAction: take },
        }),
      reload: () => globalThis.location.reload(),
    })
    return () => watching.stop()
  }, [device, toast])
  return null
}
