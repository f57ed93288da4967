/**
 * Rich text goes back to what another copy of the same document says there, piece by piece: a block that both copies have
 * (Yjs knows it by where it was made) stays the same block, so what somebody else types into it meanwhile stays in it.
 * Only what differs is taken out, put in or formatted anew.
 */
import * as Y from 'yjs'

type Parent = Y.XmlFragment | Y.XmlElement
type Child = Y.XmlElement | Y.XmlText
type Attributes = Readonly<Record<string, unknown>>

interface Run {
  readonly insert: string
  readonly attributes?: Attributes
}

/** Whether both say the same in the same form. */
export function isSameRichText(one: Y.XmlFragment, other: Y.XmlFragment): boolean {
  return one.toString() === other.toString()
}

/** Inside a change. `base` is a fragment of another copy; it is only read. */
export function restoreRichText(target: Y.XmlFragment, base: Y.XmlFragment): void {
  restoreChildren(target, base)
}

function restoreChildren(target: Parent, base: Parent): void {
  const wanted = childrenOf(base)
  const keep = new Set(wanted.map(madeAt))
  for (let at = target.length - 1; at >= 0; at -= 1) if (!keep.has(madeAt(target.get(at)))) target.delete(at, 1)
  for (const [at, child] of wanted.entries()) {
    const here = at < target.length ? target.get(at) : null
    // What stays keeps its order, so whatever stands elsewhere now is not here at all.
    if (here === null || madeAt(here) !== madeAt(child)) target.insert(at, [child.clone()])
    else if (here instanceof Y.XmlText && child instanceof Y.XmlText) restoreText(here, child)
    else if (here instanceof Y.XmlElement && child instanceof Y.XmlElement) restoreElement(here, child)
  }
}

function restoreElement(target: Y.XmlElement, base: Y.XmlElement): void {
  const [now, before] = [target.getAttributes(), base.getAttributes()]
  for (const name of Object.keys(now)) if (!(name in before)) target.removeAttribute(name)
  for (const [name, value] of Object.entries(before)) {
    if (value !== undefined && now[name] !== value) target.setAttribute(name, value)
  }
  restoreChildren(target, base)
}

function restoreText(target: Y.XmlText, base: Y.XmlText): void {
  const [now, wanted] = [runsOf(target), runsOf(base)]
  if (isSame(now, wanted)) return
  const [is, was] = [textOf(now), textOf(wanted)]
  let start = 0
  while (start < Math.min(is.length, was.length) && is[start] === was[start]) start += 1
  let end = 0
  while (end < Math.min(is.length, was.length) - start && is[is.length - 1 - end] === was[was.length - 1 - end])
    end += 1
  if (is.length > start + end) target.delete(start, is.length - start - end)
  if (was.length > start + end) target.insert(start, was.slice(start, was.length - end), {})
  restoreFormats(target, wanted)
}

/** Once the letters are those of `wanted`: each stretch gets exactly its attributes. */
function restoreFormats(target: Y.XmlText, wanted: readonly Run[]): void {
  let at = 0
  for (const { insert, attributes = {} } of wanted) {
    for (const { from, length, attributes: now } of stretches(target, at, at + insert.length)) {
      const change: Record<string, unknown> = {}
      for (const name of Object.keys(now)) if (!(name in attributes)) change[name] = null
      for (const [name, value] of Object.entries(attributes)) if (!isSame(now[name], value)) change[name] = value
      if (Object.keys(change).length > 0) target.format(from, length, change)
    }
    at += insert.length
  }
}

function stretches(text: Y.XmlText, from: number, to: number) {
  let at = 0
  return runsOf(text).flatMap(({ insert, attributes = {} }) => {
    const [start, end] = [Math.max(from, at), Math.min(to, at + insert.length)]
    at += insert.length
    return start < end ? [{ from: start, length: end - start, attributes }] : []
  })
}

function runsOf(text: Y.XmlText): readonly Run[] {
  return (text.toDelta() as readonly { readonly insert: unknown; readonly attributes?: Attributes }[]).map(
    ({ insert, attributes }) => ({
      // What is embedded takes one place in the text and is no letter.
      insert: typeof insert === 'string' ? insert : EMBEDDED,
      ...(attributes === undefined ? {} : { attributes }),
    }),
  )
}

const EMBEDDED = '\uFFFC'

function textOf(runs: readonly Run[]): string {
  return runs.map(({ insert }) => insert).join('')
}

function childrenOf(parent: Parent): readonly Child[] {
  return parent.toArray().filter((child): child is Child => child instanceof Y.XmlElement || child instanceof Y.XmlText)
}

/** Where and when a piece was made: the same in every copy. */
function madeAt(type: unknown): string {
  const id = type instanceof Y.AbstractType ? type._item?.id : undefined
  return id === undefined ? '' : `${id.client}:${id.clock}`
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
