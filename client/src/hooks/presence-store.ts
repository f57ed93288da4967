/**
 * Everybody else who is here, parsed once per change and not once per row that asks. Presence is never stored, and every word of
 * it is somebody's claim; packages/plan parses it.
 */
import { parseId, presencesOf, setPresence, type Presence, type PresenceOf } from '@milepost/plan'
import type { PlanSession } from '../data/plan-session.ts'
import { behindFrame } from './behind-frame.ts'

type Awareness = PlanSession['awareness']

export interface PresenceStore {
  readonly get: () => readonly PresenceOf[]
  readonly subscribe: (listener: () => void) => () => void
}

/** Which clients' states came, changed and went. */
interface AwarenessChange {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

const stores = new WeakMap<Awareness, PresenceStore>()

export function presenceStoreOf(awareness: Awareness): PresenceStore {
  const known = stores.get(awareness)
  if (known !== undefined) return known
  let presences: readonly PresenceOf[] | null = null
  const listeners = new Set<() => void>()
  awareness.on('change', ({ added, updated, removed }: AwarenessChange) => {
    // Where I am myself is nothing to be drawn, and moves with every letter.
    if ([added, updated, removed].every((ids) => ids.every((id) => id === awareness.clientID))) return
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

/** Where I am, until it is sent. */
const places = new WeakMap<Awareness, PlaceInPlan>()

/**
 * Says where I am, once for all that one frame brings: the caret moves with every letter. Who I am comes from the kept link;
 * nobody to the others while no link has said so.
 */
export function showPlace(session: PlanSession, place: PlaceInPlan): void {
  const isWaiting = places.has(session.awareness)
  places.set(session.awareness, place)
  if (!isWaiting) behindFrame(() => sendPlace(session))
}

function sendPlace({ awareness, access }: PlanSession): void {
  const place = places.get(awareness)
  places.delete(awareness)
  const { side, name, role, personId } = access.get()
  if (side === null || place === undefined) return
  setPresence(awareness, {
    side,
    name,
    role,
    personId: personId === null ? null : parseId<'person'>(personId),
    ...place,
  })
}
