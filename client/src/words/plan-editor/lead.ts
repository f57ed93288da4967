// The head of the document: who plans with whom, what for, and why it is worth it.
import { possessive } from '../../format/names.ts'

export const leadWords = {
  /** Between the two companies. */
  and: 'and',
  newerVersion: 'A newer version of Milepost wrote here. What this one does not know stays as it is.',
  outcome: {
    label: 'Outcome of the plan',
    prompt: 'What will be true when this is done?',
  },
  priority: {
    heading: (buyer: string) => `${possessive(buyer)} priority`,
    label: (buyer: string) => `Priority of ${buyer} that it serves`,
    prompt: 'Which goal of theirs does this serve?',
  },
  proposition: {
    label: 'Value proposition',
    inSentence: 'the value proposition',
    prompt: 'Why is this worth doing, in the buyer’s words and numbers?',
    length: (words: number) => `${words} words`,
  },
}
