/**
 * Which sides wrote what stands at a place today: whoever set the value, and everybody whose letters still stand in a text. What
 * was there before and is gone says nothing any more, and letters that were only taken away name nobody.
 *
 * A side is what the writer said of themselves (`writers`): a claim, like every name in a plan.
 */
import { ContentType } from 'yjs'
import type { PlanDoc } from '../plan-doc.ts'
import { readPlan } from '../read-plan.ts'
import type { Side } from '../value.ts'
import { itemAt, itemsIn } from './items-at.ts'
import type { ChangePlace } from './said-at.ts'

/** The buyer first; empty where nobody can say. A place without a field is a record: whose it was when it was made. */
export type SidesAt = (place: ChangePlace) => readonly Side[]

export function sidesWriting(doc: PlanDoc): SidesAt {
  const sideOf = new Map(readPlan(doc).writers.map(({ clientId, side }) => [clientId, side]))
  return (place) => {
    const clients = clientsAt(doc, place)
    const sides = new Set(clients.flatMap((client) => sideOf.get(client) ?? []))
    return (['buyer', 'seller'] as const).filter((side) => sides.has(side))
  }
}

function clientsAt({ ydoc }: PlanDoc, place: ChangePlace): readonly number[] {
  const item = itemAt(ydoc, place)
  if (item === null || item.deleted) return []
  if (place.field === null || !(item.content instanceof ContentType)) return [item.id.client]
  const standing = [...itemsIn(item.content.type)].filter(({ deleted }) => !deleted)
  return [...new Set(standing.map(({ id }) => id.client))]
}
