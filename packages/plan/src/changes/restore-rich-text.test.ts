import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { isSameRichText, restoreRichText } from './restore-rich-text.ts'

/** One step of an editor: what it does is chosen by numbers, wherever in the tree they lead. */
type Act = readonly [number, number, number, string]
const act = fc.tuple(fc.nat(5), fc.nat(1_000), fc.nat(1_000), fc.stringMatching(/^[a-z ]{1,6}$/u))
const acts = fc.array(act, { maxLength: 14 })

function textsIn(parent: Y.XmlFragment): readonly Y.XmlText[] {
  return parent
    .toArray()
    .flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : []))
}

function block(name: string, ...inside: readonly (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const element = new Y.XmlElement(name)
  element.insert(0, [...inside])
  return element
}

function run(fragment: Y.XmlFragment, [kind, a, b, words]: Act): void {
  const texts = textsIn(fragment)
  const text = texts[a % Math.max(1, texts.length)]
  if (kind === 0) fragment.insert(a % (fragment.length + 1), [block('paragraph', new Y.XmlText(words))])
  else if (kind === 1)
    fragment.insert(a % (fragment.length + 1), [
      block('bulletList', block('listItem', block('paragraph', new Y.XmlText(words)))),
    ])
  else if (kind === 2 && fragment.length > 0) fragment.delete(a % fragment.length, 1)
  else if (text === undefined) return
  else if (kind === 3) text.insert(b % (text.length + 1), words, b % 3 === 0 ? { bold: true } : {})
  else if (kind === 4 && text.length > 0) text.delete(b % text.length, 1)
  else if (kind === 5 && text.length > 0)
    text.format(b % text.length, 1, { [b % 2 === 0 ? 'bold' : 'italic']: a % 2 === 0 ? true : null })
}

function fragmentOf(updates: readonly Uint8Array[] = []): Y.XmlFragment {
  const ydoc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(ydoc, update)
  return ydoc.getXmlFragment('text')
}

const stateOf = ({ doc }: Y.XmlFragment) => Y.encodeStateAsUpdate(doc!)

test('[BACK-4] whatever was written since, the text is again what the other copy says, form and all', () => {
  fc.assert(
    fc.property(acts, acts, (before, since) => {
      const text = fragmentOf()
      for (const each of before) run(text, each)
      const base = fragmentOf([stateOf(text)])
      const said = base.toString()
      for (const each of since) run(text, each)
      text.doc!.transact(() => restoreRichText(text, base))
      expect(text.toString()).toBe(said)
      expect(isSameRichText(text, base)).toBe(true)
      expect(base.toString()).toBe(said)
    }),
    { numRuns: 1_000 },
  )
})

test('[BACK-4] what somebody else types into a paragraph of both meanwhile stays in it, and all copies say the same', () => {
  fc.assert(
    fc.property(acts, acts, fc.nat(1_000), (before, since, at) => {
      const text = fragmentOf()
      run(text, [0, 0, 0, 'first'])
      for (const each of before) run(text, each)
      const base = fragmentOf([stateOf(text)])
      const theirs = fragmentOf([stateOf(text)])
      const [into] = textsIn(theirs)
      if (into === undefined) return
      into.insert(at % (into.length + 1), 'ZZ', {})
      for (const each of since) if (each[0] >= 3) run(text, each)
      text.doc!.transact(() => restoreRichText(text, base))
      Y.applyUpdate(text.doc!, stateOf(theirs))
      Y.applyUpdate(theirs.doc!, stateOf(text))
      expect(text.toString()).toContain('ZZ')
      expect(theirs.toString()).toBe(text.toString())
    }),
    { numRuns: 500 },
  )
})

test('an attribute goes back, and one that came goes', () => {
  const text = fragmentOf()
  const list = block('orderedList', block('listItem', block('paragraph', new Y.XmlText('one'))))
  list.setAttribute('start', '3')
  text.insert(0, [list])
  const base = fragmentOf([stateOf(text)])
  list.setAttribute('start', '7')
  list.setAttribute('type', 'a')
  restoreRichText(text, base)
  expect(text.toString()).toBe(base.toString())
})
