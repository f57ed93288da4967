import {
  addMilestone,
  addPerson,
  addRole,
  archiveMilestone,
  createPlan,
  fragmentOf,
  nameRole,
  openPlanDoc,
  planUndo,
  plainText,
  readPlan,
  setGoLive,
  setMilestoneDue,
  setResult,
  watchPlan,
  type MilestoneId,
  type PlanDoc,
  type RoleId,
} from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { templateById } from '@milepost/templates'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { BLANK_TITLES, bringIn, type Place } from './bring-in.ts'
import type { ColumnKind } from './column-kinds.ts'
import { listToDraft } from './list-to-draft.ts'
import { readList } from './plain-list.ts'
import { rowsToDraft } from './rows-to-draft.ts'
import { placeFor } from './source.ts'

const TODAY = parseLocalDate('2026-06-17') as LocalDate
const NOWHERE: Place = { behind: null, instead: null }

function planOf(titles: readonly string[], goLive?: number, result?: number) {
  const doc = createPlan(new Y.Doc(), { planId: 'p', buyer: 'Halden', seller: 'Quillmark' })
  const ids = titles.map((title) => addMilestone(doc, { title }) as MilestoneId)
  if (goLive !== undefined) setGoLive(doc, ids[goLive] ?? null)
  if (result !== undefined) setResult(doc, ids[result] ?? null)
  return { doc, ids, undo: planUndo(doc) }
}

function list(text: string) {
  const lines = readList(text)
  if (typeof lines === 'string') throw new Error(lines)
  return listToDraft(lines, TODAY)
}

function sheet(doc: PlanDoc, rows: readonly (readonly string[])[], kinds: readonly ColumnKind[]) {
  const choices = { header: -1, kinds, order: 'day-first', owners: new Map(), firstTitle: 'First' } as const
  return rowsToDraft(rows, choices, readPlan(doc), TODAY)
}

const drawn = (doc: PlanDoc) =>
  readPlan(doc)
    .milestones.map(({ title, steps }) => [title, ...steps.map((step) => step.title)].join(' > '))
    .join(' | ')

test('milestones, steps, roles, people, days and notes come in as one change with one undo', () => {
  const { doc, ids, undo } = planOf(['a', 'b'])
  const role = addRole(doc, { title: 'Legal', side: 'buyer' })
  const draft = sheet(
    doc,
    [
      ['Pilot', '', 'IT lead', 'Eva Lund', '2026-09-30', '10', '', 'Seen by all', 'about it'],
      ['', 'Load', 'Legal', 'Ann Berg', '2026-09-01', '2', 'Done', 'Data in', ''],
    ],
    ['milestone', 'step', 'owner', 'person', 'due', 'estimate', 'done', 'benefit', 'note'],
  )
  let updates = 0
  let notices = 0
  doc.ydoc.on('update', () => (updates += 1))
  watchPlan(doc, () => (notices += 1))
  const before = readPlan(doc)
  const brought = bringIn(doc, draft, { behind: ids[0] ?? null, instead: null }, TODAY)
  expect([updates, notices]).toEqual([1, 1])
  const after = readPlan(doc)
  const pilot = after.milestones[1]
  expect(brought).toEqual({ first: pilot?.id })
  expect(drawn(doc)).toBe('a | Pilot > Load | b')
  const lead = after.roles.find(({ title }) => title === 'IT lead')
  expect(pilot).toMatchObject({
    benefit: 'Seen by all',
    due: '2026-09-30',
    estimate: 10,
    ownerRole: lead?.id,
    done: null,
  })
  expect(pilot?.steps[0]).toMatchObject({
    outcome: 'Data in',
    due: '2026-09-01',
    estimate: 2,
    ownerRole: role,
    done: { on: '2026-06-17' },
  })
  expect(after.people.map(({ name }) => name)).toEqual(expect.arrayContaining(['Eva Lund', 'Ann Berg']))
  expect(
    after.roles.map(({ title, personId }) => [title, after.people.find(({ id }) => id === personId)?.name]),
  ).toEqual([
    ['Legal', 'Ann Berg'],
    ['IT lead', 'Eva Lund'],
  ])
  const notes = fragmentOf(doc, { kind: 'notes', milestoneId: pilot?.id ?? '' })
  expect(notes === null ? '' : plainText(notes)).toContain('about it')

  undo.undo()
  expect(readPlan(doc)).toMatchObject({ milestones: before.milestones, roles: before.roles, people: [] })
  undo.redo()
  expect(drawn(doc)).toBe('a | Pilot > Load | b')
})

test('a blank plan calls its two milestones as it is thought here', () => {
  const titles = templateById('blank')?.milestones.map(({ title }) => title)
  expect(titles).toEqual(BLANK_TITLES.filter((title) => title !== ''))
})

test.each([
  ['', ''],
  ['Go-live', 'Optimization: first result'],
])('a blank plan (%s) gets the list, and its go-live and result take their places', (goLive, result) => {
  const { doc, ids, undo } = planOf([goLive, result], 0, 1)
  setMilestoneDue(doc, ids[0] as MilestoneId, '2026-09-14' as LocalDate)
  bringIn(doc, list('Kick-off\n  Agenda\nPilot\nGo-live of the first team\nTraining\nFirst savings'), NOWHERE, TODAY)
  const plan = readPlan(doc)
  expect(drawn(doc)).toBe('Kick-off > Agenda | Pilot | Go-live of the first team | Training | First savings')
  expect([plan.goLiveId, plan.resultId]).toEqual([ids[0], ids[1]])
  expect(plan.milestones[2]).toMatchObject({ id: ids[0], due: '2026-09-14' })
  undo.undo()
  expect(drawn(doc)).toBe(`${goLive} | ${result}`)
  expect(readPlan(doc).milestones.map(({ id }) => id)).toEqual(ids)
})

test('what the plan says of its go-live stays, and what comes before it stands between it and the others', () => {
  const { doc, ids } = planOf(['Kick-off', 'Go-live'], 1)
  setMilestoneDue(doc, ids[1] as MilestoneId, '2026-09-14' as LocalDate)
  const rows = [
    ['Pilot', '2026-08-01', ''],
    ['Go-live in Oslo', '2026-12-01', '5'],
  ]
  bringIn(doc, sheet(doc, rows, ['milestone', 'due', 'estimate']), NOWHERE, TODAY)
  expect(drawn(doc)).toBe('Kick-off | Pilot | Go-live in Oslo')
  expect(readPlan(doc).milestones[2]).toMatchObject({ id: ids[1], due: '2026-09-14', estimate: 5 })
})

test('a list without a go-live comes before the one that the plan holds a place for', () => {
  const { doc } = planOf(['', ''], 0, 1)
  bringIn(doc, list('Kick-off\nPilot'), placeFor(readPlan(doc), null), TODAY)
  expect(drawn(doc)).toBe('Kick-off | Pilot |  | ')
})

test.each(['Live', 'Go-live of us'])('go-live of a plan that has one, %s, stays as it is', (live) => {
  const { doc, ids } = planOf(['a', live, 'Result'], 1, 2)
  bringIn(doc, list('x\nGo-live'), placeFor(readPlan(doc), null), TODAY)
  expect(drawn(doc)).toBe(`a | x | Go-live | ${live} | Result`)
  expect(readPlan(doc).goLiveId).toBe(ids[1])
})

test('an empty milestone that it was pasted into makes way; one that somebody wrote in stays', () => {
  const { doc, ids, undo } = planOf(['a', '', 'Live'], 2)
  expect(placeFor(readPlan(doc), ids[1] as MilestoneId)).toEqual({ behind: ids[0], instead: ids[1] })
  bringIn(doc, list('x\ny'), placeFor(readPlan(doc), ids[1] as MilestoneId), TODAY)
  expect(drawn(doc)).toBe('a | x | y | Live')
  undo.undo()
  expect(drawn(doc)).toBe('a |  | Live')
  setMilestoneDue(doc, ids[1] as MilestoneId, TODAY)
  bringIn(doc, list('x\ny'), { behind: ids[0] as MilestoneId, instead: ids[1] as MilestoneId }, TODAY)
  expect(drawn(doc)).toBe('a | x | y |  | Live')
})

test('where it goes: behind the selected one, before an open go-live, else last', () => {
  const { doc, ids } = planOf(['a', 'Live', ''], 1, 2)
  const place = (id: MilestoneId | null | undefined) => placeFor(readPlan(doc), id ?? null).behind
  expect([place(ids[0]), place(ids[1]), place(ids[2]), place(null), place('gone' as MilestoneId)]).toEqual([
    ids[0],
    ids[1],
    ids[1],
    ids[0],
    ids[0],
  ])
  setGoLive(doc, null)
  expect(place(null)).toBe(ids[2])
})

test('somebody who stands in a role stays in it', () => {
  const { doc } = planOf(['a'])
  const role = addRole(doc, { title: 'Legal', side: 'buyer' })
  if (role === null) throw new Error('full')
  const draft = sheet(doc, [['x', 'Legal', 'Ann Berg']], ['milestone', 'owner', 'person'])
  nameRole(doc, role, null)
  bringIn(doc, draft, NOWHERE, TODAY)
  expect(readPlan(doc).people.map(({ name }) => name)).toEqual(['Ann Berg'])
  const again = sheet(doc, [['y', 'Legal', 'Somebody Else']], ['milestone', 'owner', 'person'])
  bringIn(doc, again, NOWHERE, TODAY)
  expect(readPlan(doc).people.map(({ name }) => name)).toEqual(['Ann Berg'])
})

test('whoever was named while one looked stays named', () => {
  const { doc } = planOf(['a'])
  const role = addRole(doc, { title: 'Legal', side: 'buyer' }) as RoleId
  const draft = sheet(doc, [['x', 'Legal', 'Ann Berg']], ['milestone', 'owner', 'person'])
  const eva = addPerson(doc, { name: 'Eva Lund', side: 'buyer' })
  nameRole(doc, role, eva)
  bringIn(doc, draft, NOWHERE, TODAY)
  expect(readPlan(doc).roles[0]?.personId).toBe(eva)
})

test('one person who is named in two roles is one person', () => {
  const { doc } = planOf([])
  const rows = [
    ['x', 'CISO', 'Eva Lund'],
    ['y', 'IT lead', 'eva lund'],
  ]
  bringIn(doc, sheet(doc, rows, ['milestone', 'owner', 'person']), NOWHERE, TODAY)
  const { people, roles } = readPlan(doc)
  expect(people).toHaveLength(1)
  expect(roles.map(({ personId }) => personId)).toEqual([people[0]?.id, people[0]?.id])
})

test('more than a plan can hold, an empty draft and a reader change nothing', () => {
  const { doc, undo } = planOf(['a'])
  const before = readPlan(doc)
  expect(bringIn(doc, list('x\n'.repeat(200)), NOWHERE, TODAY)).toBe('full')
  expect(bringIn(doc, list(''), NOWHERE, TODAY)).toBe('nothing')
  openPlanDoc(doc.ydoc, { mayChange: () => false })
  expect(bringIn(doc, list('x'), NOWHERE, TODAY)).toBe('not-allowed')
  expect(readPlan(doc)).toBe(before)
  openPlanDoc(doc.ydoc, { mayChange: () => true })
  expect(undo.canUndo()).toBe(false)
})

test('a plan that is full of removed milestones takes nothing half', () => {
  const { doc } = planOf([])
  for (let round = 0; round < 3; round += 1) {
    bringIn(doc, list('x\n'.repeat(199)), NOWHERE, TODAY)
    for (const { id } of readPlan(doc).milestones) archiveMilestone(doc, id)
  }
  const brought = bringIn(doc, list('x\n'.repeat(20)), NOWHERE, TODAY)
  expect([brought, drawn(doc)]).toEqual(['full', ''])
})
