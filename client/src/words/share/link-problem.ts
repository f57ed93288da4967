// A link that opens nothing: what is wrong with it, in words that tell what to ask for. A link that was never made and one of
// another plan read the same.
import { commonWords } from '../common.ts'

export const linkProblemWords = {
  problem: {
    empty: {
      title: 'There is no link here',
      text: 'Open the link you were sent, or a plan that this device keeps.',
    },
    'not-a-link': {
      title: 'This is not a link to a plan',
      text: 'The link of a plan was sent to you by somebody in it. Copy it whole, from https:// to its end.',
    },
    'no-plan': {
      title: 'There is nothing at this address',
      text: 'The address of a plan has /p/ or /v/ in it, and a long code at its end.',
    },
    'no-secret': {
      title: 'The end of this link is missing',
      text: 'Everything after the # was lost on its way, and that is the part which opens the plan. Copy the whole link, or ask for it again.',
    },
    'bad-secret': {
      title: 'The end of this link is damaged',
      text: 'It was cut off or changed on its way. Copy the whole link, or ask whoever sent it for a new one.',
    },
    'no-link': {
      title: 'This address needs its link',
      text: 'The address says which plan, not who may see it. Open the link you were sent on this device once; after that the plan opens here without it.',
    },
    'other-relay': {
      title: 'This plan is here from another relay',
      text: 'This device already keeps it, from somewhere else than this link says, and that was not changed. To use this link instead, remove the plan from this device first.',
    },
    unknown: {
      title: 'This link opens no plan',
      text: 'The plan’s relay does not know it. It may have been replaced by a newer one: ask whoever sent it.',
    },
    revoked: {
      title: 'This link was revoked',
      text: 'Somebody who manages the plan took it back. Ask them for a new one.',
    },
    expired: {
      title: 'This link has run out',
      text: 'It was made for a limited time. Ask whoever sent it for a new one.',
    },
    noSuchPlan: {
      title: 'This plan is not here yet',
      text: 'The relay has not heard of it. If it was just made, whoever made it may still be offline; the same link will open it then.',
    },
  },
  kept: 'You have this plan on this device',
  keptHow: 'It opens with the link you used before.',
  open: 'Open the plan',
  tryAgain: commonWords.tryAgain,
  forget: 'Forget this link',
  allPlans: 'All plans on this device',
}
