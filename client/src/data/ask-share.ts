/**
 * How much each side wrote in the last two weeks, from the relay's own record: five-minute slots in which a link added
 * something, never what. Null where the relay could not be asked: nobody is called one-sided on a guess.
 */
import type { Share, Side } from '@milepost/plan'
import type { Capability, PlanId } from '@milepost/protocol'
import type { RelayApi } from './relay-api.ts'

const DAYS = 14

export async function askShare(api: RelayApi, planId: PlanId, capability: Capability): Promise<Share | null> {
  const answer = await api.contributions(planId, capability, DAYS)
  if (typeof answer === 'string') return null
  const sum = (side: Side) =>
    answer.contributions.reduce((all, each) => (each.side === side ? all + each.slots : all), 0)
  return { buyer: sum('buyer'), seller: sum('seller') }
}
