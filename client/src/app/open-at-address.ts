// A kept plan is read before anything is drawn, so that its page comes at once and not behind a page that says it is coming.
import { parsePlanId } from '@milepost/protocol'
import type { Device } from '../data/device.ts'

/** A disk that takes longer than this is waited for on the page. */
const PATIENCE_MS = 250

/** Opens the plan of the address, if this device has it; what comes back lets go of it, once the page holds it itself. */
export async function openAtAddress(device: Device): Promise<() => void> {
  const planId = parsePlanId(/^\/p\/([^/]+)$/u.exec(globalThis.location.pathname)?.[1] ?? '')
  if (planId === null || !device.hasPlan(planId)) return () => {}
  const session = device.openPlan(planId)
  await new Promise<void>((resolve) => {
    const enough = () => {
      clearTimeout(timer)
      off()
      resolve()
    }
    const look = () => {
      if (session.loaded.get() !== 'loading') enough()
    }
    const timer = setTimeout(enough, PATIENCE_MS)
    const off = session.loaded.subscribe(look)
    look()
  })
  return () => session.release()
}
