import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addComment, archiveComment, markCommentEdited, resolveComment, restoreComment } from './comments.ts'
import { setContact } from './contacts.ts'
import { openDiscussion, readDiscussion, watchDiscussion, type DiscussionDoc } from './discussion.ts'
import { newId, type PersonId } from './ids.ts'
import { setText, textOf } from './shared-text.ts'
import { isDeepFrozen } from './testing/is-deep-frozen.ts'
import { NOON, writer } from './testing/shared-plan.ts'

const on = { kind: 'milestone', id: 'm1' } as const

function pair(): { readonly ann: DiscussionDoc; readonly bob: DiscussionDoc; readonly sync: () => void } {
  const [ann, bob] = [0, 1].map((index) => openDiscussion(new Y.Doc(), { writer: writer(index), now: () => NOON }))
  return {
    ann: ann!,
    bob: bob!,
    sync() {
      Y.applyUpdate(bob!.ydoc, Y.encodeStateAsUpdate(ann!.ydoc), 'sync')
      Y.applyUpdate(ann!.ydoc, Y.encodeStateAsUpdate(bob!.ydoc), 'sync')
    },
  }
}

const bodies = (doc: DiscussionDoc) => readDiscussion(doc).comments.map(({ body }) => body)

test('[DISC-1] comments stand in the order of their counter, on every device', () => {
  const { ann, bob, sync } = pair()
  const question = addComment(ann, { on, body: '  Who tests this?  ' })!
  sync()
  addComment(bob, { on, body: 'Marek', replyTo: question, mentions: [newId<'person'>()] })
  sync()
  addComment(ann, { on, body: 'Thanks' })
  sync()
  expect(bodies(ann)).toEqual(['Who tests this?', 'Marek', 'Thanks'])
  expect(bodies(bob)).toEqual(bodies(ann))
  expect(readDiscussion(bob).comments[1]).toMatchObject({
    n: 2,
    replyTo: question,
    author: { name: 'Bob' },
    at: NOON,
    on,
  })
  expect(isDeepFrozen(readDiscussion(bob))).toBe(true)
  expect(addComment(ann, { on, body: '  \n' })).toBe(null)
})

test('[DISC-1] comments are edited, resolved and archived; what did not change is the same object', () => {
  const { ann } = pair()
  const [first, second] = ['one', 'two'].map((body) => addComment(ann, { on, body })!)
  const before = readDiscussion(ann)
  expect(readDiscussion(ann)).toBe(before)
  expect(setText(ann, { in: 'comments', id: second!, field: 'body' }, 'two\nlines')).toBe('changed')
  markCommentEdited(ann, second!)
  expect(resolveComment(ann, second!, true)).toBe('changed')
  expect(resolveComment(ann, second!, true)).toBe('unchanged')
  const after = readDiscussion(ann)
  expect(after.comments[0]).toBe(before.comments[0])
  expect(after.comments[1]).toMatchObject({ body: 'two\nlines', edited: NOON, resolved: { by: { name: 'Ann' } } })
  expect(textOf(ann, { in: 'comments', id: second!, field: 'body' })).toBe('two\nlines')
  archiveComment(ann, first!)
  expect(readDiscussion(ann)).toMatchObject({ comments: [{ id: second }], archivedComments: [{ id: first }] })
  restoreComment(ann, first!)
  resolveComment(ann, second!, false)
  expect(readDiscussion(ann)).toMatchObject({ comments: [{ id: first }, { id: second, resolved: null }] })
})

test('contacts are one entry a person, and watchers are told of what changed', () => {
  const { ann, bob, sync } = pair()
  const [ingrid, marek] = [newId<'person'>(), newId<'person'>()] as [PersonId, PersonId]
  const told: number[] = []
  const stop = watchDiscussion(bob, ({ contacts }) => told.push(contacts.length))
  setContact(ann, ingrid, { email: 'ingrid@halden.example', phone: '' })
  setContact(bob, marek, { email: 'marek@halden.example', phone: '+47 1' })
  sync()
  stop()
  expect(setContact(bob, marek, { email: 'marek@halden.example', phone: '+47 1' })).toBe('unchanged')
  expect(told).toEqual([1, 2])
  expect(
    readDiscussion(ann)
      .contacts.map(({ email }) => email)
      .toSorted(),
  ).toEqual(['ingrid@halden.example', 'marek@halden.example'])
})

test('[PLAN-3] the gate is the same as the plan’s', () => {
  const doc = openDiscussion(new Y.Doc(), { mayChange: () => false })
  expect(addComment(doc, { on, body: 'x' })).toBe(null)
  expect(setContact(doc, newId(), { email: '', phone: '' })).toBe('not-allowed')
  expect(Y.encodeStateVector(doc.ydoc)).toEqual(Y.encodeStateVector(new Y.Doc()))
})
