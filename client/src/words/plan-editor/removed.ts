// What was removed from the plan: the line that leads there, and the drawer.
import { count } from '../../format/count.ts'

export const removedWords = {
  title: 'Removed',
  lead: 'Nothing is lost: what was removed comes back with everything in it.',
  none: 'Nothing is removed',
  noneYet: 'What is removed from this plan is listed here.',
  list: 'Removed, newest first',
  restore: 'Restore',
  restoreLabel: (title: string) => `Restore ${title}`,
  isBack: (title: string) => `${title} is back`,
  many: (number: number) => `${number} removed`,
  /** Other words for the same, for the palette. */
  alias: 'restore deleted trash',
  /** What it is, and what it contained. */
  kinds: {
    milestone: (steps: number, hasNotes: boolean) => {
      const inside = [...(steps === 0 ? [] : [count(steps, 'step')]), ...(hasNotes ? ['notes'] : [])]
      return inside.length === 0 ? 'Milestone' : `Milestone with ${inside.join(' and ')}`
    },
    step: (milestone: number) => `Step of milestone ${milestone}`,
    /** The title is '' where it has none. */
    stepOfRemoved: (milestone: string) =>
      `Step of ${milestone === '' ? 'a milestone' : `“${milestone}”`}, which was removed too and comes back with it`,
    role: 'Role',
    roleOf: (person: string) => `Role of ${person}`,
    person: 'Person',
    keyDate: 'Key date',
    objective: 'Objective',
    criterion: 'Success criterion',
    decision: 'Question',
    expectation: 'Expectation',
    option: 'Option',
  },
}
