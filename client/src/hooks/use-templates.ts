/**
 * useTemplateShelf and useOwnTemplates: the templates of this device, for parts that come late; null until they have come.
 * Not among what the first view needs: `client/vite.config.ts` leaves this hook out of its file.
 */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { OwnTemplate, TemplateShelf } from '../data/template-shelf.ts'
import { useDevice } from './device-context.tsx'

export type { OwnTemplate, TemplateShelf, TemplateVersion } from '../data/template-shelf.ts'

export function useTemplateShelf(): TemplateShelf | null {
  const device = useDevice()
  const [shelf, setShelf] = useState<TemplateShelf | null>(null)
  useEffect(() => {
    let isHere = true
    device.templates().then(
      (opened) => isHere && setShelf(opened),
      // Its part could not be fetched; it is asked for again with the next page.
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [device])
  return shelf
}

/** By name. */
export function useOwnTemplates(): readonly OwnTemplate[] | null {
  const shelf = useTemplateShelf()
  return useSyncExternalStore(
    shelf?.own.subscribe ?? nothing,
    () => shelf?.own.get() ?? null,
    () => null,
  )
}

function nothing() {
  return () => undefined
}
