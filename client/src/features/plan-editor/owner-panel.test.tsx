// @vitest-environment jsdom
import { addMilestone, addPerson, addRole, addStep, readPlan, type PlanDoc, type RoleId } from '@milepost/plan'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { line, press, select } from './testing/outline-driver.ts'
import { showPlanPage } from './testing/plan-page.tsx'

afterEach(cleanup)

function show() {
  const roles: { counsel: RoleId | null; cfo: RoleId | null } = { counsel: null, cfo: null }
  const parts = showPlanPage({
    fill: (doc: PlanDoc) => {
      const astrid = addPerson(doc, { name: 'Astrid Nygaard', side: 'buyer' })
      addPerson(doc, { name: 'Dana Okafor', side: 'seller' })
      roles.cfo = addRole(doc, { title: 'CFO', side: 'buyer', personId: astrid })
      roles.counsel = addRole(doc, { title: 'General Counsel', side: 'buyer' })
      const a = addMilestone(doc, { title: 'A', ownerRole: roles.counsel })
      addStep(doc, a!, { title: 'a1', ownerRole: roles.counsel })
      addMilestone(doc, { title: 'B' })
    },
  })
  return {
    ...parts,
    roles,
    milestone: (title: string) => readPlan(parts.doc).milestones.find((one) => one.title === title)!,
  }
}

const options = () => screen.getAllByRole('option').map((option) => option.textContent)
const pick = (name: RegExp) => fireEvent.click(screen.getByRole('option', { name }))
const search = (text: string) => fireEvent.change(screen.getByRole('combobox'), { target: { value: text } })

test('an unnamed role is a friendly question on its line', () => {
  show()
  expect(within(line('A')).getByRole('button', { name: /Who\? General Counsel/u })).toBeTruthy()
  expect(within(line('B')).getByRole('button', { name: /^Who owns it\?/u })).toBeTruthy()
})

test('@ on a line with an unnamed role asks for the name, among people of that side', () => {
  show()
  select('A')
  press('@')
  expect(screen.getByRole('combobox', { name: 'Who is General Counsel?' })).toBeTruthy()
  expect(options()).toEqual([
    expect.stringContaining('Astrid Nygaard'),
    expect.stringContaining('Another role owns it'),
  ])
})

test('a new name fills every line of the role', () => {
  const { doc } = show()
  select('A')
  press('@')
  search('Grace Muir')
  pick(/Add Grace Muir/u)
  const plan = readPlan(doc)
  const counsel = plan.roles.find(({ title }) => title === 'General Counsel')!
  expect(plan.people.find(({ id }) => id === counsel.personId)).toMatchObject({ name: 'Grace Muir', side: 'buyer' })
  expect(within(line('A')).getByRole('button', { name: /General Counsel.*Grace Muir/u })).toBeTruthy()
  fireEvent.click(within(line('A')).getByRole('button', { name: /1 step/u }))
  expect(within(line('a1')).getByRole('button', { name: /General Counsel.*Grace Muir/u })).toBeTruthy()
})

test('role first: a line takes a role of either side', () => {
  const { milestone, roles } = show()
  fireEvent.click(within(line('B')).getByRole('button', { name: /^Who owns it\?/u }))
  pick(/^CFO/u)
  expect(milestone('B').ownerRole).toBe(roles.cfo)
  expect(screen.queryByRole('combobox')).toBe(null)
})

test('a new role is asked for its side, then for its name, which may stay open', () => {
  const { doc, milestone } = show()
  fireEvent.click(within(line('B')).getByRole('button', { name: /^Who owns it\?/u }))
  search('CISO')
  pick(/New role “CISO”/u)
  pick(/^Quillmark/u)
  expect(screen.getByRole('combobox', { name: 'Who is CISO?' })).toBeTruthy()
  const role = readPlan(doc).roles.find(({ title }) => title === 'CISO')!
  expect(role).toMatchObject({ side: 'seller', personId: null })
  expect(milestone('B').ownerRole).toBe(role.id)
  fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Escape' })
  expect(within(line('B')).getByRole('button', { name: /Who\? CISO/u })).toBeTruthy()
})

test('an owner can be taken away', () => {
  const { milestone } = show()
  fireEvent.click(within(line('A')).getByRole('button', { name: /Who\? General Counsel/u }))
  pick(/Another role owns it/u)
  pick(/No owner/u)
  expect(milestone('A').ownerRole).toBe(null)
})
