/**
 * Writers: which grant, person and name stands behind a Yjs client number. Written
 * once, in the same update as the first change of a Y.Doc, so that no change ever
 * travels without it. It is what the writer says; the relay's own record is the one
 * to trust.
 */
import * as v from 'valibot'
import { WRITERS } from './keys.ts'
import { RECORD_LIMITS } from './limits.ts'
import { claimOnce, markAside, stateOf, type LiveDoc, type LiveState, type Writer } from './live-doc.ts'
import { readValue } from './read-value.ts'
import { freezeDeep } from './same-value.ts'
import { shelf } from './shelf.ts'
import { id, instantOrZero, line, side, word, type Instant } from './value.ts'

export interface WriterEntry extends Writer {
  readonly clientId: number
  readonly from: Instant
}

const entry = v.object({
  grantId: v.fallback(v.nullable(word), null),
  personId: v.fallback(v.nullable(id<'person'>()), null),
  side,
  name: v.fallback(line, ''),
  from: instantOrZero,
})

export const WRITER = shelf<WriterEntry>(WRITERS, RECORD_LIMITS.writers, (key, raw) => {
  const value = readValue(entry, raw)
  return !/^\d{1,16}$/.test(key) || value === undefined ? null : freezeDeep({ clientId: Number(key), ...value })
})

/**
 * Says who writes in this Y.Doc from now on. Nothing is written until there is a
 * first change to write it with; a second claim changes who later records
 * say they are from, not the entry.
 */
export function claimWriter(doc: LiveDoc, writer: Writer): void {
  stateOf(doc).writer = writer
}

/** Arms the claim of a newly opened document. */
export function claimOnFirstChange(state: LiveState): void {
  state.claim = () => {
    const { writer, ydoc } = state
    const key = String(ydoc.clientID)
    const root = WRITER.rootOf(ydoc)
    if (writer === null || root.has(key)) return
    const { grantId, personId, side, name } = writer
    markAside(ydoc, () => root.set(key, { grantId, personId, side, name, from: state.now() }))
    WRITER.touch(ydoc, key)
  }
}

/** Claims now, in a transaction that somebody else has just opened (the rich text binding). */
export function claimInForeignTransaction(doc: LiveDoc): void {
  const state = stateOf(doc)
  if (state.mayChange()) claimOnce(state)
}
