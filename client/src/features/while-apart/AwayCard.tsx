/**
 * Says what others changed while this device did not look at the plan, and keeps looking from then on. Fetched once the plan
 * stands; until there is something to say it draws nothing.
 */
import { useEffect, useState, type ReactNode } from 'react'
import { usePlanSession, type PlanSession } from '../../hooks/plan-session-context.tsx'
import { useReadable } from '../../hooks/use-readable.ts'
import type { LineOfPlan } from './away-lines.ts'
import { AwayList } from './AwayList.tsx'

type Keeper = Awaited<ReturnType<PlanSession['lookBack']>>['away']

export interface AwayCardProps {
  readonly goToLine: (line: LineOfPlan) => void
}

export function AwayCard({ goToLine }: AwayCardProps): ReactNode {
  const keeper = useKeeper()
  return keeper === null ? null : <Unread keeper={keeper} goToLine={goToLine} />
}

function Unread({ keeper, goToLine }: AwayCardProps & { readonly keeper: Keeper }) {
  const away = useReadable(keeper.unread)
  useEffect(() => keeper.look(document.visibilityState === 'visible'), [keeper])
  return away === null ? null : (
    <AwayList key={away.since} away={away} goToLine={goToLine} onRead={() => void keeper.markRead()} />
  )
}

function useKeeper(): Keeper | null {
  const session = usePlanSession()
  const [keeper, setKeeper] = useState<Keeper | null>(null)
  useEffect(() => {
    let isOver = false
    void keeperOf(session).then((found) => isOver || setKeeper(found))
    return () => {
      isOver = true
    }
  }, [session])
  return keeper
}

/** Null where that part of the app could not be fetched. */
async function keeperOf({ lookBack }: PlanSession): Promise<Keeper | null> {
  try {
    return (await lookBack()).away
  } catch {
    return null
  }
}
