/**
 * Three to five people do anything, in any order, part and meet, reload, and undo.
 * Whenever everybody has met, all hold the same plan, it reads the same from scratch,
 * and no record that anybody ever made is gone. fast-check prints the seed and the
 * shortest failing story; a failing one becomes a named test at the end of this file.
 */
import { forecast } from '@milepost/schedule'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { MILESTONE } from '../src/milestones.ts'
import type { PlanDoc } from '../src/plan-doc.ts'
import { planToSchedule } from '../src/plan-to-schedule.ts'
import { byRank } from '../src/rank.ts'
import { readPlan } from '../src/read-plan.ts'
import { Company, everythingIn, KINDS, recordsIn, type Act } from '../src/testing/company.ts'
import { isDeepFrozen } from '../src/testing/is-deep-frozen.ts'
import { edit, EDIT_NAMES, TODAY, type EditName, type Editor } from '../src/testing/random-edits.ts'
import { seededRandom } from '../src/testing/seeded-random.ts'
import { meet, readAfresh, sharedPlan } from '../src/testing/shared-plan.ts'
import { goldenUpdate } from './golden/golden-update.ts'

const who = fc.nat(4)
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      act: fc.constant('edit' as const),
      who,
      name: fc.constantFrom(...EDIT_NAMES, 'undo' as const, 'undo' as const, 'redo' as const, 'type' as const),
      a: fc.nat(1_000),
      b: fc.nat(1_000),
      c: fc.nat(1_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('meet' as const), who, other: who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('hear' as const), who, other: who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('reload' as const), who }) },
)

const story = fc.record({
  people: fc.integer({ min: 3, max: 5 }),
  document: fc.constantFrom('new', 'golden', 'newer'),
  seed: fc.nat(),
  acts: fc.array(act, { minLength: 5, maxLength: 60 }),
})

/** Everybody meets, and then: one plan, the same from scratch, and nothing lost. */
function check({ editors, seen }: Company): void {
  const docs = editors.map(({ doc }) => doc)
  meet(docs)
  const [first, ...others] = docs as [PlanDoc, ...PlanDoc[]]
  for (const other of others) expect(everythingIn(other)).toEqual(everythingIn(first))
  for (const doc of docs) expect(readPlan(doc)).toEqual(readAfresh(doc))
  expect(isDeepFrozen(readPlan(first))).toBe(true)
  const records = new Set(recordsIn(first))
  expect([...seen].filter((key) => !records.has(key))).toEqual([])
  const { milestones } = readPlan(first)
  expect(milestones.toSorted(byRank)).toEqual(milestones)
  const ids = milestones.flatMap(({ id, steps }) => [id, ...steps.map((step) => step.id)])
  expect(new Set(ids).size).toBe(ids.length)
  forecast(planToSchedule(readPlan(first), TODAY))
}

/** A document of a later version: a higher schema, keys and a root that nobody here knows. */
function newerUpdate(): Uint8Array {
  const { ann, milestone } = sharedPlan('a: A B | b')
  ann.ydoc.getMap('meta').set('schema', 2)
  ann.ydoc.getMap('meta').set('mood', 'good')
  ann.ydoc.getMap('later').set('record', new Y.Map([['field', { of: 'tomorrow' }]]))
  MILESTONE.recordIn(ann.ydoc, milestone('a'))!.set('colour', 'blue')
  MILESTONE.recordIn(ann.ydoc, milestone('b'))!.set('due2', new Y.Map([['day', 1]]))
  return Y.encodeStateAsUpdate(ann.ydoc)
}

const documents = {
  new: () => Y.encodeStateAsUpdate(sharedPlan('a: A B C | b: D | c').ann.ydoc),
  golden: goldenUpdate,
  newer: newerUpdate,
}

test('[MERGE-11] whatever people do, once they have met they hold the same plan and have lost nothing', () => {
  fc.assert(
    fc.property(story, ({ people, document, seed, acts }) => {
      const company = new Company(documents[document as keyof typeof documents](), people, seed)
      const before = company.editors[0]!.doc
      const unknown = JSON.stringify([
        before.ydoc.getMap('later').toJSON(),
        before.ydoc.getMap('meta').get('mood'),
        MILESTONE.rowsIn(before.ydoc).map(({ id }) => MILESTONE.recordIn(before.ydoc, id)?.get('colour') ?? null),
      ])
      const known = MILESTONE.rowsIn(before.ydoc).map(({ id }) => id)
      for (const step of acts) company.do(step)
      check(company)
      const { ydoc } = company.editors.at(-1)!.doc
      const after = JSON.stringify([
        ydoc.getMap('later').toJSON(),
        ydoc.getMap('meta').get('mood'),
        known.map((id) => MILESTONE.recordIn(ydoc, id)?.get('colour') ?? null),
      ])
      expect(after).toBe(unknown)
      for (const { undo } of company.editors) while (undo.undo());
      check(company)
      for (const { undo } of company.editors) while (undo.redo());
      check(company)
    }),
    { numRuns: 100 },
  )
}, 240_000)

test('[UNDO-1] [UNDO-2] taking everything back leaves all that the others did', () => {
  const edits = fc.array(
    fc.record({
      who: fc.nat(1),
      name: fc.constantFrom(...EDIT_NAMES),
      a: fc.nat(1_000),
      b: fc.nat(1_000),
      c: fc.nat(1_000),
    }),
    { minLength: 4, maxLength: 40 },
  )
  fc.assert(
    fc.property(edits, fc.nat(), (edits, seed) => {
      const company = new Company(documents.new(), 2, seed)
      const [ann, bob] = company.editors as [Editor, Editor]
      for (const { who, name, ...dice } of edits) edit([ann, bob][who]!, name, dice)
      meet([ann.doc, bob.doc])
      const shown = shownOf(ann.doc, bob.doc.ydoc.clientID)
      while (ann.undo.undo());
      expect(shownOf(ann.doc, bob.doc.ydoc.clientID)).toEqual(shown)
    }),
    { numRuns: 150 },
  )
}, 240_000)

/** Every choice that is shown as this client set it, and every character that it typed and is still there. */
function shownOf({ ydoc }: PlanDoc, client: number): unknown {
  const choices = KINDS.flatMap((kind) =>
    [...kind.rootOf(ydoc)].flatMap(([id, record]) => {
      if (!(record instanceof Y.Map)) return []
      const own = [...record._map].filter(([, item]) => item.id.client === client && !item.deleted)
      return own.map(([field, item]) => [`${kind.name}/${id}/${field}`, item.content.getContent().length])
    }),
  )
  let typed = ''
  for (const struct of ydoc.store.clients.get(client) ?? []) {
    if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentString)
      typed += struct.content.str
  }
  return { choices, typed }
}

test('every kind of edit does something in the stories above', () => {
  const company = new Company(documents.new(), 3, 1)
  const done = new Set<EditName>()
  const random = seededRandom(20_261_122)
  const dice = () => (random(1)[0]! << 8) + random(1)[0]!
  let updates = 0
  for (const { doc } of company.editors) doc.ydoc.on('update', () => void (updates += 1))
  for (let i = 0; i < 3_000; i += 1) {
    // The same person's next act: by chance alone hardly anybody takes an undo back at once.
    const name = i % 60 === 56 ? 'undo' : i % 60 === 59 ? 'redo' : EDIT_NAMES[dice() % EDIT_NAMES.length]!
    const editor = company.editors[i % 3]!
    const before = updates
    edit(editor, name, { a: dice(), b: dice(), c: dice() })
    if (updates > before) done.add(name)
    if (i % 100 === 99) check(company)
  }
  expect(EDIT_NAMES.filter((name) => !done.has(name))).toEqual(['pause'])
}, 240_000)
