import { describe, expect, test } from 'vitest'
import {
  isShapeProblem,
  newCapability,
  parseApiError,
  parseAuthors,
  parseContributions,
  parseCreatePlanBody,
  parseGrantBody,
  parseGrantPatch,
  parseGrantView,
  parseMe,
  parseNewGrant,
} from '../src/index.ts'

const planId = 'V1StGXR8_Z5jdHi6B-myT'
const problemOf = (result: object) => (isShapeProblem(result) ? result.problem : 'fine')

describe('[HTTP-1] wrong shapes are refused', () => {
  test.each([
    [parseCreatePlanBody, { planId: 'short', side: 'buyer' }, 'planId: not a plan id'],
    [parseCreatePlanBody, { planId }, 'side'],
    [parseCreatePlanBody, { planId, side: 'third' }, 'side'],
    [parseCreatePlanBody, null, 'expected'],
    [parseCreatePlanBody, [], 'expected'],
    [parseGrantBody, { right: 'own', side: 'buyer' }, 'right'],
    [parseGrantBody, { right: 'view', side: 'buyer', expiresAt: 'tomorrow' }, 'expiresAt'],
    [parseGrantBody, { right: 'view', side: 'buyer', expiresAt: 1.5 }, 'expiresAt'],
    [parseGrantBody, { right: 'view', side: 'buyer', expiresAt: -1 }, 'expiresAt'],
    [parseGrantPatch, {}, 'right'],
  ])('case %#', (parse, body, expected) => {
    expect(problemOf(parse(body))).toContain(expected)
  })

  test('the problem does not repeat the value', () => {
    const secret = newCapability()
    for (const body of [
      { planId: secret, side: 'buyer' },
      { planId, side: secret },
      { planId, side: 'buyer', roleId: `${secret}!` },
    ]) {
      expect(problemOf(parseCreatePlanBody(body))).not.toContain(secret)
    }
  })
})

test('[HTTP-2] [HTTP-4] unknown fields are left out, left out ones have one meaning', () => {
  expect(parseGrantBody({ right: 'view', side: 'buyer', extra: 1 })).toEqual({
    right: 'view',
    side: 'buyer',
    role: '',
    name: '',
    roleId: null,
    personId: null,
    expiresAt: null,
  })
})

test.each([
  ['role', 'x'.repeat(120), true],
  ['role', 'x'.repeat(121), false],
  ['name', 'Zoë 李', true],
  ['name', 'a\nb', false],
  ['name', 'a\u0000b', false],
  ['roleId', 'r'.repeat(64), true],
  ['roleId', 'r'.repeat(65), false],
  ['personId', 'a b', false],
  ['personId', '', false],
  ['personId', null, true],
])('[HTTP-3] %s %j', (field, value, isFine) => {
  expect(isShapeProblem(parseCreatePlanBody({ planId, side: 'buyer', [field]: value }))).toBe(!isFine)
})

test('answers of the relay', () => {
  const grant = { id: 'g', right: 'edit', side: 'buyer', role: '', name: '', roleId: null, personId: null, createdAt: 1, lastSeenAt: null, online: false, edits: 0, usedAt: null, expiresAt: null, revokedAt: null, revokedBy: null, madeBy: null } // prettier-ignore
  const me = { planId, grantId: 'g', right: 'edit', side: 'buyer', role: '', name: '', roleId: null, personId: null, expiresAt: null } // prettier-ignore
  expect(parseGrantView(grant)).toEqual(grant)
  expect(parseGrantView({ ...grant, you: true })).toEqual({ ...grant, you: true })
  expect(isShapeProblem(parseGrantView({ ...grant, edits: -1 }))).toBe(true)
  expect(parseMe(me)).toEqual(me)
  expect(isShapeProblem(parseNewGrant({ grant, secret: 'short' }))).toBe(true)
  expect(isShapeProblem(parseNewGrant({ grant, secret: newCapability() }))).toBe(false)
  expect(
    isShapeProblem(
      parseContributions({ contributions: [{ grantId: 'g', side: 'buyer', day: '22/11/2026', slots: 1 }] }),
    ),
  ).toBe(true)
  expect(isShapeProblem(parseAuthors({ authors: [{ clientId: 1, grantId: 'g', room: 'plan' }], grants: [] }))).toBe(
    false,
  )
  expect(parseApiError({ error: { code: 'not-allowed', message: 'No.' } })).toEqual({
    error: { code: 'not-allowed', message: 'No.' },
  })
})
