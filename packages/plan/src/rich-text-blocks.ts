/**
 * Rich text as a plain, frozen tree that is safe to draw: only known kinds, links
 * checked again (the document keeps whatever was written), nothing deeper than the
 * limit. What this version does not know keeps its words and loses its form, so that
 * nobody's text disappears from the screen.
 */
import * as Y from 'yjs'
import { RICH_DEPTH_LIMIT } from './limits.ts'
import { markName } from './rich-text-guard.ts'
import { parseSafeLink } from './safe-link.ts'

export type RichMark = 'bold' | 'italic' | 'strike' | 'code' | 'underline'

export type RichInline =
  | { readonly kind: 'text'; readonly text: string; readonly marks: readonly RichMark[]; readonly href: string | null }
  | { readonly kind: 'hardBreak' }

export type RichBlock =
  | { readonly kind: 'paragraph' | 'heading'; readonly content: readonly RichInline[] }
  | { readonly kind: 'bulletList'; readonly items: readonly (readonly RichBlock[])[] }
  | { readonly kind: 'orderedList'; readonly start: number; readonly items: readonly (readonly RichBlock[])[] }
  | { readonly kind: 'blockquote'; readonly blocks: readonly RichBlock[] }

const MARKS: ReadonlySet<string> = new Set<RichMark>(['bold', 'italic', 'strike', 'code', 'underline'])

export function richTextBlocks(fragment: Y.XmlFragment): readonly RichBlock[] {
  return blocksOf(fragment, 1)
}

/** How many words the fragment says; the value proposition is best at 30 to 40. */
export function wordsIn(fragment: Y.XmlFragment): number {
  return plainText(fragment).match(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu)?.length ?? 0
}

/** The words alone, a line for each block. */
export function plainText(fragment: Y.XmlFragment): string {
  return richTextBlocks(fragment).map(textOfBlock).join('\n')
}

function textOfBlock(block: RichBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.content.map((part) => (part.kind === 'text' ? part.text : '\n')).join('')
    case 'bulletList':
    case 'orderedList':
      return block.items.map((item) => item.map(textOfBlock).join('\n')).join('\n')
    case 'blockquote':
      return block.blocks.map(textOfBlock).join('\n')
  }
}

function blocksOf(parent: Y.XmlFragment, depth: number): readonly RichBlock[] {
  if (depth > RICH_DEPTH_LIMIT) return Object.freeze([])
  const blocks: RichBlock[] = []
  let loose: RichInline[] = []
  const closeLoose = () => {
    if (loose.length > 0) blocks.push(paragraph(loose))
    loose = []
  }
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) {
      loose.push(...textParts(child))
    } else if (child instanceof Y.XmlElement) {
      closeLoose()
      blocks.push(...blockOf(child, depth))
    }
  }
  closeLoose()
  return Object.freeze(blocks)
}

function blockOf(element: Y.XmlElement, depth: number): readonly RichBlock[] {
  switch (element.nodeName) {
    case 'paragraph':
      return [paragraph(inlineOf(element))]
    case 'heading':
      return [Object.freeze({ kind: 'heading', content: Object.freeze(inlineOf(element)) })]
    case 'bulletList':
      return [Object.freeze({ kind: 'bulletList', items: itemsOf(element, depth) })]
    case 'orderedList':
      return [Object.freeze({ kind: 'orderedList', start: startOf(element), items: itemsOf(element, depth) })]
    case 'blockquote':
      return [Object.freeze({ kind: 'blockquote', blocks: blocksOf(element, depth + 1) })]
    default:
      return blocksOf(element, depth + 1)
  }
}

function paragraph(content: RichInline[]): RichBlock {
  return Object.freeze({ kind: 'paragraph', content: Object.freeze(content) })
}

function itemsOf(list: Y.XmlElement, depth: number): readonly (readonly RichBlock[])[] {
  const items = list.toArray().filter((item) => item instanceof Y.XmlElement)
  return Object.freeze(items.map((item) => blocksOf(item, depth + 1)))
}

function startOf(list: Y.XmlElement): number {
  const start: unknown = list.getAttributes()['start']
  return typeof start === 'number' && Number.isInteger(start) && Math.abs(start) < 100_000 ? start : 1
}

/** Inline content; a block that someone nested in it gives its direct words. */
function inlineOf(element: Y.XmlElement): RichInline[] {
  return element.toArray().flatMap((child): readonly RichInline[] => {
    if (child instanceof Y.XmlText) return textParts(child)
    if (!(child instanceof Y.XmlElement)) return []
    if (child.nodeName === 'hardBreak') return [Object.freeze({ kind: 'hardBreak' })]
    return child.toArray().flatMap((inner) => (inner instanceof Y.XmlText ? textParts(inner) : []))
  })
}

function textParts(text: Y.XmlText): RichInline[] {
  const parts: readonly { readonly insert: unknown; readonly attributes?: Record<string, unknown> }[] = text.toDelta()
  return parts.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string' || insert === '') return []
    const names = Object.entries(attributes).filter(([, value]) => value !== null)
    const marks = names.map(([name]) => markName(name)).filter((name): name is RichMark => MARKS.has(name))
    const link = names.find(([name]) => markName(name) === 'link')?.[1]
    return [
      Object.freeze({ kind: 'text', text: insert, marks: Object.freeze([...new Set(marks)]), href: hrefOf(link) }),
    ]
  })
}

function hrefOf(link: unknown): string | null {
  return typeof link === 'object' && link !== null && 'href' in link ? parseSafeLink(link.href) : null
}
