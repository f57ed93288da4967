// From an address to a plan: takes the secret out of the address, keeps it on the device, and only then opens the plan.
// The secret never stays where a screenshot or a history would show it, except where it must: in a browser that keeps nothing.
import { parsePlanId, parsePlanLink, type PlanLink } from '@milepost/protocol'
import { useEffect, useState } from 'react'
import { useLocationProperty } from 'wouter/use-browser-location'
import { useDevice } from '../hooks/device-context.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { appWords } from '../words/app.ts'
import { LinkProblemPage } from './link-problem.ts'
import { PlanPage } from './PlanPage.tsx'

export function PlanScreen({ planId: text }: { readonly planId: string }) {
  const device = useDevice()
  const fragment = useLocationProperty(() => globalThis.location.hash.slice(1))
  const planId = parsePlanId(text)
  const link = fragment === '' ? null : parsePlanLink(globalThis.location.href)
  const kept = useKeptLink(link)

  if (planId === null) return <LinkProblemPage problem="no-plan" keptPlanId={null} />
  const known = device.hasPlan(planId)
  if (typeof link === 'string') return <LinkProblemPage problem={link} keptPlanId={known ? planId : null} />
  if (link !== null && kept === null) return <Skeleton rows={8} label={appWords.plan.opening} />
  if (link !== null && kept === 'other-relay') return <LinkProblemPage problem="other-relay" keptPlanId={planId} />
  return known ? <PlanPage planId={planId} /> : <LinkProblemPage problem="no-link" keptPlanId={null} />
}

type Kept = 'kept' | 'other-relay'

/** Keeps the link of the address and answers what became of it; null until then. */
function useKeptLink(link: ReturnType<typeof parsePlanLink> | null): Kept | null {
  const device = useDevice()
  const [answer, setAnswer] = useState<{ readonly secret: string; readonly kept: Kept } | null>(null)
  const secret = link === null || typeof link === 'string' ? null : link.capability
  useEffect(() => {
    if (link === null || typeof link === 'string') return
    let current = true
    async function keep(wanted: PlanLink) {
      const kept = (await device.keepLink(wanted)) === 'other-relay' ? 'other-relay' : 'kept'
      if (!current) return
      setAnswer({ secret: wanted.capability, kept })
      if (kept === 'kept' && device.storage.get() === 'kept') {
        globalThis.history.replaceState(globalThis.history.state, '', globalThis.location.pathname)
      }
    }
    void keep(link)
    return () => {
      current = false
    }
    // The secret stands for the link: the rest of it is the address this screen was made for.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies -- `link` is a new value in every render
  }, [device, secret])
  return secret !== null && answer?.secret === secret ? answer.kept : null
}
