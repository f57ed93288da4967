/**
 * The zone in which it becomes tomorrow, the same for everybody in the plan. Zones stand by their city: that is what people
 * look for, and the first letters find it.
 */
import { setMeta } from '@milepost/plan'
import type { ReactNode } from 'react'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Select } from '../../ui/Select.tsx'
import { calendarWords } from '../../words/schedule/calendar.ts'

export function ZoneField({ zone }: { readonly zone: string }): ReactNode {
  const { doc, undo } = usePlanSession()
  const announce = useAnnounce()
  const zones = [...new Set(['UTC', zone, ...Intl.supportedValuesOf('timeZone')])]
  return (
    <Select
      label={calendarWords.zone.label}
      value={zone}
      options={zones.map(zoneOption).toSorted((a, b) => a.label.localeCompare(b.label, 'en'))}
      onChange={(next) => {
        undo.stopCapturing()
        setMeta(doc, 'timeZone', next)
        undo.stopCapturing()
        announce.own(calendarWords.zone.changed(zoneOption(next).label))
      }}
    />
  )
}

/** 'America/Argentina/Buenos_Aires' -> 'Buenos Aires', of 'America, Argentina' */
function zoneOption(value: string) {
  const parts = value.replaceAll('_', ' ').split('/')
  const region = parts.slice(0, -1).join(', ')
  const city = parts.at(-1) ?? value
  return { value, label: region === '' ? city : `${city} (${region})` }
}
