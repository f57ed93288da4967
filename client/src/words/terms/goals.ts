// What the plan is for: the objectives of the buyer, and what a week later costs.
import { possessive } from '../../format/names.ts'
import { lineWords } from './lines.ts'

export const goalsWords = {
  title: 'What it is for',
  objectives: {
    title: 'Objectives',
    none: (buyer: string) => `What does ${buyer} want to have reached?`,
    list: {
      label: 'Objectives',
      add: 'Add an objective',
      ...lineWords('objective'),
    },
    text: { label: 'Objective', placeholder: 'What is true once it is reached, with its number' },
    serves: 'Serves',
    goal: {
      label: (buyer: string) => `Goal of ${buyer} that it serves`,
      placeholder: (buyer: string) => `${possessive(buyer)} own goal`,
    },
    by: 'By when',
  },
  costOfSlip: {
    title: 'Cost of slipping',
    placeholder: 'What does each week later cost, in the buyer’s own numbers?',
  },
}
