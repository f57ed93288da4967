/**
 * Who is whose opposite number on the other side. What somebody set stands, in both directions; where nobody did, the parts in the deal
 * suggest one (technical questions to the solutions engineer), so that peers find each other before anybody has sorted them.
 */
import type { RoleId } from './ids.ts'
import type { Plan } from './read-plan.ts'
import type { Role, RoleFunction } from './roles.ts'

export interface Counterpart {
  readonly roleId: RoleId
  /** False: a suggestion that follows from the parts in the deal. */
  readonly chosen: boolean
}

/** For each part, the parts of the other side that people of it talk to, the nearest first. */
const PEERS: Readonly<Record<RoleFunction, readonly RoleFunction[]>> = {
  champion: ['sales', 'customerSuccess'],
  economicBuyer: ['sponsor', 'sales'],
  coordinator: ['delivery', 'customerSuccess', 'sales'],
  business: ['customerSuccess', 'sales'],
  technical: ['solutions', 'delivery'],
  security: ['security', 'solutions', 'technical'],
  legal: ['legal', 'sales'],
  purchasing: ['sales', 'legal'],
  finance: ['finance', 'sales'],
  operations: ['delivery', 'customerSuccess', 'solutions'],
  endUser: ['customerSuccess', 'solutions'],
  sponsor: ['economicBuyer', 'sponsor', 'champion'],
  sales: ['champion', 'purchasing', 'economicBuyer'],
  solutions: ['technical', 'security', 'operations'],
  delivery: ['operations', 'technical', 'coordinator'],
  customerSuccess: ['business', 'endUser', 'operations', 'champion'],
}

/** Null where the other side has nobody that fits. */
export function counterpartOf(plan: Plan, role: Role): Counterpart | null {
  const others = plan.roles.filter(({ side }) => side !== role.side)
  const own = others.find(({ id }) => id === role.counterpart)
  if (own !== undefined) return { roleId: own.id, chosen: true }
  const chosenBy = others.find(({ counterpart }) => counterpart === role.id)
  if (chosenBy !== undefined) return { roleId: chosenBy.id, chosen: true }
  for (const peer of peersOf(role)) {
    const found = others.find((other) => other.function === peer)
    if (found !== undefined) return { roleId: found.id, chosen: false }
  }
  return null
}

function peersOf({ function: part }: Role): readonly RoleFunction[] {
  return part !== null && Object.hasOwn(PEERS, part) ? PEERS[part as RoleFunction] : []
}
