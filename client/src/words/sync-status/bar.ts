// What the bar of a plan says about saving, sending and what the link allows.
import { plural } from '../../format/count.ts'

const changes = (many: number) => `${many} ${plural(many, 'change')}`

export const saveBarWords = {
  changes,
  panel: 'What is saved and sent',
  local: { hint: 'Stays on this device', sample: 'Sample', template: 'Template' },
  /** Beside the number of changes that wait. */
  waiting: 'waiting',
  notSent: 'not sent',
  notKept: 'Not kept on this device',
  notKeptSynced: 'Synced, not kept on this device',
  outOfSpace: 'This device is out of space',
  outOfSpaceSynced: 'Synced, but this device is out of space',
  keeping: 'Saving on this device',
  keepingOffline: 'Offline, saving on this device',
  kept: {
    synced: 'Saved on this device, synced',
    connecting: 'Saved on this device, connecting',
    offline: 'Offline, saved on this device',
    local: 'Saved on this device',
  },
  memoryOnly: {
    connecting: 'Connecting, not kept on this device',
    offline: 'Offline, not kept on this device',
    offlineWaiting: 'Offline, only in this tab',
    onlyHere: 'Only in this tab',
  },
  sending: (waiting: number) => (waiting > 0 ? `Sending ${changes(waiting)}` : 'Sending changes'),
  nearlyFull: 'This plan is nearly full',
  incomplete: 'A part of this plan has not arrived',
  damagedChanges: 'Some changes made here cannot be read',
  damagedCopy: 'This device’s copy is damaged',
  access: {
    unchecked: 'Read-only until your link was checked',
    comment: 'You can comment',
    view: 'Read-only',
    viewFor: (whom: string) => `Read-only for ${whom}`,
  },
  refused: {
    revoked: 'Your link was revoked',
    expired: 'Your link has expired',
    unknown: 'Your link is not known to the relay',
    notAllowed: 'Your link no longer allows changes',
    noSuchPlan: 'The relay does not have this plan',
    otherEpoch: 'This plan was started anew',
    tooBig: 'This plan is too big to send',
    tooOld: 'Reload for the new version',
    malformed: 'The relay refused the last change',
    createTokenNeeded: 'Kept on this device; this relay asks for its create token',
    idTaken: 'Another plan has this address',
  },
  linkEnded: 'Nothing new arrives and nothing is sent. The text here stays readable.',
}
