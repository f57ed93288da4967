// What the relay's answers say about a link, in the words the rest of the app uses.
import type { Refusal } from '../sync/refusal.ts'
import type { RelayProblem } from './relay-api.ts'

/** What an answer says about the link itself; every other one says nothing about it. */
export const REFUSALS: Partial<Record<RelayProblem, Refusal>> = {
  'revoked-link': 'revoked',
  'expired-link': 'expired',
  'unknown-link': 'unknown',
  'no-capability': 'unknown',
  'no-such-plan': 'noSuchPlan',
  'not-allowed': 'notAllowed',
  'bad-plan-id': 'noSuchPlan',
}
