/**
 * The button that leads to what is said about something. The discussion lends it to the features whose rows have a place for it
 * (milestones, steps, key dates, the value proposition); without a lender there is none.
 */
import type { CommentTopic } from '@milepost/plan'
import { createContext, use, type ComponentType, type ReactNode } from 'react'

export interface CommentButtonProps {
  readonly topic: CommentTopic
  /** What it is about, in a sentence: "milestone 3", "the value proposition". */
  readonly of: string
  readonly className?: string | undefined
}

export interface CommentLender {
  readonly CommentButton: ComponentType<CommentButtonProps>
}

export const CommentSlot = createContext<CommentLender | null>(null)

/** Where the key that comments on a row finds its button. */
export const COMMENT_ANCHOR = 'comments'

export function CommentOn(props: CommentButtonProps): ReactNode {
  const lent = use(CommentSlot)
  return lent === null ? null : <lent.CommentButton {...props} />
}
