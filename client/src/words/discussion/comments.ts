// What is said about one thing of the plan: its threads, one comment, and where one is written.
import { count } from '../../format/count.ts'

export const commentsWords = {
  none: 'Nothing was said about it yet.',
  hideSettled: 'Hide what is settled',
  settledThreads: (threads: number) => count(threads, 'settled thread'),
  first: 'A question, a doubt, an idea',
  another: 'Something else',
  send: 'Comment',
  firstRemoved: 'The first comment was removed by its writer.',
  replies: 'Replies',
  reply: 'Reply',
  settled: (by: string) => (by === '' ? 'Settled' : `Settled by ${by}`),
  settle: 'Settle',
  openAgain: 'Open again',
  comment: {
    label: (name: string, ago: string) => `${name}, ${ago}`,
    edited: 'edited',
    new: 'new',
    forMe: 'for you',
    change: 'Change',
    changeLabel: 'Change the comment',
    remove: 'Remove',
    removed: 'Comment removed',
  },
  composer: {
    people: 'Roles and people',
    failed:
      'This could not be added: the discussion is full, or your link no longer allows comments. Your words are kept here.',
    keys: <T>(send: T, mention: T) => [send, ' sends, ', mention, ' mentions'],
  },
}
