/** Comments as threads: a first one and its replies, each in the order of their counter. Pure; holds for any comments. */
import type { Comment, CommentId } from '@milepost/plan'

export interface Thread {
  readonly id: CommentId
  /** Null where whoever began it took it back and others had answered. */
  readonly first: Comment | null
  readonly replies: readonly Comment[]
}

/**
 * Replies to replies stand under the first comment. One whose first comment is gone still stands, under its id; one that answers
 * itself in a circle, as only a stranger's program would write it, begins a thread of its own.
 */
export function threadsOf(comments: readonly Comment[]): readonly Thread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const grouped = Map.groupBy(comments, (comment) => rootOf(comment, byId))
  return [...grouped].map(([id, all]) => ({
    id,
    first: byId.get(id) ?? null,
    replies: all.filter((comment) => comment.id !== id),
  }))
}

function rootOf(comment: Comment, byId: ReadonlyMap<CommentId, Comment>): CommentId {
  const seen = new Set<CommentId>([comment.id])
  let at = comment
  while (at.replyTo !== null) {
    if (seen.has(at.replyTo)) return comment.id
    seen.add(at.replyTo)
    const next = byId.get(at.replyTo)
    if (next === undefined) return at.replyTo
    at = next
  }
  return at.id
}

export function isResolved({ first }: Thread): boolean {
  return first !== null && first.resolved !== null
}

/** What the button counts: what is still talked about. */
export function openComments(comments: readonly Comment[]): readonly Comment[] {
  return threadsOf(comments)
    .filter((thread) => !isResolved(thread))
    .flatMap(({ first, replies }) => [...(first === null ? [] : [first]), ...replies])
}
