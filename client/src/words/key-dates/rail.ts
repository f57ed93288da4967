// The rail of key dates beside the plan.
import { possessive } from '../../format/names.ts'
import { commonWords } from '../common.ts'

export const keyDatesWords = {
  heading: 'Key dates',
  headingOf: (company: string) => `${possessive(company)} key dates`,
  /** '' where the buyer has no name yet. */
  none: (buyer: string) => `What is happening at ${buyer || 'the buyer'} that this has to be ready for?`,
  add: 'Add a key date',
  /** Other words for the same, for the palette and the commands. */
  addAlias: 'buyer event deadline freeze holiday',
  keyDate: 'Key date',
  inSentence: 'a key date',
  untitled: 'A key date without a title',
  noDayYet: 'no day yet',
  /** Heard before the title of one that is the seller's. */
  whose: (company: string) => `${company}: `,
  /** Heard behind a line that opens its form. */
  change: ', change',
  compelling: 'Compelling event',
  compellingBecause: 'Compelling event. ',
  removed: (title: string) => `${title} removed`,
  undo: commonWords.undo,
}
