// Where a pasted link leads inside this app.
import type { PlanLink, PlanLinkProblem } from '@milepost/protocol'

export function isPlanLinkProblem(answer: PlanLink | PlanLinkProblem): answer is PlanLinkProblem {
  return typeof answer === 'string'
}

/**
 * The address of a kept link. A read-only link of this app's own relay keeps its secret in the address, so that a bookmark
 * of it works; a plan of another relay is known by what the device kept.
 */
export function openAddressOf({ origin, planId, capability, page }: PlanLink, here: string): string {
  const address = `/${page === 'view' ? 'v' : 'p'}/${planId}`
  return page === 'view' && origin === here ? `${address}#${capability}` : address
}
