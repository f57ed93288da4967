/** One panel of comments for the whole page, because a hundred closed ones are a hundred too many: who opens it, and for what. */
import type { CommentTopic } from '@milepost/plan'
import { createContext } from 'react'

export interface OpenTopic {
  readonly topic: CommentTopic
  readonly of: string
  readonly anchor: HTMLElement
}

export const OpenComments = createContext<((topic: OpenTopic) => void) | null>(null)
