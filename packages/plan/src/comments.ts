/**
 * Comments, in the discussion document: a room of its own, because a viewer of the
 * plan does not receive it. Never undone; archived by whoever wrote them. In threads
 * the order is the counter `n`, ties by id.
 */
import * as v from 'valibot'
import { nullableField, textField, valueField, type Fields } from './field.ts'
import type { CommentId, PersonId, RoleId } from './ids.ts'
import { COMMENTS } from './keys.ts'
import { RECORD_LIMITS, TEXT_LIMITS } from './limits.ts'
import { authorOf, change, markNow, stateOf, type Change, type LiveDoc } from './live-doc.ts'
import { recordKind, type Row } from './record.ts'
import {
  authorOrNobody,
  counter,
  id,
  idList,
  instant,
  instantOrZero,
  mark,
  NOBODY,
  word,
  type Author,
  type Instant,
  type Mark,
} from './value.ts'
import { addLastingRecord, archiveRecord, nextCount, setField } from './write-record.ts'

/** What a comment is about. */
export interface CommentTopic {
  /** 'plan', 'milestone', 'step', 'keyDate', ...: any word, so that a later kind is kept. */
  readonly kind: string
  readonly id: string | null
}

/** A person, or a role that nobody fills yet. */
export type MentionId = PersonId | RoleId

export interface CommentData {
  readonly n: number
  readonly on: CommentTopic | null
  readonly replyTo: CommentId | null
  readonly author: Author
  readonly at: Instant
  readonly body: string
  readonly mentions: readonly MentionId[]
  /** When its words were last changed; null: never. */
  readonly edited: Instant | null
  readonly resolved: Mark | null
  readonly archived: Mark | null
}

export type Comment = Row<CommentId, CommentData>

const fields: Fields<CommentData> = {
  n: valueField(counter, 1),
  on: nullableField(v.object({ kind: word, id: v.fallback(v.nullable(id<'topic'>()), null) })),
  replyTo: nullableField(id<'comment'>()),
  author: valueField<Author>(authorOrNobody, { ...NOBODY }),
  at: valueField(instantOrZero, 0),
  body: textField(TEXT_LIMITS.comment, 'lines'),
  mentions: valueField<readonly MentionId[]>(idList<'person'>(), []),
  edited: nullableField(instant),
  resolved: nullableField(mark),
  archived: nullableField(mark),
}

export const COMMENT = recordKind<'comment', CommentData>({
  name: COMMENTS,
  most: RECORD_LIMITS.comments,
  fields,
  needs: ['on'],
})

export interface CommentDraft {
  readonly on: CommentTopic
  readonly body: string
  readonly replyTo?: CommentId | null
  readonly mentions?: readonly MentionId[]
}

/** Null where the body is empty, the discussion is full or may not be written here. */
export function addComment(doc: LiveDoc, draft: CommentDraft): CommentId | null {
  const body = draft.body.trim()
  if (body === '') return null
  const id = change(doc, () =>
    addLastingRecord(doc, COMMENT, {
      n: nextCount(COMMENT.rowsIn(doc.ydoc)),
      on: draft.on,
      replyTo: draft.replyTo ?? null,
      author: authorOf(doc),
      at: stateOf(doc).now(),
      body,
      mentions: draft.mentions ?? [],
    }),
  )
  return id === 'not-allowed' ? null : id
}

/** Says that the words were changed; the words themselves are a text like any other (`setText`). */
export function markCommentEdited(doc: LiveDoc, id: CommentId): Change {
  return setField(doc, COMMENT, id, 'edited', stateOf(doc).now())
}

export function resolveComment(doc: LiveDoc, id: CommentId, resolved: boolean): Change {
  if (resolved && COMMENT.rowIn(doc.ydoc, id)?.resolved) return 'unchanged'
  return setField(doc, COMMENT, id, 'resolved', resolved ? markNow(doc) : null)
}

export function archiveComment(doc: LiveDoc, id: CommentId): Change {
  return archiveRecord(doc, COMMENT, id)
}

export function restoreComment(doc: LiveDoc, id: CommentId): Change {
  return setField(doc, COMMENT, id, 'archived', null)
}
