// The page for whoever only reads, and has half a minute.
import { capitalised, countWords, numberText } from '../../format/count.ts'
import { possessive } from '../../format/names.ts'
import { workdaysText } from '../slip-text.ts'

export const executiveWords = {
  readOnly: 'Read-only',
  readOnlyFor: (whom: string) => `Read-only for ${whom}`,
  state: {
    live: 'Up to date',
    connecting: 'Connecting',
    offline: 'Offline',
    /** `ago`: "4 min ago". */
    asOf: (ago: string) => `Offline, as of ${ago}`,
    stopped: 'Nothing new arrives by this link any more',
    tooOld: 'A newer version of Milepost is needed',
    onlyHere: 'Not kept on this device',
  },
  newVersion: { ready: 'A new version is ready', load: 'Load it' },
  opening: 'Opening the plan',
  print: 'Print',
  forward: 'Forward',
  whole: 'See the whole plan',
  printedOn: (day: string) => `As of ${day}`,
  and: 'and',
  untitled: 'An outcome without a name yet',
  where: 'Where we stand',
  facts: {
    goLive: 'Go-live',
    liveSince: 'Live since',
    room: 'Room left',
    noRoom: 'None left',
    past: (workdays: number) => `${workdaysText(workdays)} past`,
    days: (workdays: number) => workdaysText(workdays),
    result: 'First result',
    noDate: 'No date yet',
    onAgreed: 'on the agreed date',
    onOffered: 'as offered',
    notAgreed: 'not agreed yet',
    moved: (workdays: number, agreed: string) =>
      `${workdays > 0 ? '+' : '−'}${numberText(Math.abs(workdays))} working ${Math.abs(workdays) === 1 ? 'day' : 'days'}, was ${agreed}`,
    /** "scanning contract ends 30 Sep". */
    keyDate: (title: string, day: string) => `${title} ${day}`,
    keyDateAlone: (day: string) => `before ${day}`,
  },
  ask: {
    label: 'One thing from you',
    heading: (name: string) => (name === '' ? 'One thing from you' : `One thing from you, ${name}`),
    nothing: 'Nothing is needed from you.',
    nothingNow: 'Nothing is needed from you now.',
    next: (milestone: string, day: string | null) =>
      day === null ? `Yours comes later: ${milestone}.` : `Yours comes later: ${milestone}, forecast for ${day}.`,
    name: (company: string, role: string) => `Name ${possessive(company)} ${role}`,
    nameWhy: (number: number, begins: string | null, date: string | null) =>
      [
        begins === null
          ? `Milestone ${number} could begin and has a role but no person.`
          : `Milestone ${number} starts ${begins} and has a role but no person.`,
        ...(date === null ? [] : [`Naming them now keeps ${date}.`]),
      ].join(' '),
    inMilestone: (number: number, title: string) => `Part of milestone ${number}: ${title}.`,
    ownMilestone: (number: number) => `Milestone ${number} is yours.`,
    due: (day: string) => `It is due ${day}.`,
    wasDue: (day: string) => `It was due ${day}.`,
    /** Before a line to write on, on paper. */
    lineForName: 'Name',
    lineForAnswer: 'Answer',
  },
  moved: {
    heading: 'What moved go-live',
    balance: (lost: number, won: number) =>
      won === 0
        ? `${numberText(lost)} lost`
        : lost === 0
          ? `${numberText(won)} won back`
          : `${numberText(lost)} lost, ${numberText(won)} won back`,
    nothing: 'Nothing has moved it.',
    notMeasured: 'From the day on which both sides agree on dates, every day lost or won back shows here.',
    more: (lines: number) => `and ${numberText(lines)} more`,
  },
  milestones: {
    label: 'Milestones',
    heading: (all: number, done: number) =>
      `${capitalised(countWords(all, 'milestone'))}, ${done === 0 ? 'none done' : done === all ? 'all done' : `${countWords(done, '', '').trim()} done`}`,
    inProgress: 'In progress',
    notNeeded: 'Not needed',
    done: (day: string) => `Done ${day}`,
    noDate: 'No date yet',
    agreed: 'agreed ',
    more: (lines: number) => `and ${numberText(lines)} more in the whole plan`,
    none: 'No milestones yet.',
    nobody: 'Nobody yet',
  },
  people: {
    label: 'People',
    none: 'Nobody yet',
    more: (people: number) => `and ${numberText(people)} more`,
  },
  foot: 'Steps and comments stay in the working plan.',
  round: (company: string) => `round: ${company}`,
  square: (company: string) => `square: ${company}`,
  /** The sentence for a browser that runs no programs stands in v.html. */
  changed: (verdict: string) => `The plan has changed. ${verdict}`,
}
