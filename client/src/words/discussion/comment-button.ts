// The sign of a discussion beside a thing of the plan, and what the panel that it opens is called.
import { count } from '../../format/count.ts'

export const commentButtonWords = {
  /** 'Comment on milestone 3', '2 comments on milestone 3, 1 unread'; null: nothing was said yet. */
  label(talked: number | null, of: string, unread: number): string {
    const said = talked === null ? 'Comment' : count(talked, 'comment')
    return `${said} on ${of}${unread === 0 ? '' : `, ${unread} unread`}`
  },
  panel: (of: string) => `Comments on ${of}`,
}
