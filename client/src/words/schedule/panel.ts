// The schedule in one panel: when it goes live, what moved that, what is odd about its dates, and where both sides stand.
import type { MeasuredFrom } from '@milepost/plan'
import { capitalised, count, decapitalised } from '../../format/count.ts'
import { possessive } from '../../format/names.ts'
import { roomText, slipText } from '../slip-text.ts'
import { commonWords } from '../common.ts'

export const schedulePanelWords = {
  label: 'Schedule',
  goLive: {
    forecast: 'Go-live forecast',
    since: 'Live since',
    askDate: 'Set a date on the go-live milestone: the forecast begins with it.',
    /** Heard before the day that it is measured from. */
    measured: (state: MeasuredFrom['state']) => `${state} `,
    offered: (by: string, other: string) => `offered by ${by}, not yet agreed by ${other}`,
    /** `offeredBy`: whose dates it is measured from while they are not agreed. */
    slip: (days: number, offeredBy: string | null) =>
      capitalised(slipText(days, offeredBy === null ? 'the agreed date' : `the date ${offeredBy} offered`)),
    room: (workdays: number, company: string, keyDate: string, day: string) =>
      `${roomText(workdays)} ${possessive(company)} ${decapitalised(keyDate)} on ${day}`,
    keyDate: 'key date',
    asFarAsKnown: 'as far as this device knows',
    asFarAsKnownWithOwn: 'as far as this device knows; your own changes are in it',
  },
  movedIt: {
    groupBy: 'Group by',
    groupings: {
      milestone: 'Milestone',
      role: 'Role',
      person: 'Person',
      side: 'Side',
    },
    nothing: 'Nothing has moved it.',
    lostAndWon: (lost: number, won: number) => `${lost} lost, ${won} won back`,
    lost: (days: number, cause: string) => `${count(days, 'working day')} from ${cause}`,
    won: (days: number, cause: string) => `${count(days, 'working day')} won back by ${cause}`,
    goLiveAdded: (state: MeasuredFrom['state']) =>
      `Go-live has come in since the dates were ${state}: nothing to measure it from.`,
    notAgreed: (buyer: string, seller: string) =>
      `${buyer} and ${seller} have not agreed on dates yet. From then on every day lost or won back shows here, with its reason.`,
  },
  findings: {
    label: 'Dates to look at',
    takeForecast: 'Take the forecast',
    takeLinkAway: 'Take the link away',
    show: 'Show',
    more: (number: number) => count(number, 'more', 'more'),
    fewer: commonWords.fewer,
  },
  agreement: {
    offerDates: 'Offer these dates',
    offerToday: 'Offer the dates of today',
    offered: 'The dates are offered to the other side',
    answer: 'Look and answer',
    open: 'Agreement',
    calendar: 'Calendar',
    agenda: 'Agenda',
    escalation: 'Escalation note',
    /** Other words for the same, for the palette. */
    aliases: {
      agreement: 'offer agreed dates',
      calendar: 'holidays workdays time zone',
      agenda: 'meeting check-in notes',
      escalation: 'executive copy',
    },
  },
}
