// One timeline for buyers: the plans of all their vendors against their own dates.
import { capitalised, count, countWords, numberText, plural } from '../format/count.ts'
import { listText } from '../format/names.ts'

export const buyerTimelineWords = {
  title: 'Our timeline',
  lead: 'Every plan in which you are on the buyer’s side, against your own dates. It is put together on this device; no vendor sees it.',
  opening: 'Reading the plans',
  companies: { label: 'Whose plans', all: 'All' },
  none: {
    title: 'No plan on this device has you on the buyer’s side',
    why: 'Open the links that your vendors sent you. Plans of different relays stand here together.',
    unread: 'What there is of these plans has not arrived on this device yet.',
    back: 'All plans',
  },
  /** One sentence that answers it. */
  verdict(clashes: number, plans: number): string {
    if (clashes > 0) return `${capitalised(countWords(clashes, 'thing'))} ${plural(clashes, 'collides', 'collide')}.`
    return plans === 1
      ? 'The go-live keeps clear of your freezes.'
      : 'No go-live falls into a freeze of yours, and no two fall into one week.'
  },
  clashes: {
    title: 'What collides',
    inFreeze: (vendor: string, day: string, freeze: string, days: string) =>
      `${vendor} is forecast to go live on ${day}, in ${freeze} (${days}).`,
    lacks: (vendor: string, others: readonly string[]) =>
      `The plan with ${vendor} does not have it; ${others.length === 1 ? 'the one' : 'those'} with ${listText(others)} ${plural(others.length, 'does', 'do')}.`,
    close: (vendors: readonly string[], days: readonly string[]) =>
      `${listText(vendors)} go live within days of one another: ${listText(days)}.`,
    otherDays: (title: string, said: readonly string[]) =>
      `${title} has other days in different plans: ${listText(said)}.`,
    /** Links to the places it was read from. */
    goLiveWith: (vendor: string) => `Go-live with ${vendor}`,
    dateWith: (vendor: string) => `Your date in the plan with ${vendor}`,
    daysWith: (days: string, vendors: readonly string[]) => `${days} with ${listText(vendors)}`,
  },
  table: {
    title: 'Go-lives and your own dates',
    what: 'What',
    when: 'When',
    picture: 'On the timeline',
    own: 'Your own dates',
    vendors: 'Vendors’ go-lives',
    today: 'Today',
    freeze: 'Freeze',
    inAll: (plans: number) => (plans === 1 ? 'in the plan' : `in all ${countWords(plans, 'plan')}`),
    inSome: (vendors: readonly string[]) => `only with ${listText(vendors)}`,
    noDay: 'No day yet',
    agreed: 'agreed ',
    live: (day: string) => `Live, ${day}`,
    off: (days: number) =>
      days > 0
        ? `${count(days, 'working day')} off`
        : days < 0
          ? `${count(-days, 'working day')} ahead`
          : 'on its agreed date',
    notAgreed: 'not agreed',
    in: (freezes: readonly string[]) => `in ${listText(freezes)}`,
    noDates: 'None of your own dates is in these plans. A vendor can only keep clear of what the plan says.',
    moreDates: (dates: number) => `${count(dates, 'more date')}`,
    legend: { forecast: 'forecast', agreed: 'agreed', freeze: 'freeze', date: 'your date' },
    relay: (host: string, ago: string) => `${host}, asked ${ago}`,
    neverAsked: (host: string) => `${host}, not asked yet`,
  },
  owed: {
    title: 'Next on your side',
    none: 'Nobody on your side owes anything that could begin today.',
    with: (vendor: string) => `with ${vendor}`,
    late: (days: number) => `${count(days, 'working day')} late`,
  },
  more: (many: number) => `${numberText(many)} more`,
  untitled: { date: 'A date without a title', step: 'A step without a title' },
  unreachable: 'A relay cannot be reached. Its plans are as this device last knew them.',
}
