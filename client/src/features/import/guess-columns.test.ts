import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { expect, test } from 'vitest'
import { kindOfHeader } from './column-kinds.ts'
import { guessColumns, withKind } from './guess-columns.ts'

const TODAY = parseLocalDate('2026-06-17') as LocalDate

/** Rows as lines, cells between bars. */
function guess(sheet: string) {
  const table = sheet.split('\n').map((row) => row.split('|').map((cell) => cell.trimEnd().replace(/^ /u, '')))
  const { header, kinds } = guessColumns(table, TODAY)
  return `${header}: ${kinds.join(' ')}`
}

test.each([
  ['Milestone', 'milestone'],
  ['Phase', 'milestone'],
  ['Task', 'step'],
  ['Task name', 'step'],
  ['Action item', 'step'],
  ['Task Owner', 'owner'],
  ['Milestone due date', 'due'],
  ['Target date', 'due'],
  ['End', 'due'],
  ['Start date', 'none'],
  ['Step status', 'done'],
  ['% complete', 'done'],
  ['Completed on', 'done'],
  ['Completion date', 'due'],
  ['Duration (days)', 'estimate'],
  ['WBS', 'number'],
  ['#', 'number'],
  ['Responsible', 'owner'],
  ['Assignee', 'person'],
  ['Organisation', 'side'],
  ['Benefit for Halden', 'benefit'],
  ['Comments', 'note'],
  ['OWNER:', 'owner'],
  ['Halden Foods', null],
  ['', null],
])('the heading %s means %s', (header, kind) => expect(kindOfHeader(header)).toBe(kind))

test.each([
  [
    'names of columns',
    'Phase | Task | Owner | Due | Status\nDiscovery | Interviews | Legal | 1/2/2027 | Done',
    '0: milestone step owner due done',
  ],
  [
    'a title above the names',
    'Mutual action plan | | \n | | \nMilestone | Owner | Due\nKick-off | Legal | 2026-09-01',
    '2: milestone owner due',
  ],
  [
    'no names: told by the contents',
    'Kick-off | Dana Okafor | 2026-09-01 | Done\nPilot | Tomás Reyes | 2026-10-01 | Open\nGo-live | Dana Okafor | 2026-11-01 | Open',
    '-1: milestone owner due done',
  ],
  [
    'groups and what is in them',
    'Discovery | Map it | 5d\n | Check it | 3d\n | Sign it | 1d\nPilot | Load data | 2d\n | Train | 4d',
    '-1: milestone step estimate',
  ],
  [
    'numbers tell the level',
    '# | Name | Due\n1 | Discovery | 2026-09-01\n1.1 | Map it | 2026-08-01\n2 | Pilot | 2026-10-01',
    '0: number line due',
  ],
  ['indentation tells the level', 'Task | Due\nDiscovery | \n   Map it | 2026-08-01\nPilot | ', '0: line due'],
  [
    'rows of their own are headings',
    'Task | Owner | Due\nPhase 1 | | \nMap it | Legal | 2026-08-01\nCheck it | IT | 2026-08-02\nPhase 2 | | \nTrain | IT | 2026-08-03',
    '0: line owner due',
  ],
  ['a few tasks are milestones', 'Task | Due\nMap it | 2026-08-01\nCheck it | 2026-08-02', '0: milestone due'],
  ['many tasks are steps', `Task | Due\n${'Map it | 2026-08-01\n'.repeat(13)}End | 2026-08-01`, '0: step due'],
  [
    'two columns of one kind',
    'Milestone | Due date | End date\nKick-off | 2026-08-01 | 2026-08-02',
    '0: milestone due none',
  ],
  ['names beside tasks', 'Name | Task\nDiscovery | Map it\nPilot | Load', '0: milestone step'],
  ['only a description', 'Description | Due\nMap it | 2026-08-01\nLoad | 2026-08-02', '0: milestone due'],
])('%s', (_, sheet, expected) => expect(guess(sheet)).toBe(expected))

test('an empty column and an empty table mean nothing', () => {
  expect(guess('Milestone | | Due\nKick-off | | 2026-08-01')).toBe('0: milestone none due')
  expect(guessColumns([], TODAY)).toEqual({ header: -1, kinds: [] })
})

test('a kind that a person gives to one column is taken from the other', () => {
  expect(withKind(['milestone', 'step', 'due'], 2, 'step')).toEqual(['milestone', 'none', 'step'])
  expect(withKind(['none', 'none'], 1, 'none')).toEqual(['none', 'none'])
})
