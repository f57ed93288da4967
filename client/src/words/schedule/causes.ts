// What moved go-live, line by line.
import { plural } from '../../format/count.ts'
import { listText } from '../../format/names.ts'

export const causeWords = {
  heading: 'What moved it',
  changedPlan: 'Calendar or order changed',
  bothSides: 'Both sides',
  nobodyYet: 'Nobody yet',
  removed: 'what was removed',
  milestones: (numbers: readonly string[]) => `${plural(numbers.length, 'milestone')} ${listText(numbers)}`,
  together: (numbers: readonly string[]) => `, together with ${listText(numbers)}`,
  claim: (company: string, role: string) => `says ${company}: caused by ${role}`,
}
