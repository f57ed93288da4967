import { describe, expect, test } from 'vitest'
import type { Action } from '../../hooks/use-actions.ts'
import { groupsOf, inOrder, withUsed } from './palette-groups.ts'

const action = (id: string, kind: Action['kind'], label: string, detail?: string): Action => ({
  id,
  kind,
  label,
  ...(detail === undefined ? {} : { detail }),
  run: () => undefined,
})

const ACTIONS = inOrder([
  action('share', 'action', 'Share'),
  action('plan:1', 'plan', 'Invoices match', 'Halden Foods and Quillmark'),
  action('row:1', 'milestone', 'Numbers agreed', 'milestone 1'),
  action('row:2', 'step', 'Share the numbers', 'step of milestone 1'),
  action('role:1', 'role', 'CFO – Astrid Nygaard', 'Halden Foods'),
  action('row:3', 'milestone', 'Invoices match', 'milestone 2'),
  action('undo', 'action', 'Undo the last change'),
])

const drawn = (typed: string, used: readonly string[] = []) =>
  groupsOf(ACTIONS, typed, used).flatMap(({ title, items }) =>
    items.length === 0 ? [] : [`${title}: ${items.map(({ id }) => id).join(' ')}`],
  )

describe('with nothing typed', () => {
  test('milestones, actions, plans; steps and roles wait for words', () => {
    expect(drawn('')).toEqual(['In this plan: row:1 row:3', 'Actions: share undo', 'Plans: plan:1'])
  })

  test('what was used lately stands first, once, as far as it works here', () => {
    expect(drawn(' ', ['undo', 'gone', 'row:2', 'row:3'])).toEqual([
      'Recent: undo row:2 row:3',
      'In this plan: row:1',
      'Actions: share',
      'Plans: plan:1',
    ])
  })

  test('five of it at most', () => {
    const all = ACTIONS.map(({ id }) => id)
    expect(drawn('', all)[0]).toBe(`Recent: ${all.slice(0, 5).join(' ')}`)
  })
})

describe('with something typed', () => {
  test('the group of the best match comes first, whatever was used', () => {
    expect(drawn('share', ['row:1'])).toEqual(['In this plan: row:2', 'Actions: share'])
    expect(drawn('undo')).toEqual(['Actions: undo'])
    expect(drawn('halden')).toEqual(['In this plan: role:1', 'Plans: plan:1'])
  })

  test('a milestone stands before the plan that is called the same', () => {
    expect(drawn('inv match')).toEqual(['In this plan: row:3', 'Plans: plan:1'])
  })

  test('eight in a group at most', () => {
    const many = Array.from({ length: 20 }, (_, at) => action(`row:${at}`, 'milestone', `Plant ${at}`))
    expect(groupsOf(many, 'plant', [])[0]?.items).toHaveLength(8)
  })
})

test('what is used again moves to the front, and old ones are forgotten', () => {
  expect(withUsed(['a', 'b', 'c'], 'c')).toEqual(['c', 'a', 'b'])
  const many = Array.from({ length: 40 }, (_, at) => `${at}`).reduce<readonly string[]>(withUsed, [])
  expect([many.length, many[0]]).toEqual([30, '39'])
})
