import type { MilestoneId, MilestoneOutlook } from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { expect, test } from 'vitest'
import { dateTags } from './date-words.ts'

function day(text: string): LocalDate {
  const date = parseLocalDate(text)
  if (date === null) throw new Error(text)
  return date
}

const OUTLOOK: MilestoneOutlook = {
  id: 'm' as MilestoneId,
  number: 6,
  status: 'onTrack',
  finish: day('2026-03-20'),
  driver: null,
  agreed: day('2026-03-13'),
  slip: 5,
  days: 0,
  takes: 10,
  left: 4,
  awaited: day('2026-03-06'),
  waitsFor: [],
  ownLinks: false,
  cannotBeMet: { earliest: day('2026-03-20'), because: 'start' },
  added: false,
  confirmed: { buyer: null, seller: null },
}

test.each<[string, Partial<MilestoneOutlook>, string, readonly string[]]>([
  ['too early by itself', { status: 'slipped' }, '2026-03-13', ['Not yet possible']],
  ['pushed by what it waits for: the date says it', { status: 'pushed' }, '2026-03-13', []],
  ['pushed, and promised earlier than agreed all the same', { status: 'pushed' }, '2026-03-12', ['Not yet possible']],
  ['possible', { status: 'onTrack', cannotBeMet: null }, '2026-03-20', []],
  ['not begun in time', { status: 'atRisk', cannotBeMet: null }, '2026-03-20', ['Not begun: needs 10 days, 4 left']],
  ['past its date', { status: 'overdue' }, '2026-03-13', ['Past its date']],
  ['came in since', { added: true, agreed: null, cannotBeMet: null }, '2026-03-20', ['Added since']],
  ['done: nothing asks for an eye', { status: 'done' }, '2026-03-13', []],
])('the words behind a title: %s', (_, more, due, words) => {
  expect(dateTags({ ...OUTLOOK, ...more }, day(due), () => null)).toEqual(words)
})
