// The card of what others changed while this device did not look at the plan.
import { count } from '../../format/count.ts'

export const awayWords = {
  heading: 'While you were away',
  /** `by` is one of those below, or '' where nobody can say. */
  summary: (changes: number, by: string) => `${count(changes, 'change')}${by}`,
  by: {
    one: (name: string) => ` by ${name}`,
    oneAndOthers: (name: string) => ` by ${name} and others`,
    two: (first: string, second: string) => ` by ${first} and ${second}`,
    twoAndOthers: (first: string, second: string) => ` by ${first}, ${second} and others`,
  },
  /** Follows the summary; `day` is null for today. */
  since: (day: string | null, time: string) => ` since ${day === null ? '' : `${day}, `}${time}.`,
  announced: (summary: string) => `While you were away: ${summary}`,
  comment: 'Comment',
  reply: 'Reply',
  commentForMe: 'Comment for you',
  replyForMe: 'Reply for you',
  /** The beginning of what somebody said. */
  quoted: (text: string) => `“${text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text}”`,
  withReason: (now: string, reason: string) => `${now}, ${reason}`,
  step: {
    first: 'Step through',
    next: (number: number, of: number) => `Next, ${number} of ${of}`,
    action: 'Next change while you were away',
    alias: 'step through news',
    said: (number: number, of: number, change: string) => `${number} of ${of}: ${change}`,
    fromTo: (before: string, now: string) => `${before} to ${now}`,
    by: (name: string) => `by ${name}`,
  },
  markRead: 'Mark as read',
  show: 'Show them',
  more: (hidden: number) => `and ${hidden} more`,
}
