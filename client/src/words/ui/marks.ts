// What the marks of the kit say in words: those that stand beside their shapes, and those that are only read out.
import { plural } from '../../format/count.ts'

export const markWords = {
  badge: {
    /** Read out before the days. */
    lost: 'moved the plan by ',
    wonBack: 'won back ',
    unmoved: 'no change, ',
    days: (days: number) => `${days}d`,
  },
  box: { ticked: 'Done', empty: 'Open' },
  /** Read out before the values of a change. */
  change: { before: 'before: ', now: 'now: ' },
  owner: { open: 'Who?' },
  ring: {
    shown: (done: number, total: number) => `${done}/${total}`,
    said: (done: number, total: number) => `${done} of ${total} ${plural(total, 'step')} done`,
  },
  stone: { milestone: 'Milestone ', states: { done: 'done', now: 'in progress', next: '', goal: '' } },
  wordCount: {
    counted: (words: number) => `${words} ${plural(words, 'word')}`,
    toGo: (counted: string, missing: number) => `${counted}, ${missing} to go`,
    over: (counted: string, over: number) => `${counted}, ${over} over`,
  },
}
