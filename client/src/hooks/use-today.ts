/**
 * useToday: the day in the plan's own time zone, by the relay's clock where this device's is far off. It changes by itself at
 * that zone's midnight; a device that slept through it catches up when the page is shown again.
 */
import { dayIn, readPlan, type PlanDoc } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { useCallback, useSyncExternalStore } from 'react'
import { useDevice } from './device-context.tsx'
import { usePlanPart } from './use-plan.ts'

const EVERY_MS = 20_000

export function useToday(): LocalDate {
  return useDayIn(usePlanPart(timeZoneOf))
}

function timeZoneOf(doc: PlanDoc): string {
  return readPlan(doc).timeZone
}

/** For pages without a plan: the day where this device is. */
export function useDayHere(): LocalDate {
  return useDayIn(new Intl.DateTimeFormat().resolvedOptions().timeZone)
}

function useDayIn(timeZone: string): LocalDate {
  const device = useDevice()
  const get = useCallback(() => dayIn(timeZone, device.now()), [device, timeZone])
  return useSyncExternalStore(subscribe, get, get)
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, EVERY_MS)
  document.addEventListener('visibilitychange', listener)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', listener)
  }
}
