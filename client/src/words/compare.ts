// The last plans of a template, held against it and against each other. It says what differs and where, and who wrote it as far as
// anybody can know; what follows from that is for whoever reads it.
import type { Difference, DifferingLine, LineKind } from '@milepost/templates'
import { capitalised, count, countWords, numberText, plural } from '../format/count.ts'
import { listText } from '../format/names.ts'

const lines: Readonly<Record<LineKind, string>> = {
  milestone: 'milestone',
  step: 'step',
  role: 'role',
  criterion: 'success criterion',
  keyDate: 'key date',
  proposition: 'value proposition',
}

const untitled: Readonly<Record<LineKind, string>> = {
  milestone: 'A milestone without a title',
  step: 'A step without a title',
  role: 'A role without a title',
  criterion: 'A success criterion without words',
  keyDate: 'A key date without a title',
  proposition: 'A value proposition without words',
}

/** Longer than a title ever should be. */
const LONG = 80

export const compareWords = {
  title: 'Compare plans',
  place: 'Compare',
  lead: 'The last five plans that began with one template: how far each is from it, and from the others.',
  opening: 'Reading the plans',
  templates: 'Templates',
  unknownTemplate: 'A template that is not on this device',
  nameless: 'A template without a name',
  openTemplate: 'Open the template',
  begun: (plans: number) => count(plans, 'plan'),
  none: {
    title: 'Nothing to compare yet',
    noTemplate: 'No plan on this device began with a template. The sample is left out.',
    notHere: 'No plan on this device began with this template.',
    one: (template: string) => `One plan on this device began with ${template}. It takes two to compare.`,
    unread: 'What there is of these plans has not arrived on this device yet.',
    all: 'See all templates',
  },
  otherVersion: (version: number, now: number) => `Began with version ${version}, compared with version ${now}.`,
  templateAway: 'The template itself is not on this device, so the plans are compared with each other alone.',
  /** One sentence that answers it. */
  verdict(pairs: number, plans: number): string {
    if (pairs === 0) return `No two of these ${countWords(plans, 'plan')} are near-identical.`
    return `${capitalised(countWords(pairs, 'pair'))} of plans ${plural(pairs, 'is', 'are')} near-identical.`
  },
  alike: {
    title: 'Near-identical',
    what: 'A pair is called so where at most one line in twenty differs. Days, names of people and companies are not compared.',
    nobody: (one: string, other: string) =>
      one === other
        ? `Nobody on the side of ${one} wrote anything in either that differs from the template.`
        : `Neither ${one} nor ${other} wrote anything that differs from the template.`,
    some: (companies: readonly string[]) =>
      `What differs from the template was written by ${listText(companies)} among others.`,
  },
  each: {
    title: 'Against the template',
    alone: 'Each plan',
    lines: (changed: number, of: number) =>
      `${numberText(changed)} of ${count(of, 'line')} ${plural(changed, 'differs', 'differ')}`,
    same: 'As the template says',
    begun: (day: string) => `Begun ${day}`,
    /** Of the buyer's company. */
    wrote: (company: string, differences: number) =>
      differences === 0
        ? `${company} wrote nothing that differs.`
        : `${company} wrote ${numberText(differences)} of it.`,
    moved: (company: string, moves: number) => `${company} moved ${count(moves, 'date')}.`,
    confirmed: (company: string, confirmed: number) =>
      `${company} called ${count(confirmed, 'milestone')} right for them.`,
    disputed: (company: string, disputed: number) =>
      `${company} called ${count(disputed, 'milestone')} wrong for them.`,
    named: (company: string, named: number, roles: number) =>
      roles === 0
        ? `No role of ${company} is in it.`
        : `${numberText(named)} of ${count(roles, 'role')} of ${company} ${plural(named, 'is', 'are')} named.`,
    keyDates: 'Key dates: ',
    noKeyDates: (company: string) => `No key date of ${company} is in it.`,
    differences: (differences: number) => count(differences, 'difference'),
    /** Behind a number, for those who hear it. */
    from: (plan: string) => `, ${plan}`,
  },
  pairs: {
    title: 'Against each other',
    differ: (differing: number, of: number) =>
      differing === 0
        ? `Nothing differs in ${count(of, 'line')}`
        : `${numberText(differing)} of ${count(of, 'line')} ${plural(differing, 'differs', 'differ')}`,
    two: (one: string, other: string) => `${one} and ${other}`,
    show: 'What differs',
    inPlan: (company: string) => `in ${company}`,
  },
  /** A value proposition is forty words: its first ones say which it is. */
  titled: (line: LineKind, title: string) =>
    title.trim() === ''
      ? untitled[line]
      : line === 'proposition' && title.length > LONG
        ? `${title.slice(0, LONG).trimEnd()}…`
        : title,
  difference({ kind, line, was, is }: Difference): string {
    const what = lines[line]
    switch (kind) {
      case 'added':
        return `${capitalised(what)} added`
      case 'removed':
        return `${capitalised(what)} left out`
      case 'reworded':
        return `${capitalised(what)} reworded`
      case 'moved':
        return `${capitalised(what)} moved`
      case 'estimate':
        return `${capitalised(what)} takes ${days(is)}, ${days(typeof was === 'number' ? was : null)} in the template`
    }
  },
  was: (title: string) => `was “${title}”`,
  by: (companies: readonly string[]) => (companies.length === 0 ? 'nobody said who' : `by ${listText(companies)}`),
  how({ how, line, first }: DifferingLine, one: string, other: string): string {
    const what = lines[line]
    if (how === 'only') return `${capitalised(what)} only in ${first === null ? other : one}`
    if (how === 'words') return `${capitalised(what)} in other words`
    return how === 'estimate' ? `${capitalised(what)} takes other days` : `${capitalised(what)} in another place`
  },
  claims:
    'Who wrote what is what people said of themselves when they wrote it. The relay knows which link added something to a plan, and not what it was.',
}

function days(estimate: number | null): string {
  return estimate === null ? 'no said number of days' : count(estimate, 'working day')
}
