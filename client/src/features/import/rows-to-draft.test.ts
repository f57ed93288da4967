import { fc } from '@fast-check/vitest'
import { createPlan, addPerson, addRole, readPlan, type Plan } from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { COLUMN_KINDS, type ColumnKind } from './column-kinds.ts'
import { guessColumns } from './guess-columns.ts'
import type { OwnerChoice } from './owners.ts'
import { countOf, overflowOf, type DraftLine, type PlanDraft } from './plan-draft.ts'
import { orderOfTable, rowsToDraft } from './rows-to-draft.ts'
import type { Table } from './table.ts'

const TODAY = parseLocalDate('2026-06-17') as LocalDate

function plan(): Plan {
  const doc = createPlan(new Y.Doc(), { planId: 'p', buyer: 'Halden Foods', seller: 'Quillmark' })
  const ingrid = addPerson(doc, { name: 'Ingrid Solheim', side: 'buyer' })
  addPerson(doc, { name: 'Colin Hart', side: 'seller' })
  addRole(doc, { title: 'AP Director', side: 'buyer', personId: ingrid })
  addRole(doc, { title: 'Général Counsel', side: 'buyer' })
  addRole(doc, { title: 'Legal', side: 'buyer' })
  addRole(doc, { title: 'Legal', side: 'seller' })
  return readPlan(doc)
}
const PLAN = plan()

function tableOf(sheet: string): Table {
  const rows = sheet.split('\n').map((row) => row.split('|').map((cell) => cell.trimEnd().replace(/^ /u, '')))
  const width = Math.max(...rows.map(({ length }) => length))
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''))
}

function draft(sheet: string, kinds?: readonly ColumnKind[], owners: ReadonlyMap<string, OwnerChoice> = new Map()) {
  const table = tableOf(sheet)
  const guess = guessColumns(table, TODAY)
  const columns = kinds === undefined ? guess : { header: -1, kinds }
  return rowsToDraft(table, { ...columns, order: 'day-first', owners, firstTitle: 'Brought in' }, PLAN, TODAY)
}

/** "Title(due; done) > step, step | ..." */
function drawn({ milestones }: PlanDraft): string {
  const line = ({ title, due, done, estimate }: DraftLine) => {
    const said = [due ?? '', estimate === null ? '' : `${estimate}d`, done === null ? '' : `x ${done}`].filter(Boolean)
    return said.length === 0 ? title : `${title}(${said.join('; ')})`
  }
  return milestones
    .map((milestone) => [line(milestone), milestone.steps.map(line).join(', ')].filter(Boolean).join(' > '))
    .join(' | ')
}

const ownersOf = ({ owners }: PlanDraft) =>
  owners.map(({ title, name, side, roleId, personId }) =>
    `${roleId === null ? '+' : ''}${title}${name === '' ? '' : `/${personId === null ? '+' : ''}${name}`} ${side}`,
  ) // prettier-ignore

test('rows without a milestone belong to the one above, and the same name again is the same one', () => {
  const sheet =
    'Phase | Task | Due\nDiscovery | Map | \n | Check | 2026-08-02\nPilot | Load | 2026-09-01\nDISCOVERY | Sign | 2026-08-10'
  expect(drawn(draft(sheet))).toBe(
    'Discovery(2026-08-10) > Map, Check(2026-08-02), Sign(2026-08-10) | Pilot(2026-09-01) > Load(2026-09-01)',
  )
})

test('a row with a milestone alone says something about it, before or after its steps', () => {
  const kinds = ['milestone', 'step', 'due', 'estimate'] as const
  expect(
    drawn(
      draft('Pilot | | 2026-09-30 | 10\n | Load | 2026-09-01 | 2\nGo | Cut over | | \nGo | | 2026-10-10 | ', kinds),
    ),
  ).toBe('Pilot(2026-09-30; 10d) > Load(2026-09-01; 2d) | Go(2026-10-10) > Cut over')
})

test('steps before any milestone get one that is called like the sheet', () => {
  expect(drawn(draft('Map\nLoad', ['step']))).toBe('Brought in > Map, Load')
})

test('one column of titles: levels by number, by indentation, by headings, and none', () => {
  expect(drawn(draft('1 | Discovery\n1.1 | Map\n1.1.1 | Ask\n2 | Pilot', ['number', 'line']))).toBe(
    'Discovery > Map, Ask | Pilot',
  )
  expect(drawn(draft('1 | Discovery\n2 | Map\n2 | Ask\n1 | Pilot', ['number', 'line']))).toBe(
    'Discovery > Map, Ask | Pilot',
  )
  expect(drawn(draft('Discovery\n   Map\nPilot', ['line']))).toBe('Discovery > Map | Pilot')
  expect(drawn(draft('Discovery | \nMap | Legal\nAsk | IT\nPilot | \nLoad | IT', ['line', 'owner']))).toBe(
    'Discovery > Map, Ask | Pilot > Load',
  )
  expect(drawn(draft('Discovery | \nMap | IT', ['line', 'owner']))).toBe('Discovery | Map')
  expect(drawn(draft('Discovery | Legal\nMap | IT\nMap | IT', ['line', 'owner']))).toBe('Discovery | Map | Map')
})

test('status: done on the day it says, else on the day it was due, else today; never after today', () => {
  const sheet =
    'Milestone | Due | Status\na | 2026-05-01 | Done\nb | 2026-09-01 | x\nc | | 3 June\nd | 2026-05-01 | In progress\ne | | 2026-12-01'
  expect(drawn(draft(sheet))).toBe(
    'a(2026-05-01; x 2026-05-01) | b(2026-09-01; x 2026-06-17) | c(x 2026-06-03) | d(2026-05-01) | e',
  )
})

test('what cannot be read is listed with its row, and left out', () => {
  const read = draft('Milestone | Due | Days\na | Q3 | soon\nb | TBD | -\n\nc | 31/2/2026 | 4')
  expect(read.unreadDates).toEqual([
    { row: 2, text: 'Q3' },
    { row: 5, text: '31/2/2026' },
  ])
  expect(read.unreadEstimates).toEqual([{ row: 2, text: 'soon' }])
  expect(drawn(read)).toBe('a | b | c(4d)')
})

test('the order of the days is asked only where the cells leave it open', () => {
  const order = (sheet: string) => {
    const table = tableOf(sheet)
    const { header, kinds } = guessColumns(table, TODAY)
    return orderOfTable(table, header, kinds)
  }
  expect(order('Milestone | Due\na | 4/5/2026')).toBe(null)
  expect(order('Milestone | Due\na | 4/5/2026\nb | 25/5/2026')).toBe('day-first')
  expect(order('Milestone | Due\na | 4/5/2026\nb | 5/25/2026')).toBe('month-first')
  expect(order('Milestone | Due | Notes\na | 2026-05-04 | 4/5/2026')).toBe('none')
})

test('roles of the plan are known by their titles, people by their names, without case and accents', () => {
  const sheet =
    'Milestone | Owner\na | ap director\nb | GENERAL COUNSEL\nc | ingrid solheim\nd | Colin Hart\ne | colin hart'
  const read = draft(sheet)
  expect(ownersOf(read)).toEqual([
    'AP Director/Ingrid Solheim buyer',
    'Général Counsel buyer',
    '+Contact/Colin Hart seller',
  ])
  expect(read.milestones[0]?.owner).toBe(read.milestones[2]?.owner)
  expect(read.milestones[3]?.owner).toBe(read.milestones[4]?.owner)
})

test('a column says whose role it is; the same title on both sides is two roles', () => {
  const sheet =
    'Milestone | Owner | Company\na | Legal | Halden\nb | Legal | Quillmark\nc | Legal | \nd | IT | Customer\ne | IT | Vendor\nf | IT | '
  const read = draft(sheet)
  expect(ownersOf(read)).toEqual(['Legal buyer', 'Legal seller', '+IT buyer', '+IT seller'])
  const owners = read.milestones.map(({ owner }) => owner)
  expect([owners[2] === owners[0], owners[5] === owners[3]]).toEqual([true, true])
})

test('role and person stand in one cell or in two', () => {
  const sheet =
    'Milestone | Owner\na | CISO – Eva Lund\nb | Eva Lund (CISO)\nc | CISO (Eva Lund)\nd | Eva Lund\ne | General Counsel – Ann Berg'
  expect(ownersOf(draft(sheet))).toEqual([
    '+CISO/+Eva Lund buyer',
    '+Contact/+Eva Lund buyer',
    'Général Counsel/+Ann Berg buyer',
  ])
  expect(
    ownersOf(draft('a | CISO | Eva Lund\nb | AP Director | Somebody Else', ['milestone', 'owner', 'person'])),
  ).toEqual(['+CISO/+Eva Lund buyer', 'AP Director/Ingrid Solheim buyer'])
})

test('two owners of a step are its owner and who does it with them; a company alone is its team', () => {
  const read = draft('a | Map | Legal / IT\n | Sign | Both\n | Pay | Halden', ['milestone', 'step', 'owner'])
  expect(ownersOf(read)).toEqual(['Legal buyer', '+IT buyer', '+Halden Foods team buyer', '+Quillmark team seller'])
  const [map, sign, pay] = read.milestones[0]?.steps ?? []
  const keys = read.owners.map(({ key }) => key)
  expect([map?.owner, map?.withOwner, sign?.owner, sign?.withOwner, pay?.owner]).toEqual([...keys, keys[2]])
})

test('what a person says of a new role stands; an empty title keeps the one that was read', () => {
  const sheet = 'Milestone | Owner\na | Eva Lund\nb | IT'
  const [eva, it] = draft(sheet).owners.map(({ key }) => key) as [string, string]
  const said = new Map<string, OwnerChoice>([
    [eva, { title: ' CISO ', side: 'seller' }],
    [it, { title: '' }],
  ])
  expect(ownersOf(draft(sheet, undefined, said))).toEqual(['+CISO/+Eva Lund seller', '+IT buyer'])
})

test('benefits, deliverables and notes come along', () => {
  const read = draft('a | | Savings | about a\n | Map | A map | about map', ['milestone', 'step', 'benefit', 'note'])
  expect(read.milestones).toMatchObject([
    {
      title: 'a',
      benefit: 'Savings',
      notes: ['about a', 'Map: about map'],
      steps: [{ title: 'Map', benefit: 'A map' }],
    },
  ])
})

test('what would not fit is known before', () => {
  const many = (rows: number) => draft(Array.from({ length: rows }, (_, at) => `m${at}`).join('\n'), ['milestone'])
  expect(overflowOf(PLAN, many(200))).toBe(null)
  expect(overflowOf(PLAN, many(201))).toEqual({ kind: 'milestones', most: 200, would: 201 })
  const roles = Array.from({ length: 197 }, (_, at) => `m | s${at} | role ${at}`).join('\n')
  expect(overflowOf(PLAN, draft(roles, ['milestone', 'step', 'owner']))).toEqual({
    kind: 'roles',
    most: 200,
    would: 201,
  })
})

test('whatever the cells and the columns, nothing throws, nothing is lost without a word, every owner is listed', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.array(fc.oneof(fc.constantFrom('', 'a', 'B', '1', '1.1', '4/5/2026', 'x', 'Legal'), fc.string()), {
          minLength: 4,
          maxLength: 4,
        }),
        { maxLength: 20 },
      ),
      fc.array(fc.constantFrom(...COLUMN_KINDS), { minLength: 4, maxLength: 4 }),
      fc.integer({ min: -1, max: 3 }),
      (table, kinds, header) => {
        const once = kinds.map((kind, at) => (kinds.indexOf(kind) === at ? kind : 'none'))
        const read = rowsToDraft(
          table,
          { header, kinds: once, order: 'day-first', owners: new Map(), firstTitle: 'First' },
          PLAN,
          TODAY,
        )
        const title = once.flatMap((kind, at) => (['milestone', 'step', 'line'].includes(kind) ? [at] : []))
        const rows = table.slice(header + 1).filter((row) => row.some((cell) => cell.trim() !== ''))
        const titled = rows.filter((row) => title.some((at) => (row[at] ?? '').trim() !== ''))
        expect(read.untitledRows).toBe(rows.length - titled.length)
        const lines = read.milestones.flatMap((milestone) => [milestone, ...milestone.steps])
        expect(lines.every((line) => line.title.trim() !== '')).toBe(true)
        const { steps } = countOf(read)
        const stepAt = once.indexOf('step')
        expect(steps).toBeGreaterThanOrEqual(titled.filter((row) => (row[stepAt] ?? '').trim() !== '').length)
        const keys = new Set(read.owners.map(({ key }) => key))
        const named = lines.flatMap(({ owner, withOwner }) => [owner, withOwner]).filter((key) => key !== null)
        expect(named.filter((key) => !keys.has(key))).toEqual([])
      },
    ),
  )
})
