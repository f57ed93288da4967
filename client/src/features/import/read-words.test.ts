import { expect, test } from 'vitest'
import { roleFunctionOf } from './role-function-of.ts'
import { isDoneWord, isStatusWord, looksLikeName, readEstimate, readSide, sideOfTitle } from './read-words.ts'

test.each([
  ['10', 10],
  ['10d', 10],
  ['10 days', 10],
  ['3 working days', 3],
  ['2 weeks', 10],
  ['1.5w', 8],
  ['1,5 wks', 8],
  ['4 hrs', 1],
  ['12h', 2],
  ['~ 5 d', 5],
  ['0', 0],
  ['soon', null],
  ['2-3 weeks', null],
  ['1001', null],
  ['9999 weeks', null],
  ['-4', null],
  ['5 widgets', null],
  ['', null],
])('%s takes %s working days', (cell, days) => expect(readEstimate(cell)).toBe(days))

test.each(['Done', 'COMPLETED', 'x', '✓', '100%', 'true', '1', 'Yes', 'Completed 3 May', 'Done (late)'])(
  '%s is done',
  (cell) => expect([isDoneWord(cell), isStatusWord(cell)]).toEqual([true, true]),
)
test.each(['Not started', 'In progress', '50%', 'No', '0', 'open', 'Blocked'])('%s is open', (cell) =>
  expect([isDoneWord(cell), isStatusWord(cell)]).toEqual([false, true]),
)
test.each(['', 'Not done', 'Done partly', 'undone', 'Legal'])('%s is not done', (cell) =>
  expect(isDoneWord(cell)).toBe(false),
)

const companies = { buyer: 'Halden Foods', seller: 'Quillmark' }
test.each([
  ['Halden Foods', 'buyer'],
  ['HÁLDEN', 'buyer'],
  ['Halden team', 'buyer'],
  ['quillmark', 'seller'],
  ['Customer', 'buyer'],
  ['Vendor', 'seller'],
  ['Both', 'both'],
  ['both parties', 'both'],
  ['Hal', null],
  ['Legal', null],
  ['', null],
])('%s is the side %s', (cell, side) => expect(readSide(cell, companies)).toBe(side))

test('two companies of one beginning are told apart by all of it', () => {
  const alike = { buyer: 'Acme Foods', seller: 'Acme Software' }
  expect([readSide('Acme', alike), readSide('Acme Foods', alike)]).toEqual([null, 'buyer'])
})

test.each([
  'Dana Okafor',
  'Tomás Reyes',
  'Anne-Marie van Dyck'.replace('van', 'Van'),
  'J. R. Tolkien',
  "Sinéad O'Neill",
])('%s is somebody', (text) => expect(looksLikeName(text)).toBe(true))
test.each([
  'AP Director',
  'Legal',
  'IT Security Lead',
  'General Counsel',
  'dana okafor',
  'CFO',
  'Project Lead',
  'HALDEN FOODS',
  '',
])('%s is a role', (text) => expect(looksLikeName(text)).toBe(false))

test('a role of the trade sells, any other may be the buyer’s', () => {
  expect(['Account Executive', 'Solutions Engineer', 'CSM', 'Legal', 'CFO'].map(sideOfTitle)).toEqual([
    'seller',
    'seller',
    'seller',
    'buyer',
    'buyer',
  ])
})

test('a title names its part in the deal, or none', () => {
  expect(
    ['General Counsel', 'Procurement lead', 'CISO', 'Sales Engineer', 'CFO', 'Project lead'].map(roleFunctionOf),
  ).toEqual(['legal', 'purchasing', 'security', 'solutions', null, null])
})
