/** useLocal: a small setting of this device (folded rows, theme), like useState but kept. Never in a plan, never sent. */
import { useMemo } from 'react'
import type { LocalValue } from '../data/device.ts'
import { useDevice } from './device-context.tsx'
import { useReadable } from './use-readable.ts'

export function useLocal<T extends LocalValue>(key: string, initial: T): readonly [T, (value: T) => void] {
  const device = useDevice()
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- `initial` is the value before anything was kept: only the first one counts
  const setting = useMemo(() => device.local(key, initial), [device, key])
  return [useReadable(setting), setting.set]
}
