/**
 * What one rich text says right now, kept per fragment: the tree that is drawn, its number of words, and whether this
 * version knows everything in it. Its observer is registered when the text is first read, that is before any editor's
 * own, so a guard hears of content from a newer version before an editor could delete what it does not understand.
 */
import { isRichTextKnown, richTextBlocks, wordsIn, type RichBlock } from '@milepost/plan'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { XmlFragment } from 'yjs'

export interface RichTextReading {
  readonly blocks: readonly RichBlock[]
  readonly words: number
  readonly known: boolean
}

interface ReadFragment {
  reading: RichTextReading | null
  readonly listeners: Set<() => void>
  readonly guards: Set<() => void>
}

const fragments = new WeakMap<XmlFragment, ReadFragment>()

function entryOf(fragment: XmlFragment): ReadFragment {
  const known = fragments.get(fragment)
  if (known !== undefined) return known
  const entry: ReadFragment = { reading: null, listeners: new Set(), guards: new Set() }
  fragments.set(fragment, entry)
  fragment.observeDeep(() => {
    entry.reading = null
    if (entry.guards.size > 0 && !isRichTextKnown(fragment)) for (const guard of entry.guards) guard()
    for (const listener of entry.listeners) listener()
  })
  return entry
}

export function richTextReading(fragment: XmlFragment): RichTextReading {
  const entry = entryOf(fragment)
  entry.reading ??= Object.freeze({
    blocks: richTextBlocks(fragment),
    words: wordsIn(fragment),
    known: isRichTextKnown(fragment),
  })
  return entry.reading
}

/** Calls back at once, inside the transaction, when something arrives that this version does not know. */
export function guardRichText(fragment: XmlFragment, guard: () => void): () => void {
  const { guards } = entryOf(fragment)
  guards.add(guard)
  return () => void guards.delete(guard)
}

export function useRichText(fragment: XmlFragment): RichTextReading {
  const subscribe = useCallback(
    (listener: () => void) => {
      const { listeners } = entryOf(fragment)
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    [fragment],
  )
  const get = useCallback(() => richTextReading(fragment), [fragment])
  return useSyncExternalStore(subscribe, get, get)
}

export function useRichTextGuard(fragment: XmlFragment, guard: () => void): void {
  useEffect(() => guardRichText(fragment, guard), [fragment, guard])
}
