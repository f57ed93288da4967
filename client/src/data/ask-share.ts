/**
 * How much each side wrote in the last two weeks, from the relay's own record: five-minute slots in which a link added
 * something, never what. Null where the relay could not be asked: nobody is called one-sided on a guess.
 */
import type { Share } from '@milepost/plan'
import { isShapeProblem, parseContributions, type Capability, type PlanId } from '@milepost/protocol'

const DAYS = 14
const PATIENCE_MS = 15_000

export async function askShare(
  fetch: typeof globalThis.fetch,
  relay: string,
  planId: PlanId,
  capability: Capability,
): Promise<Share | null> {
  try {
    const response = await fetch(`${relay}/api/plans/${planId}/contributions?days=${DAYS}`, {
      headers: { authorization: `Bearer ${capability}` },
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const answer = response.ok ? parseContributions(await response.json()) : null
    if (answer === null || isShapeProblem(answer)) return null
    const sum = (side: 'buyer' | 'seller') =>
      answer.contributions.reduce((all, each) => (each.side === side ? all + each.slots : all), 0)
    return { buyer: sum('buyer'), seller: sum('seller') }
  } catch {
    return null
  }
}
