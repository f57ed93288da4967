/** The part in the deal that the title of a role names by itself; null where it could be several. */
import type { RoleFunction } from '@milepost/plan'
import { plain } from '../../ui/rank.ts'

const WORDS: readonly (readonly [RoleFunction, RegExp])[] = [
  ['champion', /\bchampion\b/u],
  ['economicBuyer', /\beconomic buyer\b/u],
  ['sponsor', /\bsponsor\b/u],
  ['coordinator', /\bcoordinator\b/u],
  ['customerSuccess', /\b(customer success|csm)\b/u],
  ['legal', /\b(legal|counsel|lawyer)\b/u],
  ['purchasing', /\b(procurement|purchasing)\b/u],
  ['security', /\b(security|infosec|ciso)\b/u],
  ['solutions', /\b(solutions?|sales) (engineer|consultant|architect)\b/u],
  ['sales', /\b(account executive|sales (rep|representative|executive|manager|director))\b/u],
  ['delivery', /\b(implementation|delivery) (manager|lead|engineer|consultant)\b/u],
]

export function roleFunctionOf(title: string): RoleFunction | null {
  return WORDS.find(([, words]) => words.test(plain(title)))?.[0] ?? null
}
