// The sample: the plan of the pictures, on this device only, its dates moved to today. One is enough: a second press opens
// the first. Templates and sample are a chunk of their own, because most visits need neither.
import { dayIn } from '@milepost/plan'
import { useState } from 'react'
import { useDevice } from '../../hooks/device-context.tsx'
import { useNavigate } from '../../ui/Link.tsx'

export function useSamplePlan(): { readonly opening: boolean; readonly open: () => Promise<void> } {
  const device = useDevice()
  const navigate = useNavigate()
  const [opening, setOpening] = useState(false)

  async function open() {
    if (opening) return
    setOpening(true)
    try {
      const known = device.plans.get().find((plan) => plan.sample)
      navigate(`/p/${known?.planId ?? (await make())}`)
    } finally {
      setOpening(false)
    }
  }

  async function make() {
    const { samplePlan, SAMPLE_READER } = await import('@milepost/templates')
    const today = dayIn(new Intl.DateTimeFormat().resolvedOptions().timeZone, device.now())
    return await device.createPlan(
      (doc) => {
        const made = samplePlan(doc, today)
        return made === 'sampled' ? undefined : made
      },
      SAMPLE_READER,
      { sample: true },
    )
  }

  return { opening, open }
}
