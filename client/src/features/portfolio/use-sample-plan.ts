// The sample: the plan of the pictures, on this device only, its dates moved to today. One is enough: a second press opens
// the first.
import { SAMPLE_ME, samplePlan } from '@milepost/templates'
import { useState } from 'react'
import { useDevice } from '../../hooks/device-context.tsx'
import { useDayHere } from '../../hooks/use-today.ts'
import { useNavigate } from '../../ui/Link.tsx'

export function useSamplePlan(): { readonly opening: boolean; readonly open: () => Promise<void> } {
  const device = useDevice()
  const today = useDayHere()
  const navigate = useNavigate()
  const [opening, setOpening] = useState(false)
  async function open() {
    if (opening) return
    setOpening(true)
    const known = device.plans.get().find((plan) => plan.sample)
    const planId =
      known?.planId ?? (await device.createPlan((doc) => samplePlan(doc, today), SAMPLE_ME, { sample: true }))
    navigate(`/p/${planId}`)
  }
  return { opening, open }
}
