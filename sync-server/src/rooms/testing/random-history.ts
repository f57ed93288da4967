// Histories of a shared document as they reach a relay: several writers, deletions, every kind of content, pieces out of
// order, twice, or missing. Made from plain numbers, so that a failing one shrinks.
import { fc } from '@fast-check/vitest'
import * as Y from 'yjs'
import { runsOf } from '../update-check.ts'

export interface History {
  /** In the order they were made. */
  readonly updates: readonly Uint8Array[]
}

interface Step {
  readonly who: number
  readonly what: number
  readonly at: number
  readonly text: string
}

const step = fc.record({
  who: fc.nat(2),
  what: fc.nat(11),
  at: fc.nat(1000),
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
})

export const history: fc.Arbitrary<History> = fc
  .array(step, { minLength: 1, maxLength: 60 })
  .map((steps) => ({ updates: historyOf(steps) }))

/** The same pieces in another order, some twice. */
export const disorderly = history.chain(({ updates }) =>
  fc
    .tuple(fc.shuffledSubarray([...updates], { minLength: updates.length }), fc.subarray([...updates]))
    .map(([shuffled, twice]) => ({ updates: [...shuffled, ...twice] })),
)

/** Some pieces never came. */
export const gappy = history.chain(({ updates }) =>
  fc.subarray([...updates], { minLength: 1 }).map((some): History => ({ updates: some })),
)

function historyOf(steps: readonly Step[]): Uint8Array[] {
  const updates: Uint8Array[] = []
  const docs = [0, 1, 2].map((who) => {
    const doc = new Y.Doc()
    doc.clientID = 1000 + who
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'other') updates.push(update)
    })
    return doc
  })
  for (const step of steps) {
    const doc = docs[step.who]
    if (doc) perform(doc, docs, step)
  }
  return updates.length === 0 ? [Uint8Array.of(0, 0)] : updates
}

function perform(doc: Y.Doc, docs: readonly Y.Doc[], { what, at, text }: Step): void {
  const shared = doc.getText('t')
  const within = (length: number) => (length === 0 ? 0 : at % (length + 1))
  switch (what) {
    case 0:
    case 1:
    case 2:
    case 3:
      shared.insert(what < 2 ? shared.length : within(shared.length), text)
      break
    case 4:
      if (shared.length > 0) shared.delete(at % shared.length, Math.min(3, shared.length - (at % shared.length)))
      break
    case 5:
      doc.getMap('m').set(`k${at % 4}`, at % 2 === 0 ? { nested: [text, at, null, true] } : text)
      break
    case 6:
      doc.getMap('m').delete(`k${at % 4}`)
      break
    case 7: {
      const record = new Y.Map<unknown>()
      doc.getMap('records').set(text, record)
      record.set('title', new Y.Text(text))
      break
    }
    case 8:
      doc.getArray('a').insert(within(doc.getArray('a').length), [text, at, new Uint8Array([at % 256])])
      break
    case 9:
      if (shared.length > 0) shared.format(0, Math.min(shared.length, 4), { bold: at % 2 === 0 ? true : null })
      break
    case 10: {
      const element = new Y.XmlElement('p')
      doc.getXmlFragment('x').insert(0, [element])
      element.insert(0, [new Y.XmlText(text)])
      break
    }
    default:
      for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), 'other')
  }
}

/** Everything that can be seen of a document: contents, vector, deletions, and what still waits for missing pieces. */
export function faceOf(doc: Y.Doc): unknown {
  const { ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc))
  const pending = doc.store.pendingStructs
  return {
    text: doc.getText('t').toDelta(),
    map: doc.getMap('m').toJSON(),
    records: doc.getMap('records').toJSON(),
    array: doc.getArray('a').toJSON(),
    xml: doc.getXmlFragment('x').toJSON(),
    vector: [...Y.decodeStateVector(Y.encodeStateVector(doc))].toSorted(([a], [b]) => a - b),
    deletions: [...ds.clients].map(([client, items]) => [client, items.map(({ clock, len }) => [clock, len])]),
    // Which structs wait; what Yjs notes as missing depends on the order of arrival.
    waits: pending === null ? [] : runsOf(Y.decodeUpdateV2(pending.update).structs),
  }
}

export function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
