import {
  addComment,
  addPerson,
  addRole,
  createPlan,
  nameRole,
  openDiscussion,
  readDiscussion,
  readPlan,
  type MentionId,
} from '@milepost/plan'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { mentionsMe } from './mentions-me.ts'

const doc = createPlan(new Y.Doc(), { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' })
const marek = addPerson(doc, { name: 'Marek Dvořák', side: 'buyer' })!
const namesake = addPerson(doc, { name: 'Marek Dvořák', side: 'seller' })!
const security = addRole(doc, { title: 'IT Security Lead', side: 'buyer' })!
const counsel = addRole(doc, { title: 'General Counsel', side: 'buyer' })!
nameRole(doc, security, marek)

function commentTo(...mentions: readonly MentionId[]) {
  const discussion = openDiscussion(new Y.Doc(), {
    writer: { side: 'seller', name: 'Dana Okafor', personId: null, grantId: 'dana' },
  })
  addComment(discussion, { on: { kind: 'plan', id: null }, body: 'Firm?', mentions })
  return readDiscussion(discussion).comments[0]!
}

const nobody = { side: 'buyer', name: '', personId: null, roleId: null } as const

test.each([
  ['by the person of the link', { ...nobody, personId: marek }, true],
  ['by name and side, where the link names no person', { ...nobody, name: 'Marek Dvořák' }, true],
  ['not somebody of that name on the other side', { ...nobody, side: 'seller', name: 'Marek Dvořák' } as const, false],
  ['by the role that the link was made for', { ...nobody, roleId: security }, true],
  ['not another role', { ...nobody, roleId: counsel }, false],
  ['nobody who has no name', nobody, false],
])('a person is meant %s', (_how, me, meant) => {
  expect(mentionsMe(commentTo(marek), readPlan(doc), me)).toBe(meant)
})

test('a role is meant by whoever has it: by link, or by name', () => {
  const plan = readPlan(doc)
  expect(mentionsMe(commentTo(security), plan, { ...nobody, personId: marek })).toBe(true)
  expect(mentionsMe(commentTo(security), plan, { ...nobody, roleId: security })).toBe(true)
  expect(mentionsMe(commentTo(counsel), plan, { ...nobody, personId: marek })).toBe(false)
  expect(mentionsMe(commentTo(counsel, security), plan, { ...nobody, personId: marek })).toBe(true)
  expect(mentionsMe(commentTo(namesake), plan, { ...nobody, personId: marek })).toBe(false)
  expect(mentionsMe(commentTo(), plan, { ...nobody, personId: marek })).toBe(false)
})
