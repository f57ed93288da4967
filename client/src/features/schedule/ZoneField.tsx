/** The zone in which it becomes tomorrow, the same for everybody in the plan. */
import { setMeta } from '@milepost/plan'
import type { ReactNode } from 'react'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Select } from '../../ui/Select.tsx'

export function ZoneField({ zone }: { readonly zone: string }): ReactNode {
  const { doc, undo } = usePlanSession()
  const announce = useAnnounce()
  const zones = [...new Set(['UTC', zone, ...Intl.supportedValuesOf('timeZone')])]
  return (
    <Select
      label="Today is the day in"
      value={zone}
      options={zones.map((value) => ({ value, label: value.replaceAll('_', ' ').replaceAll('/', ', ') }))}
      onChange={(next) => {
        undo.stopCapturing()
        setMeta(doc, 'timeZone', next)
        undo.stopCapturing()
        announce.own(`The plan now counts its days in ${next.replaceAll('_', ' ')}`)
      }}
    />
  )
}
