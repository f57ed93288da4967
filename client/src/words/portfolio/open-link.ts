// Opening a link by pasting it: what is wrong with it is said in words that tell how to mend it. Never a code, never "invalid".

export const openLinkWords = {
  title: 'Open a link you were sent',
  lead: 'The plan is then kept on this device, and opens here without the link.',
  link: 'Link',
  linkHint: 'https://…/p/…#…',
  open: 'Open plan',
  problem: {
    empty: 'Paste the link you were sent.',
    'not-a-link': 'This is not a link. It begins with https:// and was sent to you by somebody in the plan.',
    'no-plan': 'This address is not a plan. The address of a plan has /p/ or /v/ in it.',
    'no-secret': 'The end of the link is missing: everything after the #. Copy the whole link, or ask for it again.',
    'bad-secret': 'The end of the link is cut off or changed on its way. Copy the whole link, or ask for it again.',
  },
  /** A good link, for a plan that this device has from somewhere else. */
  otherRelay:
    'This device has that plan from another relay, and keeps it there. To use this link instead, remove the plan from this device first.',
}
