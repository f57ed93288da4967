/**
 * Which side set the day of go-live. Whoever promised it last did; before anybody moved it, whoever said which milestone
 * go-live is. A plan hangs on that day, and it should be the buyer's.
 */
import type { Plan } from './read-plan.ts'
import type { Side } from './value.ts'

export function goLiveSetBySide({ goLiveId, goLiveSetBy, moves }: Plan): Side | null {
  if (goLiveId === null) return null
  const last = moves
    .filter(({ milestoneId, to }) => milestoneId === goLiveId && to !== null)
    .toSorted((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1))
    .at(-1)
  return last?.by.side ?? goLiveSetBy?.side ?? null
}
