// What is wrong with a pasted link, in words that say how to mend it. Never a code, never "invalid".
import type { PlanLinkProblem } from '@milepost/protocol'

export const LINK_PROBLEM_WORDS: Record<PlanLinkProblem, string> = {
  empty: 'Paste the link you were sent.',
  'not-a-link': 'This is not a link. It begins with https:// and was sent to you by somebody in the plan.',
  'no-plan': 'This address is not a plan. The address of a plan has /p/ or /v/ in it.',
  'no-secret': 'The end of the link is missing: everything after the #. Copy the whole link, or ask for it again.',
  'bad-secret': 'The end of the link is cut off or changed on its way. Copy the whole link, or ask for it again.',
}

/** A good link, for a plan that this device has from somewhere else. */
export const OTHER_RELAY_WORDS =
  'This device has that plan from another relay, and keeps it there. To use this link instead, remove the plan from this device first.'
