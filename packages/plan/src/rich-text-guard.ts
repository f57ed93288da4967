/**
 * The guard: does this version know every node, mark, attribute and embed of a
 * fragment? Asked before an editor is mounted and again on every change while it is
 * (register with `observeDeep` BEFORE the editor does, and destroy the editor at
 * once where the answer is no). Without it an old client that only looked at a plan
 * deleted an unknown node for everybody.
 *
 * What stands in what is checked too, as far as an editor would throw content away;
 * a list that a merge has emptied is no reason to lock people out.
 * The walk keeps a stack of its own: 5,000 nested quotes must not overflow ours.
 */
import * as Y from 'yjs'
import { RICH_DEPTH_LIMIT } from './limits.ts'

interface NodeRule {
  readonly holds: 'blocks' | 'items' | 'inline' | 'nothing'
  readonly is: 'block' | 'item' | 'inline'
  readonly mayHave?: (attribute: string, value: unknown) => boolean
}

const NODES: ReadonlyMap<string, NodeRule> = new Map([
  ['paragraph', { is: 'block', holds: 'inline' }],
  ['heading', { is: 'block', holds: 'inline', mayHave: (name, value) => name === 'level' && value === 3 }],
  ['bulletList', { is: 'block', holds: 'items' }],
  ['orderedList', { is: 'block', holds: 'items', mayHave: mayOrderedListHave }],
  ['listItem', { is: 'item', holds: 'blocks' }],
  ['blockquote', { is: 'block', holds: 'blocks' }],
  ['hardBreak', { is: 'inline', holds: 'nothing' }],
] satisfies [string, NodeRule][])

const FITS = { block: 'blocks', item: 'items', inline: 'inline' } as const
const MARKS: ReadonlySet<string> = new Set(['bold', 'italic', 'strike', 'code', 'underline', 'link'])
const LINK_ATTRIBUTES: ReadonlySet<string> = new Set(['href', 'target', 'rel', 'class', 'title'])

export function isRichTextKnown(fragment: Y.XmlFragment): boolean {
  const open: { readonly type: Y.XmlFragment; readonly holds: NodeRule['holds']; readonly depth: number }[] = [
    { type: fragment, holds: 'blocks', depth: 1 },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > RICH_DEPTH_LIMIT) return false
    for (const child of next.type.toArray()) {
      if (child instanceof Y.XmlText) {
        if (next.holds !== 'inline' || !isTextKnown(child)) return false
      } else {
        if (!(child instanceof Y.XmlElement)) return false
        const rule = ruleOf(child)
        if (rule === null || FITS[rule.is] !== next.holds) return false
        open.push({ type: child, holds: rule.holds, depth: next.depth + 1 })
      }
    }
  }
  return true
}

/** The rule of a known element whose attributes are known as well. */
function ruleOf(element: Y.XmlElement): NodeRule | null {
  const rule = NODES.get(element.nodeName)
  if (rule === undefined) return null
  const attributes = Object.entries<unknown>(element.getAttributes())
  if (element.nodeName === 'heading' && attributes.length === 0) return null
  return attributes.every(([name, value]) => rule.mayHave?.(name, value) ?? false) ? rule : null
}

function isTextKnown(text: Y.XmlText): boolean {
  if (Object.keys(text.getAttributes()).length > 0) return false
  const parts: readonly { readonly insert: unknown; readonly attributes?: Record<string, unknown> }[] = text.toDelta()
  return parts.every(
    ({ insert, attributes = {} }) =>
      typeof insert === 'string' && Object.entries(attributes).every(([name, value]) => isMarkKnown(name, value)),
  )
}

/** The name of a mark as the binding writes it: marks that may overlap themselves carry a hash. */
export function markName(written: string): string {
  return written.replace(/--[A-Za-z0-9+/=]{8}$/, '')
}

function isMarkKnown(written: string, value: unknown): boolean {
  const name = markName(written)
  if (!MARKS.has(name) || typeof value !== 'object' || value === null) return false
  return Object.entries(value).every(
    ([key, inner]) =>
      name === 'link' &&
      LINK_ATTRIBUTES.has(key) &&
      (inner === null || inner === undefined || typeof inner === 'string'),
  )
}

function mayOrderedListHave(name: string, value: unknown): boolean {
  if (name === 'start') return typeof value === 'number' && Number.isInteger(value)
  return name === 'type' && (value === null || (typeof value === 'string' && value.length <= 20))
}
