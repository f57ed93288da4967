// Everybody on both teams: who has which part, who is whose opposite number, what each owes next.
import { plural } from '../../format/count.ts'

export const peopleDialogWords = {
  title: 'People',
  lead: (roles: number, named: number) =>
    `${roles} ${plural(roles, 'role')}, ${named} named. Each with an opposite number and what comes next.`,
  find: 'Find somebody',
  findPlaceholder: 'Name, role or part in the deal',
  nothingFound: 'Nobody is called that, and no role is.',
  columns: { role: 'Role', opposite: 'Opposite number', next: 'Owes next' },
  noPart: 'Has no part yet',
  allDone: 'Everything done',
  done: (done: number, all: number) => `${done} of ${all} done`,
  allOpen: (role: string) => `Everything open of ${role}`,
  milestone: (number: number, title: string) => `Milestone ${number}: ${title}`,
  wasDue: (day: string) => `was due ${day}`,
  waits: 'waits for others',
  /** Behind a day. */
  alsoWaits: ', waits for others',
  nobodyThere: 'Nobody there yet',
  oppositeOf: (role: string, company: string) => `Opposite number of ${role} at ${company}`,
  noOpposite: 'Opposite number?',
  asSuggested: 'As suggested',
}
