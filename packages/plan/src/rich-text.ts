/**
 * Rich text: the value proposition and the notes of milestones, each a Y.XmlFragment
 * of its own. Only the editor binds to a fragment, and only after the guard
 * (`rich-text-guard.ts`) has passed it: an editor deletes what its schema does not
 * know, for everybody. Everything else reads `richTextBlocks`.
 */
import * as Y from 'yjs'
import { aside, change, stateOf, type Change } from './live-doc.ts'
import { META_RECORD } from './meta.ts'
import { MILESTONE } from './milestones.ts'
import type { PlanDoc } from './plan-doc.ts'

export type RichRef = { readonly kind: 'valueProposition' } | { readonly kind: 'notes'; readonly milestoneId: string }

/** The fragment itself; null where there is none (yet). */
export function fragmentOf(doc: PlanDoc, ref: RichRef): Y.XmlFragment | null {
  const fragment =
    ref.kind === 'valueProposition'
      ? META_RECORD.recordIn(doc.ydoc).get('valueProposition')
      : MILESTONE.recordIn(doc.ydoc, ref.milestoneId)?.get('notes')
  return fragment instanceof Y.XmlFragment ? fragment : null
}

/** Calls `listener` after each change of the fragment, also when it arrives later than this call. */
export function watchRichText(doc: PlanDoc, ref: RichRef, listener: () => void): () => void {
  const { listeners } = stateOf(doc)
  let fragment = fragmentOf(doc, ref)
  let isChanged = false
  const note = () => {
    isChanged = true
  }
  const hear = () => {
    const found = fragmentOf(doc, ref)
    if (found !== fragment) {
      fragment?.unobserveDeep(note)
      found?.observeDeep(note)
      fragment = found
      isChanged = true
    }
    if (!isChanged) return
    isChanged = false
    listener()
  }
  fragment?.observeDeep(note)
  listeners.add(hear)
  return () => {
    fragment?.unobserveDeep(note)
    listeners.delete(hear)
  }
}

/** Writes plain paragraphs into an EMPTY fragment: first content from a template or a form. Not undone. */
export function writeParagraphs(doc: PlanDoc, ref: RichRef, paragraphs: readonly string[]): Change {
  return change(doc, () => {
    const fragment = fragmentOf(doc, ref)
    if (fragment === null) return 'no-such-record'
    if (fragment.length > 0 || paragraphs.length === 0) return 'unchanged'
    aside(doc, () => {
      fragment.insert(
        0,
        paragraphs.map((words) => {
          const paragraph = new Y.XmlElement('paragraph')
          paragraph.insert(0, [new Y.XmlText(words)])
          return paragraph
        }),
      )
    })
    if (ref.kind === 'notes') MILESTONE.touch(doc.ydoc, ref.milestoneId)
    else META_RECORD.touch(doc.ydoc)
    return 'changed'
  })
}
