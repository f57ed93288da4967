/**
 * Mentions: "@Ingrid Solheim", "@General Counsel". In the text a mention is its words; beside the text stands whose id it is, so
 * that a device knows who is meant after a name was changed.
 */
import type { Comment, MentionId, Plan } from '@milepost/plan'
import { isPerson } from '../../hooks/is-person.ts'
import { plain } from '../../ui/rank.ts'

export interface Mentionable {
  readonly id: MentionId
  /** As it is written behind the "@". */
  readonly words: string
  /** What else it is found by: the role of a person. */
  readonly role: string
  readonly side: 'buyer' | 'seller'
}

/** People by their role, roles that nobody fills yet by their title, people without a role last. */
export function mentionables(plan: Plan): readonly Mentionable[] {
  const people = new Map(plan.people.map((person) => [person.id, person]))
  const ofRoles = plan.roles.flatMap(({ id, title, side, personId }): readonly Mentionable[] => {
    const person = personId === null ? undefined : people.get(personId)
    if (person === undefined || person.name === '') return title === '' ? [] : [{ id, words: title, role: title, side }]
    return [{ id: person.id, words: person.name, role: title, side }]
  })
  const named = new Set(ofRoles.map(({ id }) => id))
  const others = plan.people
    .filter(({ id, name }) => !named.has(id) && name !== '')
    .map(({ id, name, side }): Mentionable => ({ id, words: name, role: '', side }))
  return [...new Map([...ofRoles, ...others].map((one) => [one.id, one])).values()]
}

/** What is being typed behind an "@" at the caret; null where nobody is being mentioned. */
export function mentionQuery(text: string, caret: number): { readonly from: number; readonly query: string } | null {
  const from = text.lastIndexOf('@', caret - 1)
  if (from === -1 || /[\p{L}\p{N}]/u.test(text.slice(Math.max(0, from - 1), from))) return null
  const query = text.slice(from + 1, caret)
  return query.length > 40 || /[\n@]/.test(query) ? null : { from, query }
}

/** Those whose name or role has a word that begins like it. */
export function findMentionable(all: readonly Mentionable[], query: string): readonly Mentionable[] {
  const wanted = plain(query)
  return all.filter(({ words, role }) => [words, role].some((text) => hasWordLike(plain(text), wanted)))
}

function hasWordLike(text: string, wanted: string): boolean {
  return text.startsWith(wanted) || text.includes(` ${wanted}`)
}

/** Whose mention the text still has. */
export function mentionedIn(text: string, all: readonly Mentionable[]): readonly MentionId[] {
  return partsOf(text, all).flatMap((part) => (part.mention === null ? [] : [part.mention.id]))
}

export interface TextPart {
  readonly text: string
  readonly mention: Mentionable | null
}

/** The text cut at its mentions; of two that begin alike the longer one. */
export function partsOf(text: string, all: readonly Mentionable[]): readonly TextPart[] {
  const longestFirst = all.toSorted((a, b) => b.words.length - a.words.length)
  const parts: TextPart[] = []
  let rest = 0
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const mention = longestFirst.find(
      ({ words }) => text.startsWith(words, at + 1) && endsThere(text, at + 1 + words.length),
    )
    if (mention === undefined) continue
    if (at > rest) parts.push({ text: text.slice(rest, at), mention: null })
    rest = at + 1 + mention.words.length
    parts.push({ text: text.slice(at, rest), mention })
  }
  if (rest < text.length) parts.push({ text: text.slice(rest), mention: null })
  return parts
}

function endsThere(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(at, at + 1))
}

/** The role of whoever wrote, as it is today; '' where they have none. */
export function roleOf(author: Comment['author'], { people, roles }: Plan): string {
  const person = people.find((each) => isPerson(author, each))
  return person === undefined ? '' : (roles.find((role) => role.personId === person.id)?.title ?? '')
}
