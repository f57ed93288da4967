/**
 * What Yjs itself keeps of a place: the item that set what stands there, and every item inside a text. Each carries the number
 * of the client that made it, which is the only thing in a document that says who wrote what.
 */
import type * as Y from 'yjs'
import { ContentType, type Item } from 'yjs'
import type { ChangePlace } from './said-at.ts'

type AnyType = Pick<Y.AbstractType<never>, '_map' | '_start'>

/** The last item of a place: a key of a record, a record of a list. */
export function itemAt(ydoc: Y.Doc, { list, id, field }: ChangePlace): Item | null {
  const keys = [id, field].filter((part) => part !== null)
  let type: AnyType = ydoc.getMap(list)
  let item: Item | null = null
  for (const [at, key] of keys.entries()) {
    item = type._map.get(key) ?? null
    if (item === null || at === keys.length - 1) return item
    if (!(item.content instanceof ContentType)) return null
    type = item.content.type
  }
  return item
}

/** Everything inside a text, to its depth; a walk with its own stack, because depth is anybody's choice. */
export function* itemsIn(type: AnyType): Iterable<Item> {
  const open: AnyType[] = [type]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (let item = at._start; item !== null; item = item.right) {
      yield item
      if (item.content instanceof ContentType) open.push(item.content.type)
    }
    for (const item of at._map.values()) yield item
  }
}
