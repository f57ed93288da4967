/**
 * usePlanText: one small text of the plan (a title, a name) for a field on screen. Both directions are splices, so two people
 * who type in one title keep both. The carets of others travel as places in the text, not as numbers: they stay where their
 * owners put them while the text around them moves.
 */
import {
  anchorIndex,
  spliceText,
  textAnchor,
  textOf,
  watchText,
  type PlanDoc,
  type PresenceOf,
  type Side,
  type TextRef,
} from '@milepost/plan'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { PlanSession } from '../data/plan-session.ts'
import { usePlanSession } from './plan-session-context.tsx'
import { presenceStoreOf, showPlace } from './presence-store.ts'

export interface SharedCaret {
  readonly at: number
  readonly head: number
  readonly name: string
  readonly side: Side
}

/** What `ui/SharedTextField` takes. */
export interface SharedText {
  readonly value: string
  splice(at: number, remove: number, insert: string): void
  readonly carets: readonly SharedCaret[]
  /** The own caret or selection (`head` is the moving end); sent to the others. */
  onCaret(at: number, head: number): void
  onLeave(): void
}

export function usePlanText(ref: TextRef): SharedText {
  const session = usePlanSession()
  // Callers write the reference where they use it; what it names is what counts.
  const name = nameOf(ref)
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const text = useMemo(() => textStore(session, ref), [session, name])
  const value = useSyncExternalStore(text.subscribe, text.value, text.value)
  const carets = useSyncExternalStore(text.subscribeCarets, text.carets, text.carets)
  const splice = useCallback(
    (at: number, remove: number, insert: string) => void spliceText(session.doc, text.ref, at, remove, insert),
    [session, text],
  )
  return useMemo(
    () => ({ value, carets, splice, onCaret: text.onCaret, onLeave: text.onLeave }),
    [value, carets, splice, text],
  )
}

const NO_CARETS: readonly SharedCaret[] = Object.freeze([])

function textStore(session: PlanSession, ref: TextRef) {
  const { doc, awareness } = session
  const presences = presenceStoreOf(awareness)
  let carets = NO_CARETS

  return {
    ref,
    value: () => textOf(doc, ref),
    subscribe: (listener: () => void) => watchText(doc, ref, listener),
    /** The same array until a caret in this text moved: most fields have none, and are not drawn again for one elsewhere. */
    carets() {
      const now = caretsIn(doc, ref, presences.get())
      if (!isSameCarets(carets, now)) carets = now
      return carets
    },
    subscribeCarets(listener: () => void) {
      const offs = [presences.subscribe(listener), watchText(doc, ref, listener)]
      return () => {
        for (const off of offs) off()
      }
    },
    onCaret(at: number, head: number) {
      const from = textAnchor(doc, ref, at)
      const to = textAnchor(doc, ref, head)
      const caret = from === null || to === null ? null : { ref, anchor: from, head: to }
      showPlace(session, { at: { kind: ref.in, id: 'id' in ref ? ref.id : null, field: ref.field }, caret })
    },
    onLeave() {
      session.undo.stopCapturing()
      showPlace(session, { at: null, caret: null })
    },
  }
}

function caretsIn(doc: PlanDoc, ref: TextRef, presences: readonly PresenceOf[]): readonly SharedCaret[] {
  const name = nameOf(ref)
  const here = presences.flatMap(({ presence }): readonly SharedCaret[] => {
    const { caret, side } = presence
    if (caret === null || nameOf(caret.ref) !== name) return []
    const at = anchorIndex(doc, ref, caret.anchor)
    const head = anchorIndex(doc, ref, caret.head)
    return at === null || head === null ? [] : [{ at, head, name: presence.name, side }]
  })
  return here.length === 0 ? NO_CARETS : here
}

function isSameCarets(a: readonly SharedCaret[], b: readonly SharedCaret[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ at, head, name, side }, i) => {
      const other = b[i]
      return other !== undefined && at === other.at && head === other.head && name === other.name && side === other.side
    })
  )
}

function nameOf(ref: TextRef): string {
  return `${ref.in}/${'id' in ref ? ref.id : ''}/${ref.field}`
}
