// From an address to a plan: takes the secret out of the address, keeps it on the device, and only then opens the plan.
// The secret never stays where a screenshot or a history would show it, except where it must: in a read-only link (so that
// a bookmark of it works) and in a browser that keeps nothing.
import { parsePlanId, parsePlanLink, type PlanLink } from '@milepost/protocol'
import { useEffect, useState } from 'react'
import { useLocationProperty } from 'wouter/use-browser-location'
import { LinkProblemPage } from '../features/share/LinkProblemPage.tsx'
import { useDevice } from '../hooks/device-context.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { PlanPage } from './PlanPage.tsx'

interface PlanScreenProps {
  readonly planId: string
  readonly page: 'plan' | 'view'
}

export function PlanScreen({ planId: text, page }: PlanScreenProps) {
  const device = useDevice()
  const fragment = useLocationProperty(() => globalThis.location.hash.slice(1))
  const planId = parsePlanId(text)
  const link = fragment === '' ? null : parsePlanLink(globalThis.location.href)
  const kept = useKeptLink(link, page)

  if (planId === null) return <LinkProblemPage problem="no-plan" keptPlanId={null} />
  const known = device.hasPlan(planId)
  if (typeof link === 'string') return <LinkProblemPage problem={link} keptPlanId={known ? planId : null} />
  if (link !== null && !kept) return <Skeleton rows={8} />
  return known ? <PlanPage planId={planId} /> : <LinkProblemPage problem="no-link" keptPlanId={null} />
}

/** Keeps the link of the address; true once it is kept. */
function useKeptLink(link: ReturnType<typeof parsePlanLink> | null, page: 'plan' | 'view'): boolean {
  const device = useDevice()
  const [kept, setKept] = useState<string | null>(null)
  const secret = link === null || typeof link === 'string' ? null : link.capability
  useEffect(() => {
    if (link === null || typeof link === 'string' || secret === null) return
    let current = true
    async function keep(wanted: PlanLink) {
      await device.keepLink(wanted)
      if (!current) return
      setKept(wanted.capability)
      if (page === 'plan' && device.storage.get() === 'kept') {
        globalThis.history.replaceState(globalThis.history.state, '', globalThis.location.pathname)
      }
    }
    void keep(link)
    return () => {
      current = false
    }
    // The secret stands for the link: the rest of it is the address this screen was made for.
    // oxlint-disable-next-line react/exhaustive-deps -- `link` is a new value in every render
  }, [device, secret, page])
  return secret !== null && kept === secret
}
