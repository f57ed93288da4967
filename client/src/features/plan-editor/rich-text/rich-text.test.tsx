// @vitest-environment jsdom
import {
  addMilestone,
  fragmentOf,
  isRichTextKnown,
  richTextBlocks,
  wordsIn,
  writeParagraphs,
  type PlanDoc,
} from '@milepost/plan'
import type { Editor } from '@tiptap/core'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { READ, showPlanPage } from '../testing/plan-page.tsx'
import { loadEditor } from './editor-chunk.ts'

beforeAll(async () => {
  // What a browser has and this page has not: places of letters on a screen.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  Range.prototype.getBoundingClientRect = () => new DOMRect()
  document.elementFromPoint = () => null
  await loadEditor()
})
afterEach(cleanup)

const VALUE = 'Matching frees 9,000 finance hours'

function showValue(more: (doc: PlanDoc) => void = () => undefined) {
  const parts = showPlanPage({
    fill: (doc) => {
      writeParagraphs(doc, { kind: 'valueProposition' }, [VALUE])
      more(doc)
    },
  })
  return { ...parts, fragment: fragmentOf(parts.doc, { kind: 'valueProposition' })! }
}

const field = () => screen.getByRole('textbox', { name: 'Value proposition' })
const isLive = () => field().getAttribute('contenteditable') === 'true'
const touch = () => act(() => field().focus())

/** What a newer version of the app would write: a node that this one has never heard of. */
function arriveFromNewer(doc: PlanDoc, fragment: Y.XmlFragment): void {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc.ydoc))
  const theirs = (other.getMap('meta').get('valueProposition') as Y.XmlFragment | undefined) ?? null
  expect(theirs).not.toBe(null)
  const callout = new Y.XmlElement('callout')
  callout.insert(0, [new Y.XmlText('from a newer version')])
  theirs!.insert(1, [callout])
  act(() => Y.applyUpdate(doc.ydoc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc.ydoc)), 'sync'))
  expect(fragment.length).toBe(2)
}

test('is still until it is touched, and touching it writes nothing', () => {
  const { doc } = showValue()
  const before = Y.encodeStateVector(doc.ydoc)
  expect(isLive()).toBe(false)
  touch()
  expect(isLive()).toBe(true)
  expect(field().textContent).toBe(VALUE)
  expect(Y.encodeStateVector(doc.ydoc)).toEqual(before)
})

test('an empty one is not filled by being touched', () => {
  const { doc } = showPlanPage()
  const before = Y.encodeStateVector(doc.ydoc)
  touch()
  expect(isLive()).toBe(true)
  expect(Y.encodeStateVector(doc.ydoc)).toEqual(before)
})

test('opens on the press of the pointer too', () => {
  showValue()
  fireEvent.mouseDown(field(), { button: 0, clientX: 5, clientY: 5 })
  expect(isLive()).toBe(true)
})

/** Puts the caret before the n-th letter as a browser does: the page knows it at once, the editor is told later. */
function moveCaretUnheard(letter: number): void {
  const text = field().querySelector('p')!.firstChild!
  expect(text.nodeType).toBe(Node.TEXT_NODE)
  document.getSelection()!.collapse(text, letter)
}

function othersAppend(doc: PlanDoc, text: string): void {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc.ydoc))
  const theirs = other.getMap('meta').get('valueProposition') as Y.XmlFragment
  const words = (theirs.get(0) as Y.XmlElement).get(0) as Y.XmlText
  words.insert(words.length, text)
  act(() => Y.applyUpdate(doc.ydoc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc.ydoc)), 'sync'))
}

test('a caret that was just moved stays there when somebody else writes in the same moment', () => {
  const { doc } = showValue()
  touch()
  const { editor } = field() as HTMLElement & { readonly editor: Editor }
  moveCaretUnheard(0)
  othersAppend(doc, ' a year')
  act(() => void editor.commands.insertContent('So: '))
  expect(field().textContent).toBe(`So: ${VALUE} a year`)
})

test('and when only their caret moves', () => {
  showValue()
  touch()
  const { editor } = field() as HTMLElement & { readonly editor: Editor }
  moveCaretUnheard(0)
  act(() => editor.view.dispatch(editor.state.tr.setMeta('caret of another', true)))
  expect(editor.state.selection.head).toBe(1)
})

test('content of a newer version stays still, whole, and says so', () => {
  const { doc, fragment } = showValue()
  arriveFromNewer(doc, fragment)
  expect(screen.queryByRole('textbox', { name: 'Value proposition' })).toBe(null)
  expect(screen.getByText(/written with a newer version/u)).toBeTruthy()
  expect(fragment.toString()).toContain('from a newer version')
})

test('an open editor is gone in the very transaction that brings it, and nothing of it is lost', () => {
  const { doc, fragment } = showValue()
  touch()
  expect(isLive()).toBe(true)
  arriveFromNewer(doc, fragment)
  expect(
    screen.queryByRole('textbox', { name: 'Value proposition' })?.getAttribute('contenteditable') ?? null,
  ).not.toBe('true')
  expect(fragment.toString()).toContain('from a newer version')
  expect(fragment.toString()).toContain(VALUE)
  expect(screen.getByText(/written with a newer version/u)).toBeTruthy()
})

test('a reader never gets an editor', () => {
  showPlanPage({ access: READ, fill: (doc) => void writeParagraphs(doc, { kind: 'valueProposition' }, [VALUE]) })
  expect(screen.queryByRole('textbox')).toBe(null)
  expect(screen.getByText(VALUE)).toBeTruthy()
})

test('an open editor goes when the right is lowered', () => {
  const { access } = showValue()
  touch()
  act(() => access.set(READ))
  expect(screen.queryByRole('textbox')).toBe(null)
  expect(document.querySelector('[contenteditable]')).toBe(null)
  expect(screen.getByText(VALUE)).toBeTruthy()
})

test('everything the editor can write is known to the guard', () => {
  const { fragment } = showValue()
  touch()
  const { editor } = field() as HTMLElement & { readonly editor: Editor }
  act(() => {
    editor.commands.setContent(
      '<h3>Head</h3><p><strong>b</strong><em>i</em><s>s</s><u>u</u><code>c</code><a href="https://example.com">a</a><br>x</p>' +
        '<ul><li><p>one</p></li></ul><ol start="3"><li><p>two</p></li></ol><blockquote><p>q</p></blockquote>',
    )
  })
  expect(isRichTextKnown(fragment)).toBe(true)
  expect(richTextBlocks(fragment).map(({ kind }) => kind)).toEqual([
    'heading',
    'paragraph',
    'bulletList',
    'orderedList',
    'blockquote',
  ])
})

test.each(['javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x'])(
  'a link to %j is not written',
  (href) => {
    const { fragment } = showValue()
    touch()
    const { editor } = field() as HTMLElement & { readonly editor: Editor }
    act(() => {
      editor.commands.selectAll()
      editor.commands.setLink({ href })
    })
    expect(fragment.toString()).not.toContain('href')
  },
)

test('a bad link that somebody wrote anyway is drawn as words', () => {
  const { view } = showValue((doc) => {
    const fragment = fragmentOf(doc, { kind: 'valueProposition' })!
    const text = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
    text.format(0, 8, { link: { href: 'javascript:alert(1)' } })
  })
  expect(view.container.querySelector('a')).toBe(null)
  expect(screen.getByRole('textbox', { name: 'Value proposition' }).textContent).toContain('Matching')
})

test('its words are counted as they change', () => {
  const { fragment } = showValue()
  expect(wordsIn(fragment)).toBe(5)
  expect(screen.getByText('5 words, 25 to go')).toBeTruthy()
  act(() => ((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Word '))
  expect(screen.getByText('6 words, 24 to go')).toBeTruthy()
})

test('Down out of its last line goes on in the buyer’s priority, Up goes back to the title', () => {
  showValue((doc) => void addMilestone(doc, { title: 'A' }))
  touch()
  const { editor } = field() as HTMLElement & { readonly editor: Editor }
  editor.view.endOfTextblock = () => true
  act(() => void fireEvent.keyDown(field(), { key: 'ArrowDown' }))
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Priority of Halden that it serves')
  act(() => editor.view.focus())
  act(() => void fireEvent.keyDown(field(), { key: 'ArrowUp' }))
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Outcome of the plan')
})

test('Enter leaves the value proposition instead of splitting it', () => {
  const { fragment } = showValue((doc) => void addMilestone(doc, { title: 'A' }))
  touch()
  act(() => void fireEvent.keyDown(field(), { key: 'Enter' }))
  expect(fragment.length).toBe(1)
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Priority of Halden that it serves')
})

test('marks have buttons where there is more than one line, and a button says what the caret stands in', () => {
  const { doc } = showPlanPage({
    fill: (plan) => {
      const id = addMilestone(plan, { title: 'Pilot' })
      if (id !== null && id !== 'not-allowed') writeParagraphs(plan, { kind: 'notes', milestoneId: id }, ['Two plants'])
    },
  })
  touch()
  expect(screen.queryByRole('toolbar', { name: 'Format' })).toBe(null)
  fireEvent.click(screen.getByRole('button', { name: /^Unfold all/ }))
  const notes = screen.getByRole('textbox', { name: 'Notes of milestone 1' })
  act(() => notes.focus())
  const list = screen.getByRole('button', { name: 'Bulleted list' })
  expect(list.getAttribute('aria-pressed')).toBe('false')
  act(() => list.click())
  expect(list.getAttribute('aria-pressed')).toBe('true')
  const milestone = [...(doc.ydoc.getMap('milestones') as Y.Map<Y.Map<unknown>>).values()][0]
  expect(String(milestone?.get('notes'))).toContain('<bulletlist>')
})

test('a mark that was chosen stays chosen when somebody else writes before the first letter', () => {
  const { doc } = showPlanPage({
    fill: (plan) => {
      const id = addMilestone(plan, { title: 'Pilot' })
      if (id !== null && id !== 'not-allowed') writeParagraphs(plan, { kind: 'notes', milestoneId: id }, ['Two plants'])
    },
  })
  fireEvent.click(screen.getByRole('button', { name: /^Unfold all/ }))
  act(() => screen.getByRole('textbox', { name: 'Notes of milestone 1' }).focus())
  const bold = screen.getByRole('button', { name: 'Bold' })
  act(() => bold.click())
  expect(bold.getAttribute('aria-pressed')).toBe('true')

  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc.ydoc))
  const theirs = [...(other.getMap('milestones') as Y.Map<Y.Map<unknown>>).values()][0]?.get('notes') as Y.XmlFragment
  ;((theirs.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Their ')
  act(() => Y.applyUpdate(doc.ydoc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc.ydoc)), 'sync'))
  expect(screen.getByRole('textbox', { name: 'Notes of milestone 1' }).textContent).toBe('Their Two plants')
  expect(bold.getAttribute('aria-pressed')).toBe('true')
})
