/**
 * Who is on which line right now. Others' carets move with every letter they type; this store hands a line the same
 * list as before unless somebody came to it or left it, so only that line is drawn again.
 */
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { usePresences } from '../../hooks/use-presences.ts'

export interface PersonHere {
  readonly clientId: number
  readonly name: string
  readonly side: 'buyer' | 'seller'
}

export interface Places {
  at(rowId: string): readonly PersonHere[]
  subscribe(listener: () => void): () => void
}

const NOBODY: readonly PersonHere[] = Object.freeze([])

export interface PlacesStore extends Places {
  set(next: ReadonlyMap<string, readonly PersonHere[]>): void
}

export function placesStore(): PlacesStore {
  let places = new Map<string, readonly PersonHere[]>()
  const listeners = new Set<() => void>()
  return {
    at: (rowId) => places.get(rowId) ?? NOBODY,
    set(next) {
      const kept = new Map<string, readonly PersonHere[]>()
      for (const [id, here] of next) {
        const before = places.get(id)
        kept.set(id, before !== undefined && isSame(before, here) ? before : here)
      }
      places = kept
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function isSame(before: readonly PersonHere[], after: readonly PersonHere[]): boolean {
  return (
    before.length === after.length &&
    before.every((person, index) => {
      const other = after[index]
      return (
        other !== undefined &&
        person.clientId === other.clientId &&
        person.name === other.name &&
        person.side === other.side
      )
    })
  )
}

/** Keeps the store up to date from awareness; stands once in the document and draws nothing, so that nothing is drawn. */
export function PlacesKeeper({ store }: { readonly store: PlacesStore }): null {
  const presences = usePresences()
  useEffect(() => {
    const next = new Map<string, PersonHere[]>()
    for (const { clientId, presence } of presences) {
      if (presence.at === null) continue
      const rowId = presence.at.id ?? presence.at.kind
      const here = next.get(rowId) ?? []
      here.push({ clientId, name: presence.name, side: presence.side })
      next.set(rowId, here)
    }
    store.set(next)
  }, [presences, store])
  return null
}

export function usePeopleAt(places: Places, rowId: string): readonly PersonHere[] {
  const get = useCallback(() => places.at(rowId), [places, rowId])
  return useSyncExternalStore(places.subscribe, get, get)
}
