// What was pasted or opened, looked at before it is in the plan.
import { count, numberText } from '../../format/count.ts'
import { commonWords } from '../common.ts'

export const importWords = {
  reading: (file: string) => `Reading ${file}`,
  notRead: (name: string) => `${name} cannot be read`,
  close: 'Close',
  cancel: commonWords.cancel,
  add: (milestones: number) => `Add ${count(milestones, 'milestone')}`,
  choose: {
    what: 'Rows become milestones and steps, with their owners and dates. You see what comes out before anything is added.',
    file: 'Choose a file',
    paste: 'Or paste cells or a list',
    pastePlaceholder: 'Copy them where they are, paste them here',
    pasteHint: 'Excel, LibreOffice, Google Sheets or CSV. Pasting works anywhere on the plan too, outside of a text.',
    oneLine: 'This is one line. Copy the rows with all their columns, or a list with its lines.',
  },
  list: {
    title: (lines: number) => `Bring in ${count(lines, 'line')}`,
    lead: 'Lines become milestones, what stands further in their steps.',
  },
  sheets: {
    title: (rows: number) => `Bring in ${count(rows, 'row')}`,
    leadPasted: 'From the cells you pasted. Nothing is added yet.',
    lead: (file: string) => `From ${file}. Nothing is added yet.`,
    sheet: 'Sheet',
    datesTwoWays: 'The dates in it can be read two ways',
    dates: 'Dates',
    dayFirst: 'Day first',
    monthFirst: 'Month first',
    columns: 'Columns',
    rowNames: (row: number) => `Row ${row} names the columns`,
  },
  columns: {
    list: 'What the columns hold',
    unnamed: (letter: string) => `Column ${letter}`,
    holds: (column: string) => `${column} holds`,
    kinds: {
      none: { label: 'Left out' },
      milestone: { label: 'Milestone', detail: 'Empty: the one above goes on' },
      step: { label: 'Step' },
      line: { label: 'Milestone or step', detail: 'By number, indentation or heading' },
      number: { label: 'Number or level', detail: '1, 1.1, 1.2, 2' },
      owner: { label: 'Owner role', detail: 'AP Director, Legal' },
      person: { label: 'Person' },
      side: { label: 'Company or side' },
      due: { label: 'Due' },
      estimate: { label: 'Estimate', detail: 'Working days: 10, 2 weeks' },
      done: { label: 'Status or done on' },
      benefit: { label: 'Benefit or deliverable' },
      note: { label: 'Notes' },
    },
  },
  roles: {
    heading: (roles: number) => count(roles, 'new role'),
    list: 'New roles',
    titleOf: (role: string) => `Title of ${role}`,
    roleOf: (person: string) => `Role of ${person}`,
    sideOf: (whom: string) => `Side of ${whom}`,
  },
  place: {
    label: 'Place in the plan',
    first: 'First of all',
    behind: (milestone: string) => `Behind ${milestone}`,
    untitled: (number: number) => `milestone ${number}`,
  },
  preview: {
    heading: 'What comes out',
    nothing: 'Nothing yet. Say which column holds the milestones or the steps.',
    more: (lines: number) => `And ${count(lines, 'line')} more.`,
    /** Follow the owner of a line. */
    named: (name: string) => ` – ${name}`,
    withRole: (role: string) => ` with ${role}`,
    takes: (days: number) => count(days, 'day'),
    done: (day: string) => `Done ${day}`,
  },
  overflow: {
    kinds: { milestones: 'milestones', steps: 'steps', roles: 'roles', people: 'people' },
    title: (kind: string) => `More ${kind} than a plan can hold`,
    text: (kind: string, most: number, would: number) =>
      `A plan holds at most ${numberText(most)} ${kind}, this would make ${numberText(would)}. Nothing is added. Bring in a part of it.`,
  },
  /** What does not come in as it stands, one sentence each. */
  remark: {
    dates: (many: number, examples: string) =>
      `${count(many, 'date')} not understood: ${examples}. ${comesIn(many)} without a date.`,
    estimates: (many: number, examples: string) =>
      `${count(many, 'estimate')} not understood: ${examples}. ${comesIn(many)} without an estimate.`,
    example: (text: string, row: number) => `“${text}” in row ${row}`,
    andMore: (examples: string, more: number) => `${examples} and ${more} more`,
    untitled: (rows: number) => `${count(rows, 'row')} without a title left out.`,
    cut: (titles: number, letters: number) => `${count(titles, 'title')} longer than ${letters} letters, cut there.`,
    columns: (read: number, leftOut: number) =>
      `Only the first ${read} columns are read, ${numberText(leftOut)} more are left out.`,
  },
}

function comesIn(many: number): string {
  return many === 1 ? 'It comes in' : 'They come in'
}
