import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { RICH_DEPTH_LIMIT } from './limits.ts'
import { addMilestone } from './milestones.ts'
import { openPlanDoc } from './plan-doc.ts'
import { readPlan } from './read-plan.ts'
import { fragmentOf, watchRichText, writeParagraphs } from './rich-text.ts'
import { plainText, richTextBlocks, wordsIn } from './rich-text-blocks.ts'
import { isRichTextKnown } from './rich-text-guard.ts'
import { parseSafeLink } from './safe-link.ts'
import { HOSTILE_VALUES } from './testing/hostile.ts'
import { isDeepFrozen } from './testing/is-deep-frozen.ts'
import { sharedPlan } from './testing/shared-plan.ts'

type Node = Y.XmlElement | Y.XmlText

/** An element with its attributes and children, as the binding would write it. */
function el(name: string, attributes: Record<string, unknown>, ...children: Node[]): Y.XmlElement {
  const element = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value as string)
  if (children.length > 0) element.insert(0, children)
  return element
}

function text(words: string, marks: Record<string, unknown> = {}): Y.XmlText {
  const node = new Y.XmlText()
  node.insert(0, words, marks)
  return node
}

const p = (...children: Node[]) => el('paragraph', {}, ...children)

function fragment(...children: Node[]): Y.XmlFragment {
  const made = new Y.Doc().getXmlFragment('test')
  made.insert(0, children)
  return made
}

function nested(name: string, depth: number): Y.XmlElement {
  let element = p(text('bottom'))
  for (let i = 0; i < depth; i += 1) element = el(name, {}, element)
  return element
}

describe('[RICH-1] the guard', () => {
  test.each([
    ['nothing', []],
    [
      'a paragraph with every mark',
      [
        p(
          text('a', { bold: {} }),
          text('b', { italic: {}, strike: {}, code: {}, underline: {} }),
          text('c', {
            link: { href: 'https://halden.example', target: null, rel: 'noopener', class: null, title: null },
          }),
          el('hardBreak', {}),
        ),
      ],
    ],
    ['a heading of level 3', [el('heading', { level: 3 }, text('Heading'))]],
    [
      'lists and a quote',
      [
        el(
          'bulletList',
          {},
          el('listItem', {}, p(text('one')), el('orderedList', { start: 2, type: null }, el('listItem', {}, p()))),
        ),
        el('blockquote', {}, p(text('quoted'))),
      ],
    ],
    ['a list that a merge has emptied', [el('bulletList', {})]],
    ['the deepest that is allowed', [nested('blockquote', RICH_DEPTH_LIMIT - 2)]],
    ['a mark that may overlap itself', [p(text('x', { 'bold--AbCd1234': {} }))]],
  ])('knows %s', (_, children) => {
    expect(isRichTextKnown(fragment(...children))).toBe(true)
  })

  test.each<[string, () => Node[]]>([
    ['a node', () => [el('callout', {}, p(text('x')))]],
    ['a node inside', () => [el('blockquote', {}, el('table', {}))]],
    ['a heading of level 2', () => [el('heading', { level: 2 }, text('x'))]],
    ['a heading without a level', () => [el('heading', {}, text('x'))]],
    ['an attribute', () => [el('paragraph', { align: 'right' }, text('x'))]],
    ['an attribute of the known one’s shape', () => [el('bulletList', { level: 3 })]],
    ['a mark', () => [p(text('x', { highlight: {} }))]],
    ['a mark’s attribute', () => [p(text('x', { bold: { weight: 900 } }))]],
    ['a link’s attribute', () => [p(text('x', { link: { href: 'https://a.example', onclick: 'x' } }))]],
    ['a link’s value', () => [p(text('x', { link: { href: 7 } }))]],
    ['a mark that is no object', () => [p(text('x', { bold: true }))]],
    [
      'an attribute on text',
      () => {
        const node = text('x')
        node.setAttribute('y', 'z' as never)
        return [p(node)]
      },
    ],
    [
      'an embed',
      () => {
        const node = text('x')
        node.insertEmbed(0, { image: 'evil' })
        return [p(node)]
      },
    ],
    ['text outside of a paragraph', () => [text('loose')]],
    ['a list item outside of a list', () => [el('listItem', {}, p())]],
    ['a paragraph right in a list', () => [el('bulletList', {}, p())]],
    ['a paragraph in a paragraph', () => [p(p())]],
    ['something in a hard break', () => [p(el('hardBreak', {}, text('x')))]],
    ['a hook', () => [new Y.XmlHook('hook') as unknown as Node]],
    ['what is too deep', () => [nested('blockquote', RICH_DEPTH_LIMIT)]],
  ])('does not know %s', (_, children) => {
    expect(isRichTextKnown(fragment(...children()))).toBe(false)
  })

  test('does not know any hostile attribute', () => {
    for (const make of HOSTILE_VALUES) {
      const value = make()
      if (value instanceof Y.AbstractType) continue
      const element = p()
      const known = fragment(element)
      element.setAttribute('level', value as never)
      expect(isRichTextKnown(known)).toBe(false)
    }
  })

  test('survives 5,000 nested quotes', () => {
    const deep = fragment()
    deep.doc?.transact(() => {
      let at: Y.XmlFragment = deep
      for (let i = 0; i < 5_000; i += 1) {
        const next = new Y.XmlElement('blockquote')
        at.insert(0, [next])
        at = next
      }
      at.insert(0, [p(text('bottom'))])
    })
    expect(isRichTextKnown(deep)).toBe(false)
    expect(isDeepFrozen(richTextBlocks(deep))).toBe(true)
    expect(wordsIn(deep)).toBe(0)
  }, 60_000)
})

describe('[RICH-2] the static tree', () => {
  test('holds what is known', () => {
    const made = fragment(
      p(text('a ', { bold: {}, 'italic--AbCd1234': {} }), el('hardBreak', {}), text('b')),
      el('heading', { level: 3 }, text('H')),
      el(
        'orderedList',
        { start: 3 },
        el('listItem', {}, p(text('one')), el('bulletList', {}, el('listItem', {}, p(text('in'))))),
      ),
      el('blockquote', {}, p(text('q'))),
    )
    const words = (content: string) => ({ kind: 'text', text: content, marks: [], href: null })
    expect(richTextBlocks(made)).toEqual([
      {
        kind: 'paragraph',
        content: [{ ...words('a '), marks: ['bold', 'italic'] }, { kind: 'hardBreak' }, words('b')],
      },
      { kind: 'heading', content: [words('H')] },
      {
        kind: 'orderedList',
        start: 3,
        items: [
          [
            { kind: 'paragraph', content: [words('one')] },
            { kind: 'bulletList', items: [[{ kind: 'paragraph', content: [words('in')] }]] },
          ],
        ],
      },
      { kind: 'blockquote', blocks: [{ kind: 'paragraph', content: [words('q')] }] },
    ])
    expect(isDeepFrozen(richTextBlocks(made))).toBe(true)
    expect(plainText(made)).toBe('a \nb\nH\none\nin\nq')
  })

  test('keeps the words of what is unknown and leaves out its form', () => {
    const made = fragment(
      el('callout', { tone: 'loud' }, p(text('kept', { highlight: { colour: 'red' } })), text('loose')),
      el('table', {}, el('row', {}, el('cell', {}, p(text('cell'))))),
      p(el('mention', { id: 'x' }, text('@Dana'))),
    )
    expect(plainText(made)).toBe('kept\nloose\ncell\n@Dana')
  })
})

test.each([
  ['https://halden.example/a b', 'https://halden.example/a%20b'],
  ['http://halden.example', 'http://halden.example/'],
  ['mailto:dana@quillmark.example', 'mailto:dana@quillmark.example'],
  ['  https://halden.example  ', 'https://halden.example/'],
  ['javascript:alert(1)', null],
  ['java\tscript:alert(1)', null],
  ['JAVASCRIPT:alert(1)', null],
  ['\u0001javascript:alert(1)', null],
  ['data:text/html,<script>', null],
  ['vbscript:x', null],
  ['blob:https://a.example/1', null],
  ['//evil.example', null],
  ['/relative', null],
  ['', null],
  [`https://a.example/${'x'.repeat(3_000)}`, null],
  [7, null],
  [null, null],
])('[RICH-3] the link %j is drawn as %j', (written, drawn) => {
  expect(parseSafeLink(written)).toBe(drawn)
  const [block] = richTextBlocks(fragment(p(text('x', { link: { href: written } }))))
  expect(block).toMatchObject({ content: [{ text: 'x', href: drawn }] })
})

test.each([
  ['', 0],
  ['one', 1],
  ['Halden’s six plants pay 61,000 supplier invoices a year by hand.', 11],
  ['€1.1m last-year – ends (duplicate) payments', 5],
  ['  spaces   and\nlines ', 3],
  ['日本語 テキスト', 2],
])('[RICH-4] words in %j', (words, count) => {
  expect(wordsIn(fragment(p(text(words))))).toBe(count)
})

test('[RICH-4] words of two paragraphs, and of one that marks divide', () => {
  expect(wordsIn(fragment(p(text('one')), p(text('two'))))).toBe(2)
  const divided = new Y.XmlText()
  const made = fragment(p(divided))
  divided.insert(0, 'frees')
  divided.format(0, 2, { bold: {} })
  expect(wordsIn(made)).toBe(1)
})

test('fragments are found, told of their changes, and read as present once they say something', () => {
  const { ann, bob, sync } = sharedPlan('legal:')
  const id = addMilestone(ann, { title: 'pilot' })!
  sync()
  const ref = { kind: 'notes', milestoneId: id } as const
  let told = 0
  const stop = watchRichText(bob, ref, () => {
    told += 1
  })
  expect(readPlan(bob).milestones[1]?.notes).toBe(false)
  expect(writeParagraphs(ann, ref, ['First.', 'Second.'])).toBe('changed')
  expect(writeParagraphs(ann, ref, ['Again.'])).toBe('unchanged')
  expect(readPlan(ann).milestones[1]?.notes).toBe(true)
  sync()
  expect(told).toBe(1)
  expect(readPlan(bob).milestones[1]?.notes).toBe(true)
  expect(plainText(fragmentOf(bob, ref)!)).toBe('First.\nSecond.')
  expect(isRichTextKnown(fragmentOf(bob, ref)!)).toBe(true)
  stop()
  fragmentOf(ann, ref)!.insert(0, [p(text('Zeroth.'))])
  sync()
  expect(told).toBe(1)
  expect(fragmentOf(ann, { kind: 'notes', milestoneId: 'gone' })).toBe(null)
  expect(writeParagraphs(ann, { kind: 'notes', milestoneId: 'gone' }, ['x'])).toBe('no-such-record')
})

test('a fragment that arrives later is told', () => {
  const { ann } = sharedPlan('legal:')
  writeParagraphs(ann, { kind: 'valueProposition' }, ['Thirty to forty words.'])
  const late = openPlanDoc(new Y.Doc())
  const told: string[] = []
  watchRichText(late, { kind: 'valueProposition' }, () =>
    told.push(plainText(fragmentOf(late, { kind: 'valueProposition' })!)),
  )
  Y.applyUpdate(late.ydoc, Y.encodeStateAsUpdate(ann.ydoc), 'sync')
  expect(told).toEqual(['Thirty to forty words.'])
  expect(readPlan(late).valueProposition).toBe(true)
})
