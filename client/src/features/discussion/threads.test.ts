// Threads out of any comments: each comment stands in exactly one place, whatever a stranger's program wrote.
import type { Comment, CommentId } from '@milepost/plan'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isResolved, openComments, threadsOf } from './threads.ts'

function comment(id: string, replyTo: string | null = null, isSettled = false): Comment {
  const by = { side: 'buyer', name: 'Ingrid', personId: null } as const
  const resolved = isSettled ? { by, at: 1 } : null
  return { id, replyTo, resolved, body: id } as unknown as Comment
}

const drawn = (comments: readonly Comment[]) =>
  threadsOf(comments).map(({ first, id, replies }) => [
    first === null ? `(${id})` : id,
    ...replies.map((one) => one.id),
  ])

test.each([
  ['one after the other', [comment('a'), comment('b')], [['a'], ['b']]],
  [
    'a reply to a reply stands under the first',
    [comment('a'), comment('b', 'a'), comment('c', 'b')],
    [['a', 'b', 'c']],
  ],
  ['what answers a removed one stays', [comment('b', 'gone'), comment('c', 'gone')], [['(gone)', 'b', 'c']]],
  ['a circle', [comment('a', 'b'), comment('b', 'a'), comment('c', 'c')], [['a'], ['b'], ['c']]],
] as const)('%s', (_name, comments, expected) => {
  expect(drawn(comments)).toEqual(expected)
})

test('a settled thread is not counted, with all its replies', () => {
  const comments = [comment('a', null, true), comment('b', 'a'), comment('c')]
  expect(threadsOf(comments).map(isResolved)).toEqual([true, false])
  expect(openComments(comments).map(({ id }) => id)).toEqual(['c'])
})

const ids = fc.constantFrom(...'abcdefgh')
test('every comment stands in exactly one place', () => {
  const pairs = fc.uniqueArray(fc.tuple(ids, fc.option(ids)), { selector: ([id]) => id })
  fc.assert(
    fc.property(pairs, (drawnPairs) => {
      const comments = drawnPairs.map(([id, replyTo]) => comment(id, replyTo))
      const placed = threadsOf(comments).flatMap(({ first, replies }) => [
        ...(first === null ? [] : [first]),
        ...replies,
      ])
      expect(placed.map(({ id }) => id).toSorted()).toEqual(comments.map(({ id }): CommentId => id).toSorted())
    }),
  )
})
