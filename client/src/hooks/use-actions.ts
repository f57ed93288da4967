/**
 * useActions: what can be found and done on the page that stands now, told by whoever can do it; the palette lists it. A
 * source is asked when somebody looks and not before, so that a plan which changes with every letter costs nothing, and what
 * it answers is what works at that moment, for that access.
 */
import { useEffect, useRef, type ReactNode } from 'react'

export type ActionKind = 'milestone' | 'step' | 'role' | 'action' | 'plan'

export interface Action {
  /** The same as long as it means the same: what was used lately is known by it. */
  readonly id: string
  readonly kind: ActionKind
  readonly label: string
  readonly detail?: string
  /** Other words it is found by. */
  readonly alias?: string
  readonly icon?: ReactNode
  /** 'Mod+Z'; only a hint, the shortcut itself is the caller's. */
  readonly keys?: string
  readonly run: () => void
}

type Source = () => readonly Action[]

const sources = new Set<{ readonly current: Source }>()

export function useActions(source: Source): void {
  const latest = useRef(source)
  useEffect(() => {
    latest.current = source
  })
  useEffect(() => {
    sources.add(latest)
    return () => void sources.delete(latest)
  }, [])
}

/** Everything that works right now. */
export function actionsNow(): readonly Action[] {
  return [...sources].flatMap((source) => source.current())
}
