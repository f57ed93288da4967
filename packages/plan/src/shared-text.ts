/**
 * Texts that people type: titles, names, reasons. Each is a Y.Text made with its
 * record, so every edit is a splice that merges character by character, and no edit
 * ever replaces the text itself.
 *
 * Y.Text was chosen over a one-paragraph rich text fragment: a title needs no marks,
 * a plain text field of the browser then edits it (its own selection, spell checking
 * and input methods), carets are relative positions in the same text, and a hostile
 * peer has no schema to break. Positions here count UTF-16 units, as the browser does.
 */
import * as Y from 'yjs'
import { cleanText, cutText, isInsidePair } from './clean-text.ts'
import { change, markTyped, stateOf, type Change, type LiveDoc } from './live-doc.ts'
import { smallestSplice, type Splice } from './splice.ts'
import { homeOf, type TextHome, type TextRef } from './text-ref.ts'

/** What `textOf` shows changed. */
export interface TextChange {
  readonly value: string
  /** In the order to apply them; positions count in the text as the earlier ones left it. */
  readonly splices: readonly Splice[]
  /** Changed on this device: typed here, or undone here. */
  readonly isLocal: boolean
}

/** The text; empty where there is none (yet). */
export function textOf(doc: LiveDoc, ref: TextRef): string {
  const { limit } = homeOf(ref)
  return stringOf(findText(doc, ref), limit)
}

/**
 * Replaces `remove` characters at `at` by `insert`. Positions beyond the text count
 * as its end; line breaks in a one-line text become spaces; what exceeds the limit
 * is cut from `insert`.
 */
export function spliceText(doc: LiveDoc, ref: TextRef, at: number, remove: number, insert: string): Change {
  return change(doc, () => {
    const home = homeOf(ref)
    const text = findText(doc, ref)
    if (text === null) return 'no-such-record'
    const value = text.toString()
    const { start, end } = wholeCharacters(value, clamp(at, 0, value.length), remove)
    const added = cleanText(insert, home.limit - (value.length - (end - start)), home.isOneLine)
    if (start === end && added === '') return 'unchanged'
    replace(text, value, start, end, added)
    home.touch(doc.ydoc)
    markTyped(doc, keyOf(ref))
    return 'changed'
  })
}

/** Makes the text say `value` with the smallest splice, so that others' typing around it stays. */
export function setText(doc: LiveDoc, ref: TextRef, value: string): Change {
  return change(doc, () => {
    const home = homeOf(ref)
    const text = findText(doc, ref)
    if (text === null) return 'no-such-record'
    const before = text.toString()
    const splice = smallestSplice(before, cleanText(value, home.limit, home.isOneLine))
    if (splice === null) return 'unchanged'
    replace(text, before, splice.at, splice.at + splice.remove, splice.insert)
    home.touch(doc.ydoc)
    return 'changed'
  })
}

/** Calls `listener` after each change of the text, also when it arrives later than this call. */
export function watchText(doc: LiveDoc, ref: TextRef, listener: (change: TextChange) => void): () => void {
  const { listeners } = stateOf(doc)
  const { limit } = homeOf(ref)
  let text = findText(doc, ref)
  let value = stringOf(text, limit)
  let splices: readonly Splice[] | null = null
  const collect = (event: Y.YTextEvent) => {
    splices = splicesOf(event)
  }
  const hear = (transaction: Y.Transaction) => {
    const found = text?.doc ? text : findText(doc, ref)
    if (found !== text) {
      text?.unobserve(collect)
      found?.observe(collect)
      text = found
    } else if (splices === null) {
      return
    }
    const before = value
    value = stringOf(text, limit)
    const known = splices
    splices = null
    if (value === before) return
    const smallest = smallestSplice(before, value)
    listener({
      value,
      splices: known !== null && apply(before, known) === value ? known : smallest === null ? [] : [smallest],
      isLocal: transaction.local,
    })
  }
  text?.observe(collect)
  listeners.add(hear)
  return () => {
    text?.unobserve(collect)
    listeners.delete(hear)
  }
}

export function findText(doc: LiveDoc, ref: TextRef): Y.Text | null {
  const home: TextHome = homeOf(ref)
  const text = home.recordIn(doc.ydoc)?.get(ref.field)
  return text instanceof Y.Text ? text : null
}

function keyOf(ref: TextRef): string {
  return `${ref.in}/${'id' in ref ? ref.id : ''}/${ref.field}`
}

function stringOf(text: Y.Text | null, limit: number): string {
  return text === null ? '' : cutText(text.toString().toWellFormed(), limit)
}

/** A splice takes characters whole: one that begins or ends inside a pair takes all of it. */
function wholeCharacters(value: string, at: number, remove: number): { readonly start: number; readonly end: number } {
  const start = isInsidePair(value, at) ? at - 1 : at
  const last = clamp(at + remove, at, value.length)
  if (last === at) return { start, end: start }
  return { start, end: isInsidePair(value, last) ? last + 1 : last }
}

function replace(text: Y.Text, value: string, start: number, end: number, insert: string): void {
  const from = indexIn(text, value, start)
  const to = indexIn(text, value, end)
  if (to > from) text.delete(from, to - from)
  if (insert !== '') text.insert(from, insert)
}

/**
 * Where a position of the string lies in the Y.Text. They differ only where somebody
 * put something else than characters into it (an embed), which nobody here does.
 */
function indexIn(text: Y.Text, value: string, position: number): number {
  if (text.length === value.length) return position
  let inString = 0
  let inText = 0
  for (const { insert } of text.toDelta() as readonly { readonly insert: unknown }[]) {
    if (typeof insert !== 'string') {
      inText += 1
    } else if (inString + insert.length >= position) {
      return inText + (position - inString)
    } else {
      inString += insert.length
      inText += insert.length
    }
  }
  return inText
}

function splicesOf(event: Y.YTextEvent): readonly Splice[] {
  const splices: Splice[] = []
  let at = 0
  for (const part of event.changes.delta) {
    if (part.retain !== undefined) {
      at += part.retain
    } else if (part.delete !== undefined) {
      splices.push({ at, remove: part.delete, insert: '' })
    } else if (typeof part.insert === 'string') {
      splices.push({ at, remove: 0, insert: part.insert })
      at += part.insert.length
    }
  }
  return splices
}

function apply(value: string, splices: readonly Splice[]): string {
  let result = value
  for (const { at, remove, insert } of splices) result = result.slice(0, at) + insert + result.slice(at + remove)
  return result
}

function clamp(value: number, low: number, high: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), low), high) : low
}
