/**
 * Presence: who is here and where, over the Awareness protocol; never stored. States
 * come from other people's browsers, so every one is parsed, and an odd one is
 * simply nobody.
 */
import * as v from 'valibot'
import type { Awareness } from 'y-protocols/awareness'
import { parseId, type PersonId } from './ids.ts'
import { RECORD_LIMITS } from './limits.ts'
import { freezeDeep } from './same-value.ts'
import { parseAnchor, type Anchor } from './text-anchor.ts'
import type { TextRef } from './text-ref.ts'
import { id, line, side, word, type Side } from './value.ts'

export interface Presence {
  readonly side: Side
  readonly name: string
  /** The title of their role, to be shown; may be empty. */
  readonly role: string
  readonly personId: PersonId | null
  /** What they are at: a milestone, a step, a field of it. */
  readonly at: PresencePlace | null
  readonly caret: PresenceCaret | null
}

export interface PresencePlace {
  readonly kind: string
  readonly id: string | null
  readonly field: string | null
}

export interface PresenceCaret {
  readonly ref: TextRef
  /** Where the selection began, and where the caret is. */
  readonly anchor: Anchor
  readonly head: Anchor
}

/** Somebody else who is here, by their connection. */
export interface PresenceOf {
  readonly clientId: number
  readonly presence: Presence
}

/** The key in the awareness state; the rich text binding keeps its own beside it. */
const PRESENCE = 'presence'
/** More than this are not drawn: a hostile peer may invent any number. */
const MOST = RECORD_LIMITS.people

const anchor = v.custom<Anchor>((raw) => parseAnchor(raw) !== null)
const textRef = v.pipe(
  v.unknown(),
  v.transform(parseTextRef),
  v.custom<TextRef>((ref) => ref !== null),
)
const place = v.object({
  kind: word,
  id: v.fallback(v.nullable(id<'place'>()), null),
  field: v.fallback(v.nullable(word), null),
})
const presence = v.object({
  side,
  name: v.fallback(line, ''),
  role: v.fallback(line, ''),
  personId: v.fallback(v.nullable(id<'person'>()), null),
  at: v.fallback(v.nullable(place), null),
  caret: v.fallback(v.nullable(v.object({ ref: textRef, anchor, head: anchor })), null),
})

export function parsePresence(raw: unknown): Presence | null {
  const result = v.safeParse(presence, raw)
  return result.success ? freezeDeep(result.output) : null
}

/** Everybody else, in the order of their connections. */
export function presencesOf(awareness: Awareness, self: number = awareness.clientID): readonly PresenceOf[] {
  const here: PresenceOf[] = []
  const states = [...awareness.getStates()].toSorted(([a], [b]) => a - b)
  for (const [clientId, state] of states) {
    const presence = clientId === self ? null : parsePresence(state[PRESENCE])
    if (presence !== null) here.push(Object.freeze({ clientId, presence }))
    if (here.length === MOST) break
  }
  return Object.freeze(here)
}

/** Says where one is; null: no longer here. */
export function setPresence(awareness: Awareness, presence: Presence | null): void {
  if (presence === null) awareness.setLocalState(null)
  else if (awareness.getLocalState() === null) awareness.setLocalState({ [PRESENCE]: presence })
  else awareness.setLocalStateField(PRESENCE, presence)
}

const TEXT_FIELDS: Readonly<Record<TextRef['in'], readonly string[]>> = {
  meta: ['title', 'buyerPriority', 'costOfSlip'],
  milestones: ['title', 'benefit'],
  steps: ['title', 'outcome'],
  roles: ['title'],
  people: ['name'],
  keyDates: ['title', 'why'],
  objectives: ['text', 'goal'],
  criteria: ['text'],
  decisions: ['question', 'answer'],
  expectations: ['text', 'consequence'],
  options: ['title'],
  moves: ['text'],
  comments: ['body'],
}

/** A reference from outside, where it names a text that exists in schema 1. */
function parseTextRef(raw: unknown): TextRef | null {
  if (typeof raw !== 'object' || raw === null || !('in' in raw) || !('field' in raw)) return null
  const [name, fields] = Object.entries(TEXT_FIELDS).find(([name]) => name === raw.in) ?? []
  const field = fields?.find((known) => known === raw.field)
  if (field === undefined) return null
  if (name === 'meta') return { in: name, field } as TextRef
  const id = 'id' in raw ? parseId(raw.id) : null
  return id === null ? null : ({ in: name, id, field } as TextRef)
}
