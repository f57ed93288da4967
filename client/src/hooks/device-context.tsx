/** DeviceProvider hands the one Device down; everything else in this room starts from useDevice. */
import { createContext, useContext, type ReactNode } from 'react'
import type { Device } from '../data/device.ts'

const DeviceContext = createContext<Device | null>(null)

export type { Device, KeptLink, LocalValue } from '../data/device.ts'
export type { GrantId, MadeLink, NewLink, PlanSharing, SharingProblem } from '../data/plan-sharing.ts'

export function DeviceProvider({ device, children }: { readonly device: Device; readonly children: ReactNode }) {
  return <DeviceContext value={device}>{children}</DeviceContext>
}

export function useDevice(): Device {
  const device = useContext(DeviceContext)
  if (device === null) throw new Error('useDevice needs a DeviceProvider above it')
  return device
}
