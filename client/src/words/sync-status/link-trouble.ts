// What stands on the page of a plan whose link no longer works, and the question about what was not sent by it.
import { saveBarWords } from './bar.ts'

const itOrThem = (changes: number) => (changes === 1 ? 'it' : 'them')

export const linkTroubleWords = {
  ended: {
    section: 'Your link',
    body: (linkEnded: string) => `${linkEnded} Ask whoever sent it for a new one.`,
  },
  opened: {
    section: 'The link you opened',
    title: 'The link you opened does not work',
    body: (why: string) => `${why} This page goes on with the link that this device had before.`,
    revoked: 'It was revoked.',
    expired: 'It has expired.',
    unknown: 'The relay does not know it: it may have been copied in part.',
    forget: 'Forget it',
  },
  unsent: {
    section: 'Changes that were not sent',
    title: (changes: number) => `${saveBarWords.changes(changes)} ${changes === 1 ? 'was' : 'were'} not sent`,
    body: (why: string, changes: number) =>
      `${why} What you changed is safe on this device. You can go on with ${itOrThem(changes)} in a plan of your own, or go back to what the others have.`,
    keep: (changes: number) => `Keep ${itOrThem(changes)} as my own plan`,
    discard: (changes: number) => `Discard ${itOrThem(changes)}`,
    failed: 'That did not work. Your changes are still here; try again.',
    why: {
      expired: 'Your link has expired.',
      otherEpoch: 'The plan was started anew on the relay.',
      idTaken: 'Another plan has this address on the relay.',
      revoked: 'Your link was revoked.',
      lowered: 'Your link no longer allows changes.',
    },
  },
}
