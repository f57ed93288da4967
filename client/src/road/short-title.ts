// A few words for a milestone where only a few fit: "Optimization: first €250k saved, next savings chosen" is "First €250k
// saved". What stands before a colon is the kind of milestone, what follows a comma is more of the same.
import { capitalised } from '../format/count.ts'

export function shortTitle(title: string, most: number): string {
  const said = title.split(': ').at(-1) ?? title
  const first = (said.split(/[,;]/u)[0] ?? said).trim()
  return capitalised(clipped(first, most))
}

/** Whole words up to `most` letters; the first word is cut where even it is too long. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text
  const words = text.slice(0, most).split(' ')
  const whole = words.length > 1 ? words.slice(0, -1).join(' ') : text.slice(0, Math.max(1, most - 1))
  return `${whole.replace(/[\s,;:–-]+$/u, '')}…`
}
