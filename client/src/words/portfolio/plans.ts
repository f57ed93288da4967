// Home: the plans that this device keeps.
import { count } from '../../format/count.ts'

export const plansWords = {
  heading: 'Plans',
  onThisDevice: (plans: number) => `${count(plans, 'plan')} on this device`,
  newPlan: 'New plan',
  openLink: 'Open a link',
  openLinkAlias: 'paste',
  sample: 'See a sample plan',
  templates: 'Templates',
  nothingKept: 'This browser keeps nothing: plans last as long as this tab',
  ready: 'Ready to work, online or off',
  kept: 'Plans are kept on this device',
  table: {
    plan: 'Plan',
    goLive: 'Go-live',
    access: 'Your access',
    state: 'On this device',
    lastOpened: 'Last opened',
    more: 'More',
  },
  noGoLive: 'Not set yet',
  notArrived: 'Nothing of it has arrived yet',
  noOutcome: 'No outcome written yet',
  moreFor: (plan: string) => `More for ${plan}`,
  state: {
    sample: 'Sample, on this device only',
    local: 'On this device only',
    waiting: (changes: number) => `${changes} waiting to be sent`,
    synced: 'Synced',
    refused: {
      revoked: 'Your link was revoked',
      expired: 'Your link has run out',
      unknown: 'The relay does not know this link',
      notAllowed: 'The last change was not allowed',
      noSuchPlan: 'The relay does not have this plan',
      otherEpoch: 'The plan was made anew there',
      tooBig: 'The plan is too big for its relay',
      tooOld: 'Reload to get the new version',
      malformed: 'The relay did not take a change',
      createTokenNeeded: 'The relay asks for its create token',
      idTaken: 'The relay has another plan here',
    },
  },
  remove: {
    remove: 'Remove from this device',
    keep: 'Keep it',
    /** These three go on from the name of the plan. */
    sample: <T>(plan: T) => [plan, ' is the sample. You can open a fresh one whenever you like.'],
    local: <T>(plan: T) => [plan, ' lives on this device only. Removing it deletes it.'],
    shared: <T>(plan: T) => [
      plan,
      ' and your link to it are taken off this device. Everybody else keeps theirs. To open it here again you need a link.',
    ],
    unsent: (changes: number) => `${count(changes, 'change')} made here were not sent yet and would be lost.`,
    done: (plan: string) => `${plan} is no longer on this device`,
  },
}
