// The ways in for a spreadsheet or a list, what came in by them, and why something cannot be read.
import { count, numberText } from '../../format/count.ts'
import { commonWords } from '../common.ts'

export const importDoorWords = {
  bringIn: 'Bring in a spreadsheet',
  bringInAlias: 'import excel xlsx csv google sheets paste table list',
  drop: 'Drop the spreadsheet to look at it first',
  pasted: 'What you pasted',
  broughtIn: (counted: string) => `${counted} brought in`,
  undo: commonWords.undo,
  counted: {
    milestones: (many: number) => count(many, 'milestone'),
    steps: (many: number) => count(many, 'step'),
    roles: (many: number) => count(many, 'new role'),
    people: (many: number) => count(many, 'new person', 'new people'),
  },
  /** Titles of what a sheet does not name. */
  unnamed: {
    milestone: 'Brought in',
    /** The role of somebody of whom only the name is known. */
    role: 'Contact',
    team: (company: string) => `${company} team`,
  },
  problem: {
    'too-much-text': 'There is too much text in it for a plan. Bring in a part of it.',
    'too-big': 'It is too big for a plan: save the sheet with the milestones as a file of its own.',
    damaged: 'It is damaged, or no spreadsheet. Open it in the program it came from and save it again as XLSX or CSV.',
    locked: 'It has a password. Save it without one and try again.',
    'old-format': 'It is in a format from before 2007. Save it as XLSX or CSV and try again.',
    'not-a-table': 'It is no spreadsheet. Milepost reads XLSX, ODS and CSV.',
    empty: 'There is nothing in it.',
    'too-slow': 'It took too long to read. Save the sheet with the milestones as a file of its own.',
  },
  tooManyRows: (rows: number, milestones: number, steps: number) =>
    `More than ${numberText(rows)} rows. A plan holds ${milestones} milestones and ${numberText(steps)} steps: bring in a part of it.`,
  planAsItWas: (problem: string) => `${problem} The plan is as it was.`,
}
