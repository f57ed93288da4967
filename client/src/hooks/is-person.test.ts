import type { Person } from '@milepost/plan'
import { expect, test } from 'vitest'
import { isPerson, type SaidToBe } from './is-person.ts'

const ingrid = { id: 'ingrid', name: 'Ingrid', side: 'buyer' } as unknown as Person
const nameless = { id: 'nameless', name: '', side: 'buyer' } as unknown as Person

test.each<[string, SaidToBe, Person, boolean]>([
  ['their id', { personId: 'ingrid', name: 'Somebody', side: 'seller' }, ingrid, true],
  ['another id, whatever the name', { personId: 'other', name: 'Ingrid', side: 'buyer' }, ingrid, false],
  ['name and side', { personId: null, name: 'Ingrid', side: 'buyer' }, ingrid, true],
  ['nothing said of an id', { name: 'Ingrid', side: 'buyer' }, ingrid, true],
  ['the name on the other side', { personId: null, name: 'Ingrid', side: 'seller' }, ingrid, false],
  ['two without a name', { personId: null, name: '', side: 'buyer' }, nameless, false],
])('%s', (_what, said, person, expected) => {
  expect(isPerson(said, person)).toBe(expected)
})
