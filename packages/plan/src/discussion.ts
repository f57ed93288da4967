/**
 * The discussion document (room `<planId>.c`): comments and contacts. A viewer of
 * the plan never receives it. It is read and watched as the plan is; nothing in it is
 * undone.
 */
import type * as Y from 'yjs'
import { COMMENT, type Comment } from './comments.ts'
import { CONTACT, type Contact } from './contacts.ts'
import { DISCUSSION_ROOTS } from './keys.ts'
import { openLive, stateOf, type LiveDocOptions } from './live-doc.ts'
import { byCount } from './moves.ts'
import { keepSameItems } from './same-value.ts'

export interface DiscussionDoc {
  readonly kind: 'discussion'
  readonly ydoc: Y.Doc
}

export interface Discussion {
  /** All that are not archived, by counter. */
  readonly comments: readonly Comment[]
  readonly archivedComments: readonly Comment[]
  readonly contacts: readonly Contact[]
}

const docs = new WeakMap<Y.Doc, DiscussionDoc>()
const readings = new WeakMap<Y.Doc, Discussion>()

export function openDiscussion(ydoc: Y.Doc, options: LiveDocOptions = {}): DiscussionDoc {
  openLive(ydoc, DISCUSSION_ROOTS, options)
  const doc = docs.get(ydoc) ?? Object.freeze({ kind: 'discussion', ydoc })
  docs.set(ydoc, doc)
  return doc
}

export function readDiscussion({ ydoc }: DiscussionDoc): Discussion {
  const before = readings.get(ydoc)
  const all = COMMENT.rowsIn(ydoc).toSorted(byCount)
  const comments = keepSameItems(
    before?.comments,
    all.filter((comment) => comment.archived === null),
  )
  const archivedComments = keepSameItems(
    before?.archivedComments,
    all.filter((comment) => comment.archived !== null),
  )
  const contacts = CONTACT.rowsIn(ydoc)
  if (
    before !== undefined &&
    before.comments === comments &&
    before.archivedComments === archivedComments &&
    before.contacts === contacts
  ) {
    return before
  }
  const now = Object.freeze({ comments, archivedComments, contacts })
  readings.set(ydoc, now)
  return now
}

/** Calls `listener` once per transaction that changed the reading. */
export function watchDiscussion(doc: DiscussionDoc, listener: (discussion: Discussion) => void): () => void {
  const { listeners } = stateOf(doc)
  let seen = readDiscussion(doc)
  const hear = () => {
    const discussion = readDiscussion(doc)
    if (discussion === seen) return
    seen = discussion
    listener(discussion)
  }
  listeners.add(hear)
  return () => {
    listeners.delete(hear)
  }
}
