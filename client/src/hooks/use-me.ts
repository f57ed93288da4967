/** useMe: who the person at this device is; null until they said so once. Set it with `useDevice().setMe`. */
import type { Me } from '../data/me.ts'
import { useDevice } from './device-context.tsx'
import { useReadable } from './use-readable.ts'

export type { Me } from '../data/me.ts'

export function useMe(): Me | null {
  return useReadable(useDevice().me)
}
