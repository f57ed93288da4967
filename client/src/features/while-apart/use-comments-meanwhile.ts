/**
 * What others said while nobody looked at the plan on this device, as far as it was not read yet. Which those are is decided
 * when somebody looks again: what is said from then on is told as it comes.
 */
import { readDiscussion, type Comment } from '@milepost/plan'
import { useMemo } from 'react'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useUnread } from '../../hooks/use-comments.ts'
import { useReadable, type Readable } from '../../hooks/use-readable.ts'

/** A comment carries the clock of whoever wrote it, set right by the relay. One more that was not read is no harm. */
const CLOCKS_DIFFER_MS = 60_000

export function useCommentsMeanwhile(lastLook: Readable<{ readonly at: number } | null>): readonly Comment[] {
  const { discussion } = usePlanSession()
  const { isUnread } = useUnread()
  const look = useReadable(lastLook)
  const meanwhile = useMemo(
    () =>
      look === null ? [] : readDiscussion(discussion).comments.filter(({ at }) => at >= look.at - CLOCKS_DIFFER_MS),
    [discussion, look],
  )
  return meanwhile.filter(isUnread)
}
