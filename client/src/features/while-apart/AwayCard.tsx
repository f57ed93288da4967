/**
 * Says what others changed and said while this device did not look at the plan, and keeps looking from then on. Fetched once the plan
 * stands; until there is something to say it draws nothing.
 */
import { useEffect, useState, type ReactNode } from 'react'
import { usePlanSession, type PlanSession } from '../../hooks/plan-session-context.tsx'
import { useUnread } from '../../hooks/use-comments.ts'
import { useReadable } from '../../hooks/use-readable.ts'
import type { LineOfPlan } from './away-lines.ts'
import { AwayList } from './AwayList.tsx'
import { useCommentsMeanwhile } from './use-comments-meanwhile.ts'

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
  const comments = useCommentsMeanwhile(keeper.lastLook)
  const lastLook = useReadable(keeper.lastLook)
  const { markRead } = useUnread()
  useEffect(() => keeper.look(document.visibilityState === 'visible'), [keeper])
  const since = away?.since ?? lastLook?.at ?? null
  if (since === null || (away === null && comments.length === 0)) return null
  const read = () => {
    void keeper.markRead()
    markRead(comments)
  }
  return <AwayList key={since} since={since} away={away} comments={comments} goToLine={goToLine} onRead={read} />
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
