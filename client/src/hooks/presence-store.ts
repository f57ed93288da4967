/**
 * Everybody else who is here, parsed once per change and not once per row that asks. Presence is never stored, and every word of
 * it is somebody's claim; packages/plan parses it.
 */
import { parseId, presencesOf, setPresence, type Presence, type PresenceOf } from '@milepost/plan'
import type { PlanSession } from '../data/plan-session.ts'

type Awareness = PlanSession['awareness']

export interface PresenceStore {
  readonly get: () => readonly PresenceOf[]
  readonly subscribe: (listener: () => void) => () => void
}

const stores = new WeakMap<Awareness, PresenceStore>()

export function presenceStoreOf(awareness: Awareness): PresenceStore {
  const known = stores.get(awareness)
  if (known !== undefined) return known
  let presences: readonly PresenceOf[] | null = null
  const listeners = new Set<() => void>()
  awareness.on('change', () => {
    presences = null
    for (const listener of listeners) listener()
  })
  const store: PresenceStore = {
    get: () => (presences ??= presencesOf(awareness)),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  stores.set(awareness, store)
  return store
}

export type PlaceInPlan = Pick<Presence, 'at' | 'caret'>

/** Says where I am; who I am comes from the kept link. Nobody to the others while no link has said so. */
export function showPlace({ awareness, access }: PlanSession, place: PlaceInPlan): void {
  const { side, name, role, personId } = access.get()
  if (side === null) return
  setPresence(awareness, {
    side,
    name,
    role,
    personId: personId === null ? null : parseId<'person'>(personId),
    ...place,
  })
}
