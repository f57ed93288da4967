/**
 * useCommentsOn: what is said about one thing of the plan; a row hears of its own comments only. useUnread: what of it was not
 * read on this device. What was read is a setting of the device and told to nobody: a plan does not watch its readers.
 */
import { readDiscussion, watchDiscussion, type Comment, type CommentTopic, type Discussion } from '@milepost/plan'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { usePlanSession } from './plan-session-context.tsx'
import { useAccess, type Access } from './use-access.ts'
import { useLocal } from './use-local.ts'

/** One topic as one word: where a draft is kept, what an element is about. */
export function topicKey({ kind, id }: CommentTopic): string {
  return id === null ? kind : `${kind}:${id}`
}

/** By counter; the same array until one of them changes. */
export function useCommentsOn(topic: CommentTopic): readonly Comment[] {
  const key = topicKey(topic)
  const { discussion } = usePlanSession()
  const subscribe = useCallback((listener: () => void) => watchDiscussion(discussion, listener), [discussion])
  const get = useCallback(() => byTopic(readDiscussion(discussion)).get(key) ?? NONE, [discussion, key])
  return useSyncExternalStore(subscribe, get, get)
}

/** How many of the comments on these steps were not read on this device; a line hears of them only when there are others. */
export function useUnreadOnSteps(steps: readonly { readonly id: string }[]): number {
  const { discussion } = usePlanSession()
  const { isUnread } = useUnread()
  const subscribe = useCallback((listener: () => void) => watchDiscussion(discussion, listener), [discussion])
  const on = ({ id }: { readonly id: string }) => byTopic(readDiscussion(discussion)).get(`step:${id}`) ?? NONE
  useSyncExternalStore(subscribe, () => steps.map((step) => on(step).length).join())
  return steps.flatMap(on).filter(isUnread).length
}

const NONE: readonly Comment[] = []
type Index = ReadonlyMap<string, readonly Comment[]>
const indexes = new WeakMap<Discussion, Index>()
let last: Index = new Map()

/** Every row asks after every comment, so they are sorted once per reading; a topic that is as it was keeps its array. */
function byTopic(discussion: Discussion): Index {
  const known = indexes.get(discussion)
  if (known !== undefined) return known
  const grouped = Map.groupBy(discussion.comments, ({ on }) => (on === null ? '' : topicKey(on)))
  const index = new Map([...grouped].map(([key, comments]) => [key, sameOr(last.get(key), comments)]))
  last = index
  indexes.set(discussion, index)
  return index
}

function sameOr(before: readonly Comment[] | undefined, now: readonly Comment[]): readonly Comment[] {
  return before?.length === now.length && now.every((comment, at) => comment === before[at]) ? before : now
}

export interface Unread {
  isUnread(comment: Comment): boolean
  markRead(comments: readonly Comment[]): void
}

/** Every row asks, so one list is made into a set once. */
const sets = new WeakMap<readonly string[], ReadonlySet<string>>()

function asSet(read: readonly string[]): ReadonlySet<string> {
  const set = sets.get(read) ?? new Set(read)
  sets.set(read, set)
  return set
}

/** More than a plan can hold unarchived comments are never kept: the oldest are forgotten first. */
const MOST_KEPT = 5000

export function useUnread(): Unread {
  const { planId } = usePlanSession()
  const access = useAccess()
  const [read, setRead] = useLocal<readonly string[]>(`comments-read:${planId}`, [])
  const known = asSet(read)
  return useMemo(
    () => ({
      isUnread: (comment) => !known.has(comment.id) && !isMine(comment, access),
      markRead(comments) {
        const news = comments.filter(({ id }) => !known.has(id)).map(({ id }) => id)
        if (news.length > 0) setRead([...read, ...news].slice(-MOST_KEPT))
      },
    }),
    [known, read, setRead, access],
  )
}

/** Whether I wrote it, by the name it carries: it decides what is offered, and what the relay saw stays the evidence. */
export function isMine({ author }: Comment, { side, name, personId }: Access): boolean {
  return author.side === side && author.name === name && (author.personId ?? null) === personId
}
