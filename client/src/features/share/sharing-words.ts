// What went wrong with a link, said where it went wrong. The plan itself never depends on any of this.
import type { SharingProblem } from '../../hooks/device-context.tsx'

const WORDS: Record<SharingProblem, string> = {
  unreachable:
    'The plan’s relay cannot be reached now. Links are made there, so this has to wait; the plan is kept on this device.',
  notOnRelay: 'The relay has not heard of this plan yet. As soon as it has, links can be made.',
  notAllowed: 'Your own link does not allow this.',
  noSuchGrant: 'This link is gone: somebody else has just changed it.',
  lastManager: 'This is the last link that can manage the plan. Give another one “Can manage” first.',
  revoked: 'This link was revoked meanwhile.',
  tooMany: 'The plan has as many links as its relay takes. Revoke one that nobody uses.',
  rejected: 'The relay did not take it. Check the role and the name.',
}

export function sharingWords(problem: SharingProblem): string {
  return WORDS[problem]
}
