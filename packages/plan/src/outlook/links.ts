/**
 * What waits for what, as far as it counts: only links to an earlier milestone, and whoever waits for a skipped one waits
 * for what that one waited for. The schedule computes with the same rule; here it answers "who follows" and "who is next".
 */
import type { ScheduleMilestone } from '@milepost/schedule'
import type { MilestoneId } from '../ids.ts'

export type Links = ReadonlyMap<MilestoneId, readonly MilestoneId[]>

/** For every milestone that is still needed, the ones that are still needed and that it waits for. */
export function linksOf(milestones: readonly ScheduleMilestone<MilestoneId>[]): Links {
  const passedOn = new Map<MilestoneId, readonly MilestoneId[]>()
  const links = new Map<MilestoneId, readonly MilestoneId[]>()
  milestones.forEach(({ id, after, skipped }, index) => {
    const named = after ?? milestones.slice(Math.max(0, index - 1), index).map((before) => before.id)
    const awaited = [...new Set(named.flatMap((other) => passedOn.get(other) ?? []))]
    if (!skipped) links.set(id, awaited)
    if (!passedOn.has(id)) passedOn.set(id, skipped ? awaited : [id])
  })
  return links
}

/** Everything that waits for `id`, directly or not, in plan order. */
export function followersOf(links: Links, id: MilestoneId): readonly MilestoneId[] {
  const behind = new Set([id])
  for (const [other, awaited] of links) if (awaited.some((before) => behind.has(before))) behind.add(other)
  behind.delete(id)
  return [...behind]
}

/** Everything that `id` waits for, directly or not, and itself. */
export function chainTo(links: Links, id: MilestoneId): ReadonlySet<MilestoneId> {
  const chain = new Set([id])
  for (const [other, awaited] of [...links].toReversed())
    if (chain.has(other)) for (const before of awaited) chain.add(before)
  return chain
}
