import { describe, expect, test } from 'vitest'
import {
  RIGHTS,
  grantableRights,
  mayChangeGrant,
  mayGrant,
  mayListGrants,
  mayReadRoom,
  mayRevokeGrant,
  mayWriteRoom,
  rightAtLeast,
  type Holder,
  type Right,
  type Side,
  type Target,
} from '../src/index.ts'

test('[RIGHT-1] each right holds the ones below', () => {
  const table = RIGHTS.map((right) => RIGHTS.map((needed) => (rightAtLeast(right, needed) ? 'x' : '.')).join(''))
  expect(table).toEqual(['x...', 'xx..', 'xxx.', 'xxxx'])
})

test.each([
  // right, reads plan, reads discussion, writes plan, writes discussion
  ['view', true, false, false, false],
  ['comment', true, true, false, true],
  ['edit', true, true, true, true],
  ['manage', true, true, true, true],
] as const)('[RIGHT-2] [RIGHT-3] %s in the two rooms', (right, readsPlan, readsTalk, writesPlan, writesTalk) => {
  expect([mayReadRoom(right, 'plan'), mayReadRoom(right, 'discussion')]).toEqual([readsPlan, readsTalk])
  expect([mayWriteRoom(right, 'plan'), mayWriteRoom(right, 'discussion')]).toEqual([writesPlan, writesTalk])
})

test.each([
  // caller, what it may give to its own side, to the other side
  ['view', 'view', ''],
  ['comment', 'view comment', ''],
  ['edit', 'view comment edit', ''],
  ['manage', 'view comment edit manage', 'view comment edit manage'],
] as const)('[RIGHT-4] [RIGHT-5] %s makes links', (right, own, other) => {
  const by = { right, side: 'seller' as Side }
  expect(grantableRights(by, 'seller').join(' ')).toBe(own)
  expect(grantableRights(by, 'buyer').join(' ')).toBe(other)
  for (const given of RIGHTS) expect(mayGrant(by, { right: given, side: 'buyer' })).toBe(other.includes(given))
})

test('[RIGHT-6] who sees the links', () => {
  expect(RIGHTS.filter(mayListGrants)).toEqual(['edit', 'manage'])
})

describe('[RIGHT-7] [RIGHT-8] changing and taking back', () => {
  const by = (right: Right): Holder => ({ id: 'me', right, side: 'seller' })
  const link = (right: Right, madeBy: string | null, side: Side = 'seller'): Target => ({ right, madeBy, side })

  test('view and comment change nothing, not even what they made', () => {
    for (const right of ['view', 'comment'] as const) {
      expect(mayRevokeGrant(by(right), link('view', 'me'))).toBe(false)
      expect(mayChangeGrant(by(right), link('view', 'me'), 'view')).toBe(false)
    }
  })

  test('an editor: what it made, up to its own right', () => {
    expect(mayRevokeGrant(by('edit'), link('edit', 'me'))).toBe(true)
    expect(mayRevokeGrant(by('edit'), link('view', 'another'))).toBe(false)
    expect(mayRevokeGrant(by('edit'), link('manage', 'me'))).toBe(false)
    expect(mayChangeGrant(by('edit'), link('view', 'me'), 'edit')).toBe(true)
    expect(mayChangeGrant(by('edit'), link('view', 'me'), 'manage')).toBe(false)
  })

  test('an editor whose link was once made for the other side cannot raise it', () => {
    expect(mayRevokeGrant(by('edit'), link('view', 'me', 'buyer'))).toBe(true)
    expect(mayChangeGrant(by('edit'), link('view', 'me', 'buyer'), 'edit')).toBe(false)
  })

  test('a manager: any', () => {
    for (const right of RIGHTS) {
      expect(mayRevokeGrant(by('manage'), link(right, null, 'buyer'))).toBe(true)
      expect(mayChangeGrant(by('manage'), link('manage', null, 'buyer'), right)).toBe(true)
    }
  })
})
