/**
 * A plan that several people share, drawn as one line: `legal: A B C | pilot: X` is
 * two milestones with their steps. What each of them does stays apart until `sync`.
 * Ann is on the buyer's side, Bob on the seller's, then alternating.
 */
import * as Y from 'yjs'
import { newId, type MilestoneId, type StepId } from '../ids.ts'
import type { Writer } from '../live-doc.ts'
import { addMilestone } from '../milestones.ts'
import { createPlan, openPlanDoc, type PlanDoc } from '../plan-doc.ts'
import { readPlan } from '../read-plan.ts'
import { addStep } from '../steps.ts'
import { seededRandom } from './seeded-random.ts'

/** Not a time that ever was: clock times are shown, never compared. */
export const NOON = Date.UTC(2026, 5, 17, 12)

export interface SharedPlan {
  readonly peers: readonly PlanDoc[]
  readonly ann: PlanDoc
  readonly bob: PlanDoc
  readonly cat: PlanDoc
  /** Everybody meets: afterwards all documents hold the same. */
  readonly sync: () => void
  /** The id of the step or milestone with this title when the plan was drawn. */
  readonly step: (title: string) => StepId
  readonly milestone: (title: string) => MilestoneId
}

export interface SharedPlanOptions {
  readonly seed?: number
  readonly people?: number
  /** Yjs client numbers, in the order of people: which of two choices a merge keeps depends on them. */
  readonly clientIds?: readonly number[]
}

export function sharedPlan(picture = 'legal: A B C | pilot: X', options: SharedPlanOptions = {}): SharedPlan {
  const { seed = 1, people = 3, clientIds = [] } = options
  const random = seededRandom(seed)
  const peers = Array.from({ length: people }, (_, index) => {
    const ydoc = new Y.Doc()
    ydoc.clientID = clientIds[index] ?? 1_000 + index
    return openPlanDoc(ydoc, { writer: writer(index), now: () => NOON, random })
  })
  const [ann = missing(), bob = missing(), cat = bob] = peers
  const ids = new Map<string, string>()
  // Drawn by nobody who edits later, so that nobody's undo reaches it and no client number is favoured.
  const author = new Y.Doc()
  author.clientID = 1
  const drawn = createPlan(
    author,
    { planId: newId(random), buyer: 'Halden', seller: 'Quillmark' },
    { random, now: () => NOON },
  )
  for (const part of picture.split('|').filter((text) => text.trim() !== '')) {
    const [title = '', steps = ''] = part.split(':').map((text) => text.trim())
    const milestoneId = addMilestone(drawn, { title }) ?? missing()
    ids.set(title, milestoneId)
    for (const step of steps.split(/\s+/).filter(Boolean)) {
      ids.set(step, addStep(drawn, milestoneId, { title: step }) ?? missing())
    }
  }
  const first = Y.encodeStateAsUpdate(author)
  for (const { ydoc } of peers) Y.applyUpdate(ydoc, first, 'sync')
  return {
    peers,
    ann,
    bob,
    cat,
    sync: () => meet(peers),
    step: (title) => (ids.get(title) ?? missing(title)) as StepId,
    milestone: (title) => (ids.get(title) ?? missing(title)) as MilestoneId,
  }
}

/** What everybody sees, as the picture that made it. */
export function draw(doc: PlanDoc): string {
  return readPlan(doc)
    .milestones.map(({ title, steps }) => [`${title}:`, ...steps.map((step) => step.title)].join(' '))
    .map((line) => line.replace(/:$/, ''))
    .join(' | ')
}

/** Each gives the others what they lack, in both directions. */
export function meet(peers: readonly PlanDoc[]): void {
  for (const from of peers) {
    for (const to of peers) {
      if (from === to) continue
      const missing = Y.encodeStateAsUpdate(from.ydoc, Y.encodeStateVector(to.ydoc))
      Y.applyUpdate(to.ydoc, missing, 'sync')
    }
  }
}

export function writer(index: number): Writer {
  const name = ['Ann', 'Bob', 'Cat', 'Dan', 'Eve'][index] ?? `Person ${index}`
  return { side: index % 2 === 0 ? 'buyer' : 'seller', name, personId: null, grantId: `grant-${name}` }
}

/** The same plan read by somebody who never saw it before: no cache, no history. */
export function readAfresh(doc: PlanDoc) {
  const ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(doc.ydoc))
  return readPlan(openPlanDoc(ydoc))
}

function missing(what = 'something'): never {
  throw new Error(`The picture has no ${what}`)
}
