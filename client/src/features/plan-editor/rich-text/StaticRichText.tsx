/**
 * Rich text as plain elements of the page: what a reader sees, and what a writer sees until the text is touched. It is
 * drawn from the plan's safe tree with a fixed table of tags; links were checked when that tree was made.
 */
import type { RichBlock, RichInline, RichMark } from '@milepost/plan'
import { Fragment, type ReactNode } from 'react'

export function StaticRichText({ blocks }: { readonly blocks: readonly RichBlock[] }): ReactNode {
  return blocks.map((block, index) => <Block key={index} block={block} />)
}

function Block({ block }: { readonly block: RichBlock }): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inline content={block.content} />
        </p>
      )
    case 'heading':
      return (
        <h4>
          <Inline content={block.content} />
        </h4>
      )
    case 'bulletList':
      return (
        <ul>
          <Items items={block.items} />
        </ul>
      )
    case 'orderedList':
      return (
        <ol start={block.start}>
          <Items items={block.items} />
        </ol>
      )
    case 'blockquote':
      return (
        <blockquote>
          <StaticRichText blocks={block.blocks} />
        </blockquote>
      )
  }
}

function Items({ items }: { readonly items: readonly (readonly RichBlock[])[] }): ReactNode {
  return items.map((item, index) => (
    <li key={index}>
      <StaticRichText blocks={item} />
    </li>
  ))
}

function Inline({ content }: { readonly content: readonly RichInline[] }): ReactNode {
  return content.map((part, index) =>
    part.kind === 'hardBreak' ? <br key={index} /> : <Fragment key={index}>{wordsOf(part)}</Fragment>,
  )
}

type RichText = Extract<RichInline, { readonly kind: 'text' }>

function wordsOf({ text, marks, href }: RichText): ReactNode {
  const marked = marks.reduce<ReactNode>((inner, mark) => withMark(mark, inner), text)
  if (href === null) return marked
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" tabIndex={-1}>
      {marked}
    </a>
  )
}

function withMark(mark: RichMark, inner: ReactNode): ReactNode {
  switch (mark) {
    case 'bold':
      return <strong>{inner}</strong>
    case 'italic':
      return <em>{inner}</em>
    case 'strike':
      return <s>{inner}</s>
    case 'code':
      return <code>{inner}</code>
    case 'underline':
      return <u>{inner}</u>
  }
}
