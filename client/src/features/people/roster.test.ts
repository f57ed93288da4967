import { addMilestone, addPerson, addRole, addStep, createPlan, readPlan, setStepWith } from '@milepost/plan'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { namedText, rosterOf, usesOf } from './roster.ts'

function plan() {
  const doc = createPlan(new Y.Doc(), { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' })
  const ingrid = addPerson(doc, { name: 'Ingrid Solheim', side: 'buyer' })
  const counsel = addRole(doc, { title: 'General Counsel', side: 'buyer' })!
  const director = addRole(doc, { title: 'AP Director', side: 'buyer', personId: ingrid })!
  const free = addRole(doc, { title: 'VP Sales', side: 'seller' })!
  const milestones = ['A', 'B', 'C'].map((title) =>
    addMilestone(doc, { title, ownerRole: title === 'B' ? null : director })!,
  )
  const step = addStep(doc, milestones[1]!, { title: 'b1', ownerRole: counsel })!
  setStepWith(doc, step, director)
  return { plan: readPlan(doc), counsel, director, free }
}

test('people come first, open questions last, each side apart', () => {
  const { plan: read } = plan()
  expect(rosterOf(read, 'buyer').map(({ role, person }) => [role.title, person?.name ?? 'Who?'])).toEqual([
    ['AP Director', 'Ingrid Solheim'],
    ['General Counsel', 'Who?'],
  ])
  expect(rosterOf(read, 'seller')).toHaveLength(1)
  expect(namedText(read)).toBe('1 of 3 roles named')
})

test('a role says where it is used; only an unused one may go', () => {
  const { plan: read, counsel, director, free } = plan()
  expect(usesOf(read, director)).toBe('milestones 1 and 3 and 1 step')
  expect(usesOf(read, counsel)).toBe('1 step')
  expect(usesOf(read, free)).toBe(null)
})
