import type { PlanId, Right, Side } from '@milepost/protocol'
import { expect, test } from 'vitest'
import type { Grant } from '../storage/storage.ts'
import { decideRevocation, decideRight } from './grant-changes.ts'

const NOW = 1_000

/** `ann:manage < bob:edit(ann)`: who made whom; a capital first letter is the buyer's side, `!` is revoked, `?` expired. */
function plan(drawing: string): readonly Grant[] {
  return drawing.split(' ').map((word): Grant => {
    const [, id = '', right = '', madeBy, mark, along] =
      /^(\w+):(\w+)(?:\((\w+)\))?([!?])?(?:<(\w+))?$/.exec(word) ?? []
    const side: Side = id[0] === id[0]?.toUpperCase() ? 'buyer' : 'seller'
    const revoked = mark === '!' ? { revokedAt: 1, revokedBy: 'ann', revokedWith: along ?? null } : { revokedAt: null, revokedBy: null, revokedWith: null } // prettier-ignore
    const shown = { side, role: '', name: id, roleId: null, personId: null, createdAt: 0, usedAt: null, lastSeenAt: null, edits: 0 } // prettier-ignore
    return { id, planId: 'p' as PlanId, right: right as Right, madeBy: madeBy ?? null, expiresAt: mark === '?' ? NOW : null, ...shown, ...revoked } // prettier-ignore
  })
}

function revoke(drawing: string, by: string, id: string, withMade = true): string {
  const grants = plan(drawing)
  const result = decideRevocation({ grants, by: grants.find((grant) => grant.id === by)!, id, withMade, now: NOW })
  if (typeof result === 'string') return result
  expect(result.every(({ revokedAt, revokedBy }) => revokedAt === NOW && revokedBy === by)).toBe(true)
  return result.map((change) => change.id + (change.revokedWith === null ? '' : `<${change.revokedWith}`)).join(' ')
}

function setRight(drawing: string, by: string, id: string, right: Right, withMade = true): string {
  const grants = plan(drawing)
  const result = decideRight({ grants, by: grants.find((grant) => grant.id === by)!, id, right, withMade, now: NOW })
  return typeof result === 'string' ? result : result.map((change) => `${change.id}:${change.right}`).join(' ')
}

const TREE = 'ann:manage bob:edit(ann) cid:view(bob) dan:comment(cid) eve:view(ann)'

test.each([
  ['takes along what it made, and what that made', 'ann', 'bob', true, 'bob cid<bob dan<bob'],
  ['or not', 'ann', 'bob', false, 'bob'],
  ['a leaf', 'ann', 'eve', true, 'eve'],
  ['nobody', 'ann', 'zoe', true, 'no-such-grant'],
  ['an editor takes back what it made', 'bob', 'cid', true, 'cid dan<cid'],
  ['an editor does not take back what another made', 'bob', 'eve', true, 'not-allowed'],
  ['an editor does not take back what its own link made of itself', 'bob', 'dan', true, 'not-allowed'],
  ['a viewer takes back nothing', 'cid', 'dan', true, 'not-allowed'],
  ['the last manager stays', 'ann', 'ann', true, 'last-manage'],
])('[GRANT-1] taking back: %s', (_, by, id, withMade, expected) => {
  expect(revoke(TREE, by, id, withMade)).toBe(expected)
})

test('[GRANT-2] what was taken back already stays as it was', () => {
  expect(revoke('ann:manage bob:edit(ann)! cid:view(bob)', 'ann', 'bob')).toBe('cid<bob')
  expect(revoke('ann:manage bob:edit(ann)!', 'ann', 'bob')).toBe('')
})

test('[GRANT-3] taking back the link of the one who invited you leaves you and yours alone', () => {
  const drawing = 'ann:manage Ben:manage(ann) Cat:edit(Ben) dan:edit(ann)'
  expect(revoke(drawing, 'Ben', 'ann')).toBe('ann dan<ann')
})

test('[GRANT-3] leaving oneself takes nobody along', () => {
  expect(revoke('ann:manage Ben:manage(ann) cid:edit(ann)', 'ann', 'ann')).toBe('ann')
})

test.each([
  ['revoked', 'ann:manage Ben:manage(ann)!'],
  ['expired', 'ann:manage Ben:manage(ann)?'],
])('[GRANT-4] a manager whose link is %s does not count', (_, drawing) => {
  expect(revoke(drawing, 'ann', 'ann')).toBe('last-manage')
  expect(setRight(drawing, 'ann', 'ann', 'edit')).toBe('last-manage')
})

test('[GRANT-4] one manager may go while another stays', () => {
  expect(revoke('ann:manage Ben:manage(ann)', 'Ben', 'ann', false)).toBe('ann')
  expect(setRight('ann:manage Ben:manage(ann)', 'ann', 'ann', 'view')).toBe('ann:view')
})

test.each([
  ['raise', 'ann', 'cid', 'edit', 'cid:edit'],
  ['lower', 'ann', 'bob', 'view', 'bob:view'],
  ['the same right changes nothing', 'ann', 'bob', 'edit', ''],
  ['an editor within its own', 'bob', 'cid', 'edit', 'cid:edit'],
  ['an editor not beyond its own', 'bob', 'cid', 'manage', 'not-allowed'],
  ['an editor not another one', 'bob', 'eve', 'comment', 'not-allowed'],
  ['an editor not itself', 'bob', 'bob', 'view', 'not-allowed'],
  ['nobody', 'ann', 'zoe', 'view', 'no-such-grant'],
] as const)('[GRANT-5] changing a right: %s', (_, by, id, right, expected) => {
  expect(setRight(TREE, by, id, right)).toBe(expected)
})

const TAKEN = 'ann:manage bob:edit(ann)! cid:view(bob)!<bob dan:comment(cid)!<bob eve:view(bob)!'

test('[GRANT-6] giving back brings back what went along, and only that', () => {
  expect(setRight(TAKEN, 'ann', 'bob', 'edit')).toBe('bob:edit cid:view dan:comment')
  expect(setRight(TAKEN, 'ann', 'bob', 'edit', false)).toBe('bob:edit')
  expect(setRight(TAKEN, 'ann', 'cid', 'view')).toBe('cid:view')
})

test('[GRANT-6] nobody brings back more than it could make', () => {
  const drawing = 'ann:manage bob:edit(ann) cid:edit(bob)! Dan:manage(cid)!<cid'
  expect(setRight(drawing, 'bob', 'cid', 'edit')).toBe('not-allowed')
  expect(setRight(drawing, 'bob', 'cid', 'edit', false)).toBe('cid:edit')
})
