/**
 * What the relay counted and what this device counts, put together by side and person. Names are sorted as in a list of
 * people and never by how much somebody wrote: it is no contest. A comment stands with whoever wrote it under the name that it
 * carries; one whose name the relay does not know has a line of its own, so that lines always add up to their side.
 */
import type { Comment, Side } from '@milepost/plan'
import type { Written } from '../../hooks/use-written.ts'

export type Span = 'late' | 'all'
const DAYS: Record<Span, number> = { late: 14, all: 90 }
const DAY_MS = 24 * 60 * 60 * 1000

export interface PersonWrote {
  readonly role: string
  readonly name: string
  readonly slots: number
  readonly comments: number
}

export interface SideWrote {
  readonly slots: number
  readonly comments: number
  readonly people: readonly PersonWrote[]
}

export type WroteBySide = Readonly<Record<Side, SideWrote>>

/** `comments`: null where this link does not open the discussion. */
export function writtenLines(
  written: Written | null,
  comments: readonly Comment[] | null,
  span: Span,
  now: number,
): WroteBySide {
  const since = (Math.floor(now / DAY_MS) - DAYS[span] + 1) * DAY_MS
  const late = (comments ?? []).filter(({ at }) => at >= since)
  return { buyer: sideWrote('buyer', written, late, span), seller: sideWrote('seller', written, late, span) }
}

function sideWrote(side: Side, written: Written | null, comments: readonly Comment[], span: Span): SideWrote {
  const people = new Map<string, PersonWrote>()
  const add = (role: string, name: string, more: { readonly slots?: number; readonly comments?: number }) => {
    const whose = JSON.stringify(name.trim() === '' ? { role: role.trim() } : { name: name.trim() })
    const known = people.get(whose) ?? { role, name, slots: 0, comments: 0 }
    people.set(whose, {
      ...known,
      slots: known.slots + (more.slots ?? 0),
      comments: known.comments + (more.comments ?? 0),
    })
  }
  for (const writer of written?.writers ?? [])
    if (writer.side === side && writer[span] > 0) add(writer.role, writer.name, { slots: writer[span] })
  for (const { author } of comments) if (author.side === side) add('', author.name, { comments: 1 })
  const lines = [...people.values()].toSorted(byName)
  return { slots: sum(lines, 'slots'), comments: sum(lines, 'comments'), people: lines }
}

function sum(lines: readonly PersonWrote[], what: 'slots' | 'comments'): number {
  return lines.reduce((all, line) => all + line[what], 0)
}

function byName(a: PersonWrote, b: PersonWrote): number {
  return (a.name || a.role).localeCompare(b.name || b.role)
}

/** Both in whole percent, which are a hundred together; null where nothing was written. */
export function percentOf({ buyer, seller }: WroteBySide): Readonly<Record<Side, number>> | null {
  const all = buyer.slots + seller.slots
  if (all === 0) return null
  // Whoever wrote anything is never shown as nothing.
  const share = Math.round((100 * buyer.slots) / all)
  const shown = Math.min(Math.max(share, buyer.slots > 0 ? 1 : 0), seller.slots > 0 ? 99 : 100)
  return { buyer: shown, seller: 100 - shown }
}
