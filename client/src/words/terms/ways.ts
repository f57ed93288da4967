// How both sides work together: check-ins, how the buyer decides, what is expected of each other, what the plan is called.
import type { CheckIn } from '@milepost/plan'
import { listText } from '../../format/names.ts'
import { lineWords } from './lines.ts'

const rhythms = {
  week: 'Every week',
  twoWeeks: 'Every two weeks',
  month: 'Every month',
}
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const minutesText = (minutes: number) => `${minutes} minutes`

export const waysWords = {
  title: 'How we work together',
  checkIns: {
    title: 'Check-in',
    none: 'No rhythm yet',
    begin: 'Set a rhythm in which both teams look at the plan',
    howOften: 'How often',
    rhythms,
    on: 'On',
    weekdays,
    forHowLong: 'For',
    minutes: minutesText,
    whoTakesPart: 'Who takes part',
    set: 'Set the rhythm',
    end: 'No check-ins',
    /** 'Every week on Thursday, 25 minutes, with the AP Director and the Account Executive' */
    sentence({ every, weekday, minutes }: Omit<CheckIn, 'roleIds'>, roles: readonly string[]): string {
      const who = roles.length === 0 ? '' : `, with ${listText(roles)}`
      return `${rhythms[every]} on ${weekdays[weekday - 1] ?? 'Monday'}, ${minutesText(minutes)}${who}`
    },
  },
  decisions: {
    title: (buyer: string) => `How ${buyer} decides`,
    unknown: (questions: number) => `${questions} still unknown`,
    none: (buyer: string) => `Which steps does a decision take at ${buyer}, and what does nobody know yet?`,
    pairs: {
      label: 'How the decision is made',
      add: 'Add a question',
      ...lineWords('question'),
      typical: 'Typical questions',
      first: { label: 'Question of the decision', placeholder: 'What has to be decided, and by whom?' },
      second: { label: 'Answer', placeholder: 'Still unknown', unsaid: 'Still unknown' },
    },
    /** What most decisions of this kind go through, and where they are found out too late. */
    typical: [
      'Who decides on the money, and up to which amount?',
      'Which committee has to agree, and when does it meet?',
      'Who checks security and data protection?',
      'Who reads the contract, and how long does that take?',
      'How does a purchase order come about?',
      'What else could win against it?',
    ],
  },
  expectations: {
    title: 'What we expect of each other',
    none: 'What can each side count on, and what follows if it is not met?',
    pairs: {
      label: 'What we expect of each other',
      add: 'Add an expectation',
      ...lineWords('expectation'),
      typical: 'Typical expectations',
      first: { label: 'Expectation', placeholder: 'What each side can count on' },
      second: {
        label: 'What follows if it is not met',
        placeholder: 'What follows if not',
        unsaid: 'Nothing is said yet',
      },
    },
    typical: [
      {
        first: 'A question is answered within two working days.',
        second: 'It is raised at the next check-in; the second time, the sponsors talk.',
      },
      {
        first: 'A date that cannot be kept is said before it has passed, with its reason.',
        second: 'Both sides look for the days together, and the plan names who moved it.',
      },
      {
        first: 'Whoever owns a step is at the check-in, or sends somebody who can decide.',
        second: 'The step waits for the next check-in, and its days are counted there.',
      },
    ],
  },
  planName: {
    title: 'This plan is called',
    names: [
      'mutual action plan',
      'mutual success plan',
      'mutual evaluation plan',
      'go-live plan',
      'joint execution plan',
    ],
  },
}
