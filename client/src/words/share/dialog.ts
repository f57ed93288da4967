// Sharing a plan: links are made, seen and taken back.
import { count } from '../../format/count.ts'
import { commonWords } from '../common.ts'

export const shareWords = {
  title: 'Share this plan',
  lead: 'One link for each person. It knows their role and side.',
  leadManaging: 'One link for each person. It knows their role and side, and you can revoke it alone.',
  foot: 'Revoking works at once. What a device already holds stays there.',
  hideRevoked: 'Hide revoked links',
  showRevoked: (links: number) => count(links, 'revoked link'),
  asking: 'Asking the relay for the links',
  notShown: 'The links cannot be shown now',
  tryAgain: commonWords.tryAgain,
  made: (holder: string) => `Link for ${holder} made`,
  worksAgain: (holder: string) => `Link of ${holder} works again`,
  createLink: 'Create link',
  list: {
    access: 'Access',
    lastSeen: 'Last seen',
    noLink: 'No link yet',
    createLinkFor: (role: string) => `Create link for ${role}`,
    withoutName: 'Link without a name',
    thisDevice: 'This device',
    accessOf: (holder: string) => `Access of ${holder}`,
    nowYou: 'Now, you',
    now: 'Now',
    hasRunOut: 'Has run out',
    notOpened: 'Not opened yet',
    copy: (holder: string) => `Copy link of ${holder}`,
    showCode: (holder: string) => `Show QR code of ${holder}`,
    hideCode: (holder: string) => `Hide QR code of ${holder}`,
    renew: 'New link',
    renewFor: (holder: string) => `New link for ${holder}, replaces the old one`,
  },
  form: {
    side: 'Side',
    role: 'Role',
    roleHint: 'Role first',
    name: 'Name',
    nameHint: 'Name, if you know it',
    access: 'Access',
    roleMissing: 'Say the role first: a link belongs to one, also before its name is known.',
    firstOfOthers: (whose: string) =>
      `${whose} first link. It is offered with “Can manage”, because a plan belongs to both sides: neither can lock the other out unseen.`,
    onlyReading: 'The link will be read-only: it shows the whole plan and changes nothing.',
  },
  rights: {
    view: 'Sees the whole plan, changes nothing',
    comment: 'Sees the whole plan and says something about it',
    edit: 'Changes the plan, makes links for their own side',
    manage: 'Edits, and makes and revokes links of both sides',
  },
  panel: {
    code: (holder: string) => `QR code of the link for ${holder}`,
    linkFor: (holder: string) => `Link for ${holder}`,
    /** Whose a link is that has a role. */
    holderOfRole: (role: string) => `the ${role}`,
    note: (holder: string) =>
      `Whoever has this link is taken for ${holder}. It can be copied from here until it is first opened.`,
    copy: 'Copy',
    copied: commonWords.copied,
    copiedSaid: 'Link copied',
  },
  revoke: {
    revoke: 'Revoke',
    revokeOf: (holder: string) => `Revoke link of ${holder}`,
    hasMade: (holder: string, links: number, holders: string) =>
      `${holder} has made ${count(links, 'link')}: ${holders}.`,
    alsoMade: (links: number) => `Revoke ${links === 1 ? 'it' : 'them'} too`,
    keep: 'Keep',
    done: (holder: string) => `Link of ${holder} revoked`,
    doneWithMade: (holder: string, links: number) =>
      `Link of ${holder} revoked, and ${count(links, 'link')} made with it`,
    undo: commonWords.undo,
  },
  revoked: {
    section: 'Revoked links',
    title: 'Revoked',
    line: (right: string, when: string) => `${right}, revoked ${when}`,
    lineBy: (right: string, when: string, who: string) => `${right}, revoked ${when} by ${who}`,
    giveBack: 'Give back',
    giveBackOf: (holder: string) => `Give back the link of ${holder}`,
  },
  /** What went wrong with a link, said where it went wrong. The plan itself never depends on any of this. */
  problem: {
    unreachable:
      'The plan’s relay cannot be reached now. Links are made there, so this has to wait; the plan is kept on this device.',
    notOnRelay: 'The relay has not heard of this plan yet. As soon as it has, links can be made.',
    notAllowed: 'Your own link does not allow this.',
    noSuchGrant: 'This link is gone: somebody else has just changed it.',
    lastManager: 'This is the last link that can manage the plan. Give another one “Can manage” first.',
    revoked: 'This link was revoked meanwhile.',
    tooMany: 'The plan has as many links as its relay takes. Revoke one that nobody uses.',
    rejected: 'The relay did not take it. Check the role and the name.',
  },
}
