// A newer version of the app has taken over this device's storage in another tab. This tab can keep nothing any more, so it
// says so once and stays until it is loaded again.
import { useEffect } from 'react'
import { useDevice } from '../hooks/device-context.tsx'
import { useReadable } from '../hooks/use-readable.ts'
import { useToast } from '../ui/Toast.tsx'
import { appWords } from '../words/app.ts'

export function ReloadNotice() {
  const device = useDevice()
  const needed = useReadable(device.reloadNeeded)
  const toast = useToast()
  useEffect(() => {
    if (!needed) return
    return toast({
      text: appWords.otherTab.text,
      stays: true,
      action: {
        label: appWords.otherTab.load,
        onAction: () => void device.flush().finally(() => globalThis.location.reload()),
      },
    })
  }, [needed, toast, device])
  return null
}
