/**
 * What a plan has to say to somebody who was apart from the others. All of it is fetched once the plan stands; here is only
 * what waits for it.
 */
import { useEffect, useState, type ReactNode } from 'react'
import { LostValueSlot, type LostValueLender } from '../../hooks/lost-value-slot.tsx'
import { useLoaded } from '../../hooks/use-loaded.ts'
import { usePlanSession, type PlanSession } from '../../hooks/plan-session-context.tsx'
import { quietTime } from '../../ui/quiet-time.ts'

export function WhileApart({ children }: { readonly children: ReactNode }): ReactNode {
  const session = usePlanSession()
  const [lent, setLent] = useState<LostValueLender | null>(null)
  const isHere = useLoaded() === 'loaded'
  useEffect(() => {
    if (!isHere) return
    const listening = listen(session, setLent)
    return () => void listening.then((stop) => stop())
  }, [session, isHere])
  return <LostValueSlot value={lent}>{children}</LostValueSlot>
}

async function listen(session: PlanSession, lend: (lent: LostValueLender) => void): Promise<() => void> {
  try {
    await quietTime()
    const { lendLostValues } = await import('./lend-lost-values.ts')
    return await lendLostValues(session, lend)
  } catch {
    // It comes with the next opening; what was lost is kept until then.
    return () => {}
  }
}
