/**
 * A company of three to five people who share one plan: they edit, part, meet and
 * reload as a story tells them. What must hold once they have met is asked by the
 * tests; here is only what happens.
 */
import * as Y from 'yjs'
import { CRITERION } from '../criteria.ts'
import type { RandomBytes } from '../ids.ts'
import { DECISION } from '../decisions.ts'
import { EXPECTATION } from '../expectations.ts'
import { KEY_DATE } from '../key-dates.ts'
import { PLAN_ROOTS } from '../keys.ts'
import { MILESTONE } from '../milestones.ts'
import { MOVE } from '../moves.ts'
import { OBJECTIVE } from '../objectives.ts'
import { OFFER } from '../offers.ts'
import { OPTION } from '../options.ts'
import { PERSON } from '../people.ts'
import { openPlanDoc, type PlanDoc } from '../plan-doc.ts'
import { readPlan } from '../read-plan.ts'
import { fragmentOf } from '../rich-text.ts'
import { plainText } from '../rich-text-blocks.ts'
import { ROLE } from '../roles.ts'
import { STEP } from '../steps.ts'
import { planUndo } from '../undo.ts'
import { BINDING, edit, type Dice, type EditName, type Editor } from './random-edits.ts'
import { seededRandom } from './seeded-random.ts'
import { meet, NOON, writer } from './shared-plan.ts'

/** One line of a story. `hear` is a meeting in which only one of the two listens. */
export type Act =
  | ({ readonly act: 'edit'; readonly who: number; readonly name: EditName } & Dice)
  | { readonly act: 'meet'; readonly who: number; readonly other: number }
  | { readonly act: 'hear'; readonly who: number; readonly other: number }
  | { readonly act: 'reload'; readonly who: number }

export const KINDS = [
  MILESTONE,
  STEP,
  ROLE,
  PERSON,
  KEY_DATE,
  OBJECTIVE,
  CRITERION,
  DECISION,
  EXPECTATION,
  OPTION,
  MOVE,
  OFFER,
] as const

export class Company {
  readonly editors: Editor[]
  readonly random: RandomBytes
  /** Every record that anybody has ever held. */
  readonly seen = new Set<string>()
  #nextClient = 500

  constructor(first: Uint8Array, people: number, seed: number) {
    this.random = seededRandom(seed)
    this.editors = Array.from({ length: people }, (_, index) => this.join(index, first))
  }

  join(index: number, state: Uint8Array): Editor {
    const ydoc = new Y.Doc()
    // Client numbers in no order of time: which choice a merge keeps must not follow from it.
    ydoc.clientID = (this.random(2)[0]! << 16) + this.#nextClient
    this.#nextClient += 1
    const doc = openPlanDoc(ydoc, { writer: writer(index), now: () => NOON, random: this.random })
    Y.applyUpdate(ydoc, state, 'storage')
    return { doc, undo: planUndo(doc, { richTextOrigin: BINDING }) }
  }

  do(step: Act): void {
    const index = step.who % this.editors.length
    const editor = this.editors[index]!
    const other = this.editors[('other' in step ? step.other : 0) % this.editors.length]!
    if (step.act === 'edit') edit(editor, step.name, step)
    else if (step.act === 'meet') meet([editor.doc, other.doc])
    else if (step.act === 'reload') this.editors[index] = this.join(index, Y.encodeStateAsUpdate(editor.doc.ydoc))
    else {
      const update = Y.encodeStateAsUpdate(other.doc.ydoc, Y.encodeStateVector(editor.doc.ydoc))
      Y.applyUpdate(editor.doc.ydoc, update, 'sync')
    }
    for (const { doc } of this.editors) for (const key of recordsIn(doc)) this.seen.add(key)
  }
}

export function recordsIn({ ydoc }: PlanDoc): readonly string[] {
  return KINDS.flatMap((kind) => [...kind.rootOf(ydoc).keys()].map((id) => `${kind.name}/${id}`))
}

/** The plan, the words of its rich text, and all that this version does not read. */
export function everythingIn(doc: PlanDoc): unknown {
  const plan = readPlan(doc)
  const notes = [...plan.milestones, ...plan.archivedMilestones].map(({ id }) => {
    const fragment = fragmentOf(doc, { kind: 'notes', milestoneId: id })
    return fragment && plainText(fragment)
  })
  const roots = [...PLAN_ROOTS, 'later'].map((root) => doc.ydoc.getMap(root).toJSON())
  return { plan, notes, roots }
}
