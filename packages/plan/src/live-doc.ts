/**
 * What the plan document and the discussion document have in common: one Y.Doc, one
 * way to change it, one answer to "who am I, what time is it, may I write".
 *
 * `change` is the only place that opens a transaction, so it is also the one gate:
 * where `mayChange` says no, nothing is written, by anybody, ever. `aside` marks a
 * part of a change that undo must leave alone (`undo.ts`): the birth of a record, a
 * comment, an offer, a move, the writers' entry.
 */
import * as Y from 'yjs'
import { randomBytes, type RandomBytes } from './ids.ts'
import { NOBODY, type Author, type Instant, type Mark } from './value.ts'

/** Who made a change; the transaction's origin. Undo takes back only what a person did here. */
export const ORIGINS = { person: 'person', sync: 'sync', storage: 'storage', migration: 'migration' } as const
export type Origin = (typeof ORIGINS)[keyof typeof ORIGINS]

/** Who writes from this device, and with which grant of the relay. */
export interface Writer extends Author {
  readonly grantId: string | null
}

export interface LiveDocOptions {
  /** Who writes here. Until somebody is named, changes carry an empty name. */
  readonly writer?: Writer
  /** The clock for `at`; it is shown and never compared. */
  readonly now?: () => Instant
  readonly random?: RandomBytes
  /** The gate: false for a right below `edit`, or once a link was revoked. */
  readonly mayChange?: () => boolean
}

/** The answer of a change that the gate refused. */
export type NotAllowed = 'not-allowed'

/**
 * What a typed write answers. Somebody else may have written the same, or removed the
 * record, a moment ago; 'invalid' is a value that the field would not read (an
 * estimate of half a day).
 */
export type Change = 'changed' | 'unchanged' | 'no-such-record' | 'invalid' | NotAllowed

/** A range of this client's clock that undo must not take back. */
export interface ClockRange {
  readonly from: number
  readonly to: number
}

export interface LiveState {
  readonly ydoc: Y.Doc
  writer: Writer | null
  /** Somebody else for the while (`writeAs`): what is written is from them, the writers' entry is not. */
  author: Author | null
  now: () => Instant
  random: RandomBytes
  mayChange: () => boolean
  /** How many `change` calls are open; the outermost one is the transaction. */
  depth: number
  /** Writes who writes, once, with the first change of this Y.Doc (`writers.ts`). */
  claim: (() => void) | null
  readonly listeners: Set<(transaction: Y.Transaction) => void>
}

/** Anything with a Y.Doc of ours: a PlanDoc or a DiscussionDoc. */
export interface LiveDoc {
  readonly ydoc: Y.Doc
}

const ASIDE = 'milepost:aside'
/** Meta key of a transaction that only typed; undo joins what was typed into one field without a pause. */
const TYPED = 'milepost:typed'
const states = new WeakMap<Y.Doc, LiveState>()

/**
 * Opens the Y.Doc once; later calls change what they name and leave the rest. The
 * roots are named at once: until then Yjs does not know what they are, and whoever
 * names one later gets another object for it.
 */
export function openLive(
  ydoc: Y.Doc,
  roots: readonly string[],
  options: LiveDocOptions,
): { readonly state: LiveState; readonly isNew: boolean } {
  const known = states.get(ydoc)
  const state: LiveState = known ?? {
    ydoc,
    writer: null,
    author: null,
    now: Date.now,
    random: randomBytes,
    mayChange: () => true,
    depth: 0,
    claim: null,
    listeners: new Set(),
  }
  state.writer = options.writer ?? state.writer
  state.now = options.now ?? state.now
  state.random = options.random ?? state.random
  state.mayChange = options.mayChange ?? state.mayChange
  if (known === undefined) {
    states.set(ydoc, state)
    for (const root of roots) ydoc.getMap(root)
    ydoc.on('afterTransaction', (transaction) => {
      for (const listener of state.listeners) listener(transaction)
    })
  }
  return { state, isNew: known === undefined }
}

export function stateOf(doc: LiveDoc): LiveState {
  const state = states.get(doc.ydoc)
  if (state === undefined) throw new Error('This Y.Doc was never opened: call openPlanDoc or openDiscussion first')
  return state
}

/**
 * Runs `fn` as ONE transaction; inside another change it joins that one. `fn` must
 * not throw: Yjs keeps what was written before the throw.
 */
export function change<T>(doc: LiveDoc, fn: () => T, origin: Origin = ORIGINS.person): T | NotAllowed {
  const state = stateOf(doc)
  if (state.depth === 0 && !state.mayChange()) return 'not-allowed'
  return doc.ydoc.transact((transaction) => {
    state.depth += 1
    try {
      return fn()
    } finally {
      // In the same update as the first change, and only where there was one.
      if (state.depth === 1 && transaction.changed.size > 0) claimOnce(state)
      state.depth -= 1
    }
  }, origin)
}

/** A change, or the part of a change, that undo leaves alone. */
export function aside<T>(doc: LiveDoc, fn: () => T, origin: Origin = ORIGINS.person): T | NotAllowed {
  return change(doc, () => markAside(doc.ydoc, fn), origin)
}

/** The part of the running transaction that `fn` writes is left alone by undo. */
export function markAside<T>(ydoc: Y.Doc, fn: () => T): T {
  return ydoc.transact((transaction) => {
    const from = Y.getState(ydoc.store, ydoc.clientID)
    try {
      return fn()
    } finally {
      const to = Y.getState(ydoc.store, ydoc.clientID)
      if (to > from) transaction.meta.set(ASIDE, [...asidesOf(transaction), { from, to }])
    }
  })
}

export function asidesOf(transaction: Y.Transaction): readonly ClockRange[] {
  return (transaction.meta.get(ASIDE) as readonly ClockRange[] | undefined) ?? []
}

/** The running change is typing into this field, where it does nothing else. */
export function markTyped(doc: LiveDoc, field: string): void {
  if (stateOf(doc).depth === 1) doc.ydoc.transact(({ meta }) => meta.set(TYPED, field))
}

/** Which field a transaction typed into, where it did nothing else. */
export function typedIn(transaction: Y.Transaction): string | null {
  return (transaction.meta.get(TYPED) as string | undefined) ?? null
}

export function claimOnce(state: LiveState): void {
  const { claim } = state
  if (claim === null || state.writer === null) return
  state.claim = null
  claim()
}

export function authorOf(doc: LiveDoc): Author {
  const { author, writer } = stateOf(doc)
  const { side, name, personId } = author ?? writer ?? NOBODY
  return { side, name, personId }
}

/** Who and when, for what is being written now. */
export function markNow(doc: LiveDoc): Mark {
  return { by: authorOf(doc), at: stateOf(doc).now() }
}
