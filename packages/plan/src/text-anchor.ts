/**
 * Anchors: a place in a text that stays where it is while others type around it, for
 * carets that travel as presence. An anchor is a string from outside like any other:
 * parsed, checked to lie in the text it is asked for, and otherwise nowhere.
 */
import * as v from 'valibot'
import * as Y from 'yjs'
import type { LiveDoc } from './live-doc.ts'
import { findText } from './shared-text.ts'
import type { TextRef } from './text-ref.ts'

declare const anchor: unique symbol
export type Anchor = string & { readonly [anchor]: true }

const ANCHOR_LENGTH = 200
const clock = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
const itemId = v.object({ client: clock, clock })
const position = v.object({
  type: v.optional(itemId),
  tname: v.optional(v.pipe(v.string(), v.maxLength(40))),
  item: v.optional(itemId),
  assoc: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(0))),
})

/** Where `index` is now; null where there is no such text. */
export function textAnchor(doc: LiveDoc, ref: TextRef, index: number): Anchor | null {
  const text = findText(doc, ref)
  if (text === null) return null
  const inside = Math.min(Math.max(Math.trunc(index) || 0, 0), text.length)
  // To the left of its place: a caret at the end of a word stays there while others type behind it.
  const found = Y.createRelativePositionFromTypeIndex(text, inside, inside === 0 ? 0 : -1)
  return JSON.stringify(Y.relativePositionToJSON(found)) as Anchor
}

/** Where the anchor's place is now; null where that place is unknown here or lies in another text. */
export function anchorIndex(doc: LiveDoc, ref: TextRef, anchor: Anchor): number | null {
  const text = findText(doc, ref)
  const json = parsePosition(anchor)
  if (text === null || json === null) return null
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(json), doc.ydoc)
    return found === null || found.type !== text ? null : Math.min(found.index, text.length)
  } catch {
    // Ids that fit the shape and name no character: somebody made them up.
    return null
  }
}

export function parseAnchor(raw: unknown): Anchor | null {
  return typeof raw === 'string' && parsePosition(raw) !== null ? (raw as Anchor) : null
}

function parsePosition(raw: string): v.InferOutput<typeof position> | null {
  if (raw.length > ANCHOR_LENGTH) return null
  try {
    const result = v.safeParse(position, JSON.parse(raw))
    return result.success ? result.output : null
  } catch {
    return null
  }
}
