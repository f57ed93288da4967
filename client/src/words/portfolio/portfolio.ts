// The list of many plans: what needs attention, when each goes live, and what moved in and out of a month.
import { count } from '../../format/count.ts'

/** Whose side we are not on: the buyer's for a sales team, the vendor's for buyers, either for who is on both. */
export type Them = 'buyer' | 'seller' | 'both'

const them = { buyer: 'the buyer', seller: 'the vendor', both: 'the other side' } as const
const Theirs = { buyer: 'Buyer’s', seller: 'Vendor’s', both: 'Other side’s' } as const
const They = { buyer: 'Buyer', seller: 'Vendor', both: 'Other side' } as const

export const portfolioWords = {
  table: {
    plan: 'Plan',
    goLive: 'Go-live forecast',
    off: 'Days off, last 8 weeks',
    next: 'Next step, and who owes it',
    share: (side: Them) => `${Theirs[side]} share`,
    activity: 'Last activity',
    more: 'More',
  },
  filters: {
    label: 'Filters',
    all: 'All',
    off: 'Off schedule',
    them: (side: Them) => `Waiting on ${them[side]}`,
    us: 'Waiting on us',
    quiet: (side: Them) => `${They[side]} quiet`,
    unnamed: 'Role to name',
    archived: 'Archived',
  },
  find: 'Find a plan',
  /** What would stand here, where nothing does. */
  none: {
    all: 'All plans of this device are archived.',
    off: 'No plan is off its agreed date. One stands here once its go-live is forecast for after the day both sides agreed.',
    them: (side: Them) => `Nothing waits on ${them[side]}. A plan stands here when its next step is theirs.`,
    us: 'Nothing waits on us. A plan stands here when its next step is ours.',
    quiet: (side: Them, days: number) =>
      `Nobody is quiet. A plan stands here when ${them[side]} put nothing into it for ${count(days, 'day')}.`,
    unnamed: 'Every role that has something to do has a name. A plan stands here when one has none.',
    archived: 'Nothing is archived.',
    find: (text: string) => `No plan has “${text}” among its companies, outcome, next step or people.`,
    lead: (name: string) => `${name} sells none of these.`,
    showAll: 'Show all plans',
  },
  sort: {
    label: 'Order',
    attention: 'Needs attention first',
    goLive: 'Go-live first to last',
    value: 'Highest value first',
    opened: 'Last opened first',
  },
  leads: { label: 'Whose plans', everyone: 'Everyone’s plans' },
  refreshing: {
    asking: (done: number, all: number) => `Looking for news, ${done} of ${all}`,
    unreachable: 'A relay cannot be reached. Its plans are as this device last knew them.',
  },
  agreed: 'agreed',
  live: (day: string) => `Live, ${day}`,
  notDated: 'Not set yet',
  keyDate: {
    none: 'Key date not known yet',
    before: (days: number, title: string) => `${count(days, 'day')} before ${title}`,
    on: (title: string) => `On the day of ${title}`,
    after: (days: number, title: string) => `${count(days, 'day')} after ${title}`,
    later: (title: string, day: string) => `${title} ${day}`,
    untitled: 'a key date',
  },
  trend: { rising: 'rising', steady: 'steady', easing: 'easing', recovered: 'recovered', new: 'new' },
  notAgreed: 'not agreed',
  next: {
    none: 'Nothing comes next',
    today: 'Today',
    tomorrow: 'Tomorrow',
    late: (days: number) => `${count(days, 'day')} late`,
  },
  share: {
    percent: (share: number) => `${Math.round(share * 100)}%`,
    unknown: 'Not counted',
    active: (active: number, people: number) => `${active} of ${count(people, 'person', 'people')} active`,
    nobody: 'Nobody named yet',
    oneSided: (active: number, people: number) => `One-sided, ${active} of ${people}`,
    said: (company: string, percent: string) => `${company}: ${percent} of what was written in 14 days`,
  },
  activity: {
    none: 'Nothing yet',
    by: (name: string, ago: string) => `${name}, ${ago}`,
    quiet: (side: Them, days: number) => `${They[side]} quiet ${count(days, 'day')}`,
  },
  row: {
    value: 'Set its value',
    archive: 'Archive on this device',
    bringBack: 'Bring back',
    archived: (plan: string) => `${plan} is archived on this device. Everybody else sees it as before.`,
    broughtBack: (plan: string) => `${plan} is back in the list`,
    undo: 'Undo',
  },
  value: {
    title: (plan: string) => `Value of ${plan}`,
    lead: 'What it is worth in a year. It stays on this device and is no part of the plan: nobody else sees it.',
    amount: 'Value a year',
    placeholder: '210k',
    currency: 'Currency of all values',
    problem: 'An amount such as 210k or 1.2m',
    save: 'Save',
    remove: 'Take it away',
    tabOnly: 'This device keeps nothing: the value lasts as long as this tab.',
  },
  months: {
    title: 'Go-lives by month',
    sum: (plans: number, value: string | null) =>
      value === null ? count(plans, 'plan') : `${count(plans, 'plan')}, ${value} a year`,
    kept: 'on its agreed month',
    in: 'moved in',
    out: 'moved out',
    movedInLater: 'moved in from an earlier month',
    movedInEarlier: 'moved in from a later month',
    movedOutLater: 'moved to a later month',
    movedOutEarlier: 'moved to an earlier month',
    isLive: 'live',
    empty: 'Nothing',
    reliability: (met: number, due: number) =>
      `${Math.round((met / due) * 100)}% of commitments met on time (${met} of ${due})`,
    outside: (before: number, after: number, undated: number) =>
      [
        ...(before === 0 ? [] : [`${before} before`]),
        ...(after === 0 ? [] : [`${after} later`]),
        ...(undated === 0 ? [] : [`${undated} without a day`]),
      ].join(', '),
  },
  review: 'Review the plans',
  compare: 'Compare plans',
  timeline: 'Our timeline',
}
