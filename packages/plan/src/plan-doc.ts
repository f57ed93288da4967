/**
 * The live plan: a Y.Doc that was opened as one. Nothing outside this package sees
 * a Y type of the plan, except the fragment that the rich text editor binds to.
 *
 * A plan gets its first content once, from its creator: "if it is empty, fill it" is
 * how two devices come to hold everything twice. An empty document is a plan that
 * has not arrived yet and reads as one without a `planId`.
 */
import type * as Y from 'yjs'
import { parseId } from './ids.ts'
import { PLAN_ROOTS, SCHEMA } from './keys.ts'
import {
  aside,
  change,
  openLive,
  ORIGINS,
  stateOf,
  type LiveDocOptions,
  type NotAllowed,
  type Origin,
} from './live-doc.ts'
import { META_RECORD, type Meta } from './meta.ts'
import type { Author, Instant } from './value.ts'
import { claimOnFirstChange } from './writers.ts'

export interface PlanDoc {
  readonly kind: 'plan'
  readonly ydoc: Y.Doc
}

export type PlanDocOptions = LiveDocOptions

const docs = new WeakMap<Y.Doc, PlanDoc>()

/** The same PlanDoc for the same Y.Doc; options of a later call replace those they name. */
export function openPlanDoc(ydoc: Y.Doc, options: PlanDocOptions = {}): PlanDoc {
  const { state, isNew } = openLive(ydoc, PLAN_ROOTS, options)
  if (isNew) claimOnFirstChange(state)
  const doc = docs.get(ydoc) ?? Object.freeze({ kind: 'plan', ydoc })
  docs.set(ydoc, doc)
  return doc
}

/** What a plan starts with. */
export interface PlanSeed extends Partial<
  Pick<
    Meta,
    'title' | 'planName' | 'timeZone' | 'start' | 'buyerPriority' | 'costOfSlip' | 'checkIn' | 'template' | 'workdays'
  >
> {
  readonly planId: string
  readonly buyer: string
  readonly seller: string
}

/** Fills a new document, once. Throws on a document that holds a plan already, and on an odd id. */
export function createPlan(ydoc: Y.Doc, seed: PlanSeed, options: PlanDocOptions = {}): PlanDoc {
  const doc = openPlanDoc(ydoc, options)
  if (parseId(seed.planId) === null) throw new Error('A plan id is 1 to 40 characters of A-Z a-z 0-9 _ -')
  if (META_RECORD.readIn(ydoc).planId !== null) throw new Error('This document holds a plan already')
  aside(doc, () => META_RECORD.fillIn(ydoc, { ...seed, schema: SCHEMA, createdAt: stateOf(doc).now() }))
  return doc
}

/**
 * Several writes as one change: one update, one notice to watchers, one step of
 * undo. `fn` must not throw. 'not-allowed' where the gate is shut.
 */
export function changePlan<T>(doc: PlanDoc, fn: () => T, origin: Origin = ORIGINS.person): T | NotAllowed {
  return change(doc, fn, origin)
}

/** Runs `fn` as somebody else or at another time: samples, imports, replayed offers. */
export function writeAs<T>(
  doc: PlanDoc,
  as: { readonly author?: Author; readonly now?: () => Instant },
  fn: () => T,
): T {
  const state = stateOf(doc)
  const { author, now } = state
  state.author = as.author ?? author
  state.now = as.now ?? now
  try {
    return fn()
  } finally {
    state.author = author
    state.now = now
  }
}
