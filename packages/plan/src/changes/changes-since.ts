/**
 * What others changed between two states of one document, and who: every value and every letter carries the number of the
 * client that set it, and `writers` says who that is (a claim, like every name in a plan). One's own changes are left out,
 * and so is what only follows from another change: an owner reads as nobody once the role is removed.
 *
 * A removal names nobody in Yjs. Where only letters went, somebody did it; whoever compares must therefore put one's own
 * changes into `before`.
 */
import * as Y from 'yjs'
import type { PlanDoc } from '../plan-doc.ts'
import { readPlan } from '../read-plan.ts'
import { fragmentOf, type RichRef } from '../rich-text.ts'
import { plainText } from '../rich-text-blocks.ts'
import type { WriterEntry } from '../writers.ts'
import { itemAt, itemsIn } from './items-at.ts'
import { planChanges, type PlanChange } from './plan-changes.ts'
import type { ChangePlace } from './said-at.ts'

export interface ChangeBy extends PlanChange {
  /** Null where nobody can say. */
  readonly by: WriterEntry | null
}

export type IsOwn = (clientId: number, writer: WriterEntry | null) => boolean

export function changesSince(before: PlanDoc, after: PlanDoc, isOwn: IsOwn): readonly ChangeBy[] {
  const [was, is] = [readPlan(before), readPlan(after)]
  const writers = new Map(is.writers.map((writer) => [writer.clientId, writer]))
  const knew = Y.decodeStateVector(Y.encodeStateVector(before.ydoc))
  const plain = planChanges(was, is).filter((change) => !isRich(change))
  return [...plain, ...richChanges(before, after)].flatMap((change): readonly ChangeBy[] => {
    const clients = clientsOf(after.ydoc, change, knew)
    if (clients === null) return []
    if (clients.length === 0) return [{ ...change, by: null }]
    const others = clients.filter((client) => !isOwn(client, writers.get(client) ?? null))
    const by = others.map((client) => writers.get(client)).find((writer) => writer !== undefined) ?? null
    return others.length === 0 ? [] : [{ ...change, by }]
  })
}

function isRich({ list, id, field }: ChangePlace): boolean {
  return (list === 'milestones' && field === 'notes') || (list === 'meta' && id === 'valueProposition')
}

/** The words of rich texts, which no reading of the plan holds. */
function richChanges(before: PlanDoc, after: PlanDoc): readonly PlanChange[] {
  const differ = (ref: RichRef, place: ChangePlace): readonly PlanChange[] => {
    const [was, is] = [before, after].map((doc) => wordsOf(doc, ref))
    return was === is ? [] : [{ ...place, before: was, now: is }]
  }
  const known = new Set(readPlan(before).milestones.map(({ id }) => id))
  return [
    ...differ({ kind: 'valueProposition' }, { list: 'meta', id: 'valueProposition', field: null }),
    ...readPlan(after)
      .milestones.filter(({ id }) => known.has(id))
      .flatMap(({ id }) => differ({ kind: 'notes', milestoneId: id }, { list: 'milestones', id, field: 'notes' })),
  ]
}

function wordsOf(doc: PlanDoc, ref: RichRef): string {
  const fragment = fragmentOf(doc, ref)
  return fragment === null ? '' : plainText(fragment)
}

/** Who set what stands there now, of those who did it since. Null: nobody did, it follows from another change. */
function clientsOf(ydoc: Y.Doc, change: PlanChange, knew: ReadonlyMap<number, number>): readonly number[] | null {
  const item = itemAt(ydoc, change)
  const isNew = (each: Y.Item) => each.lastId.clock >= (knew.get(each.id.client) ?? 0)
  if (item === null) return null
  if (item.deleted) return []
  if (isNew(item)) return [item.id.client]
  if (!(item.content instanceof Y.ContentType)) return null
  // An old record that was not to be seen before was brought back.
  const archived = isWhole(change) ? item.content.type._map.get('archived') : undefined
  if (isWhole(change)) return archived !== undefined && isNew(archived) ? [archived.id.client] : null
  const clients = new Set<number>()
  for (const inner of itemsIn(item.content.type)) if (isNew(inner)) clients.add(inner.id.client)
  return [...clients]
}

function isWhole({ list, field }: ChangePlace): boolean {
  return field === null && list !== 'meta'
}
