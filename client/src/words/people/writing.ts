// Who writes the plan: shares of the writing, comments, commitments met. What is counted is said where it is shown.
import { count, numberText } from '../../format/count.ts'

export const writingWords = {
  late: 'Writing in the last 14 days',
  byPerson: 'By person',
  byPersonOf: 'Who writes the plan, by person',
  alias: 'contribution share writing comments commitments engagement measured',
  percent: (percent: number) => `${percent}%`,
  /** For who does not see the bar. */
  said: (buyer: string, buyerPercent: number, seller: string, sellerPercent: number) =>
    `${buyer} ${buyerPercent} percent, ${seller} ${sellerPercent} percent`,
  /** Where there is no bar. */
  nobody: 'Nobody has written anything.',
  asking: 'The relay is being asked.',
  notOnRelay: 'Counted once the plan has reached its relay.',
  unreachable: 'The relay counts it, and cannot be reached now.',
  refused: 'The relay counts it, and your link no longer opens the plan.',
  asOf: (when: string) => `The relay’s count as of ${when}.`,
  notNow: {
    unreachable: (when: string) => `The relay cannot be reached now. This is its count as of ${when}.`,
    refused: (when: string) => `Your link no longer opens the plan. This is the relay’s count as of ${when}.`,
  },
  dialog: {
    title: 'Who writes the plan',
    lead: 'Both sides see the same numbers.',
    over: 'Counted over',
    days: { late: '14 days', all: '90 days' },
    slots: (slots: number, all: number) => `${numberText(slots)} of ${count(all, 'five-minute slot')}`,
    nothingWritten: 'Nothing written in this time',
    comments: (comments: number) => (comments === 0 ? 'No comments' : count(comments, 'comment')),
    met: (met: number, due: number) => `${numberText(met)} of ${count(due, 'commitment')} met on time`,
    noneDue: 'No commitment due yet',
    table: (company: string) => `Who wrote, of ${company}`,
    columns: { person: 'Link made for', slots: 'Five-minute slots', comments: 'Comments' },
    unnamed: 'Somebody whose link names nobody',
    number: numberText,
    how: {
      title: 'How this is counted',
      lines: [
        'For each link the relay notes in which five minutes something was added to the plan or its comments, and never what.',
        'Whoever only reads is not measured and is not in this list. What was added without a network counts when it is sent.',
        'Comments and commitments are counted on this device, from the plan itself: a milestone is met on time when it is done by its agreed date, or was late and moved nothing. Commitments count from the first day of the plan.',
        'The names are those the links were made for. Whoever may edit the plan finds in Share when a link was last used.',
      ],
      linesForReaders: [
        'For each link the relay notes in which five minutes something was added to the plan or its comments, and never what.',
        'Whoever only reads, as you do with this link, is not measured and is not in this list. What was added without a network counts when it is sent.',
        'Commitments are counted on this device, from the plan itself: a milestone is met on time when it is done by its agreed date, or was late and moved nothing. They count from the first day of the plan.',
        'The names are those the links were made for. Comments are counted for those who may read them.',
      ],
    },
  },
}
