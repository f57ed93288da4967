import { addPerson, addRole, createPlan, nameRole, readPlan } from '@milepost/plan'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { enterRoster, leaveRoster } from './roster-entry.ts'

function plan() {
  const doc = createPlan(new Y.Doc(), { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' })
  addRole(doc, { title: 'General Counsel', side: 'buyer' })
  const cfo = addRole(doc, { title: 'CFO', side: 'buyer' })
  if (cfo !== null) nameRole(doc, cfo, addPerson(doc, { name: 'Astrid Nygaard', side: 'buyer' }))
  const roster = () => {
    const { roles, people } = readPlan(doc)
    return roles.map(({ title, personId }) => `${title} – ${people.find(({ id }) => id === personId)?.name ?? '?'}`)
  }
  return { doc, roster, people: () => readPlan(doc).people.map(({ name }) => name) }
}

test('an open role is given to somebody of that side who is in the plan, and back where the link could not be made', () => {
  const { doc, roster, people } = plan()
  const entry = enterRoster(doc, readPlan(doc), { side: 'buyer', role: 'General Counsel', name: ' astrid nygaard ' })
  expect(roster()).toEqual(['General Counsel – Astrid Nygaard', 'CFO – Astrid Nygaard'])
  expect(people()).toEqual(['Astrid Nygaard'])
  leaveRoster(doc, entry)
  expect(roster()).toEqual(['General Counsel – ?', 'CFO – Astrid Nygaard'])
  expect(people()).toEqual(['Astrid Nygaard'])
})

test('a name of the other side is somebody else', () => {
  const { doc, people } = plan()
  const entry = enterRoster(doc, readPlan(doc), { side: 'seller', role: 'VP Sales', name: 'Astrid Nygaard' })
  expect(readPlan(doc).people.map(({ name, side }) => `${name}, ${side}`)).toEqual(
    expect.arrayContaining(['Astrid Nygaard, buyer', 'Astrid Nygaard, seller']),
  )
  leaveRoster(doc, entry)
  expect(people()).toEqual(['Astrid Nygaard'])
  expect(readPlan(doc).roles.map(({ title }) => title)).toEqual(['General Counsel', 'CFO'])
})
