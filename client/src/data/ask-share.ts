/**
 * How much each side wrote in the last two weeks, from the relay's own record: five-minute slots in which a link added
 * something, never what. Null where the relay could not be asked: nobody is called one-sided on a guess.
 *
 * The one way to that record: who wrote it, person by person, is asked by it too (`written-record.ts`).
 */
import type { Share, Side } from '@milepost/plan'
import { parseContributions, type Capability, type Contributions, type PlanId } from '@milepost/protocol'
import type { RelayApi, RelayProblem } from './relay-api.ts'

/** "Of late", in a list of plans and beside a plan alike. */
export const LATE_DAYS = 14

export function askContributions(
  api: RelayApi,
  planId: PlanId,
  capability: Capability,
  days: number,
): Promise<Contributions | RelayProblem> {
  return api.read(`/${planId}/contributions?days=${days}`, capability, parseContributions)
}

export async function askShare(api: RelayApi, planId: PlanId, capability: Capability): Promise<Share | null> {
  const answer = await askContributions(api, planId, capability, LATE_DAYS)
  if (typeof answer === 'string') return null
  const sum = (side: Side) =>
    answer.contributions.reduce((all, each) => (each.side === side ? all + each.slots : all), 0)
  return { buyer: sum('buyer'), seller: sum('seller') }
}
