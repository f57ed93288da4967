// A capability as a URL that people pass on: `https://relay/p/<planId>#<secret>`, or `/v/` for the read-only page.
//
// The secret stands in the fragment, which browsers never send. Links arrive by mail and chat, so what often clings to
// them (spaces, brackets, a full stop) is taken off; anything else that is odd is named, never guessed. LINK-1 to LINK-4.
import { parseCapability, type Capability } from './capability.ts'
import { parsePlanId, type PlanId } from './room-name.ts'

export interface PlanLink {
  /** Where the relay lives, without a slash at the end. */
  readonly origin: string
  readonly planId: PlanId
  readonly capability: Capability
  /** `view` opens the light read-only page, and keeps its fragment so that a bookmark works. */
  readonly page: 'plan' | 'view'
}

export type PlanLinkProblem = 'empty' | 'not-a-link' | 'no-plan' | 'no-secret' | 'bad-secret'

const CLINGS_BEFORE = /^[\s<("'\u201c\u2018\u00ab]+/
const CLINGS_AFTER = /[\s>)"'.,;:!?\u201d\u2019\u00bb\]]+$/

export function parsePlanLink(text: string): PlanLink | PlanLinkProblem {
  const trimmed = text.replace(CLINGS_BEFORE, '').replace(CLINGS_AFTER, '')
  if (trimmed === '') return 'empty'
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return 'not-a-link'
  const [, page, id, ...rest] = url.pathname.replace(/\/$/, '').split('/')
  const planId = parsePlanId(id)
  if ((page !== 'p' && page !== 'v') || planId === null || rest.length > 0) return 'no-plan'
  const secret = url.hash.slice(1)
  if (secret === '') return 'no-secret'
  const capability = parseCapability(secret)
  if (capability === null) return 'bad-secret'
  return { origin: url.origin, planId, capability, page: page === 'p' ? 'plan' : 'view' }
}

export function planLinkToUrl(link: PlanLink): string {
  return `${link.origin}/${link.page === 'plan' ? 'p' : 'v'}/${link.planId}#${link.capability}`
}
