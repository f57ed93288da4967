// What the places of a plan say that is neither a day, a number nor somebody's own words.
import { count } from '../../format/count.ts'

export const valueWords = {
  nobody: 'Nobody',
  noDate: 'No date',
  open: 'Open',
  empty: 'Empty',
  removed: (label: string) => `${label} removed`,
  broughtBack: (label: string) => `${label} brought back`,
  inPlan: 'In the plan',
  notInPlan: 'Removed',
  needed: 'Needed',
  notNeeded: 'Not needed',
  yes: 'Yes',
  no: 'No',
  confirmed: 'Right as it is',
  disputed: 'Disputed',
  theOneBefore: 'The one before',
  nothing: 'Nothing',
  workdays: (many: number) => count(many, 'working day'),
  place: (number: number) => `place ${number}`,
  placeInMilestone: (number: number, milestone: number) => `place ${number} in milestone ${milestone}`,
  milestone: (number: number) => `milestone ${number}`,
  score: (score: number) => `${score} of 5`,
  span: (from: string, to: string) => `${from} to ${to}`,
  holiday: (day: string, name: string) => `${day}, ${name}`,
}
