/**
 * PortfolioShelf: the plans of this device as a list of many: a glance at each, its days off over the weeks, its value. Kept on
 * the disk, so two hundred lines open no document; a document is opened only where the glance may be old: it was taken on
 * another day, the plan was open since, or the relay has news.
 *
 * Who writes the record of days: every tab that takes a glance, and nobody else. Two of them agree, because a glance follows
 * from the document and the day alone (`planGlance`), and of two readings of one day the later one stands (`withDay`).
 *
 * Nothing is asked while nobody looks (`watch`). A part that comes when it is first asked for.
 */
import {
  dayIn,
  fragmentOf,
  openPlanDoc,
  plainText,
  planGlance,
  readPlan,
  sidesWriting,
  watchPlan,
  withDay,
  wordsIn,
  type Plan,
  type PlanDoc,
  type SidesAt,
} from '@milepost/plan'
import { roomOf, type PlanId } from '@milepost/protocol'
import * as Y from 'yjs'
import type { strongestLink } from './ask-relay.ts'
import { askShare } from './ask-share.ts'
import { askInLightRoom, type LightRoomParts } from './light-room.ts'
import type { LivePlan } from './live-plan.ts'
import type { PlanShelf } from './plan-shelf.ts'
import { openPortfolioRows, type PortfolioMap } from './portfolio-rows.ts'
import type { Cell, Readable } from './readable.ts'
import type { RelayApi } from './relay-api.ts'
import { createRefresher, type Refreshing } from './refresh-plans.ts'
import { MOST_VALUE, type PortfolioRow } from './storage/portfolio-row.ts'
import type { PlanRow } from './storage/rows.ts'
import type { summaryFieldsOf } from './summary-of.ts'

export interface PortfolioShelf {
  /** A plan that nobody took a glance at yet is not among them. */
  readonly plans: Readable<PortfolioMap>
  readonly refreshing: Readable<Refreshing>
  /** Once there is a glance at everything that lies on this disk: before, an order of the plans would be one of their reading. */
  readonly looked: Promise<void>
  /** Keeps the glances and the plans fresh until the answer is called. */
  watch(): () => void
  /** What it is worth a year, on this device only; null takes it away. False: kept in this tab only. */
  setValue(planId: PlanId, value: number | null): Promise<boolean>
  /** Out of sight on this device; everybody else sees what they saw. */
  setArchived(planId: PlanId, archived: boolean): Promise<boolean>
  /** The plan as this device last had it; null where nothing is here. */
  read(planId: PlanId): Promise<ReadPlan | null>
  stop(): void
}

export interface ReadPlan {
  readonly plan: Plan
  /** How many its value proposition has. */
  readonly words: number
  /** The value proposition as plain words. */
  readonly proposition: string
  /** Who wrote what stands where, as they said of themselves. */
  readonly wrote: SidesAt
}

export interface PortfolioShelfParts extends Omit<LightRoomParts, 'planId' | 'onReplaced'> {
  readonly shelf: PlanShelf
  /** Plans with something unsent: those are opened as a whole, by the errands. */
  readonly isWaiting: (planId: PlanId) => boolean
  /** Made by the caller, as what follows: what the first view has anyway is not sent once more, nor cut into small files. */
  readonly plans: Cell<PortfolioMap>
  readonly refreshing: Cell<Refreshing>
  readonly linkOf: typeof strongestLink
  readonly fieldsOf: typeof summaryFieldsOf
  readonly api: (relay: string) => RelayApi
  readonly local: string
}

/** A plan that was asked about less than this ago is fresh enough. */
const FRESH_MS = 300_000
const SHARE_FRESH_MS = 3_600_000
/** An open plan is glanced at this long after its last change. */
const SETTLED_MS = 1_000
/** The opening of a plan is noted only once in this time. */
const OPENED_GRAIN_MS = 60_000

export async function openPortfolioShelf(parts: PortfolioShelfParts): Promise<PortfolioShelf> {
  const { world, rows, shelf, clock } = parts
  const kept = await openPortfolioRows({ ...parts, all: parts.plans, isKnown: (planId) => rows.plan(planId) !== null })
  const listed = () => rows.plans().filter(({ draftOf }) => draftOf === null)
  const read = (planId: PlanId) => readHere(planId, parts)
  const looked = Promise.withResolvers<void>()
  let watchers = 0

  async function take(planId: PlanId, plan: Plan, asked: Partial<PortfolioRow> = {}): Promise<void> {
    const at = clock.now()
    const glance = planGlance(plan, dayIn(plan.timeZone, at))
    const off = glance.goLive?.slip ?? null
    await kept.change(planId, (row) => ({
      ...row,
      glance,
      at: world.now(),
      ...asked,
      trend: off === null ? row.trend : withDay(row.trend, glance.day, off),
    }))
  }

  function isOld({ planId, openedAt }: PlanRow): boolean {
    const { glance, at } = kept.get(planId)
    return glance === null || at < openedAt + OPENED_GRAIN_MS || glance.day !== dayIn(glance.timeZone, clock.now())
  }

  /** From the disk, one document at a time. */
  async function takeOld(): Promise<void> {
    for (const row of listed()) {
      if (watchers === 0) return
      if (shelf.get(row.planId) !== null || !isOld(row)) continue
      // oxlint-disable-next-line no-await-in-loop
      const found = await read(row.planId)
      // oxlint-disable-next-line no-await-in-loop
      if (found !== null) await take(row.planId, found.plan)
    }
    looked.resolve()
  }

  async function ask(planId: PlanId, signal: AbortSignal): Promise<'answered' | 'unreachable' | 'stopped'> {
    if (shelf.get(planId) !== null || rows.plan(planId) === null) return 'answered'
    const opened = new AbortController()
    // Whoever opens it has it fresher than this could.
    const offShelf = shelf.subscribe(() => shelf.get(planId) !== null && opened.abort())
    // Of a plan that is removed meanwhile nothing may be written behind its removal.
    const offRows = rows.subscribe(() => rows.plan(planId) === null && opened.abort())
    const room = { ...parts, planId, onReplaced: () => {} }
    // At the same time, where a link is known to be good: both are questions to the relay, and two hundred plans wait behind this one.
    const share = parts.linkOf(rows.links(planId)) === null ? null : shareOf(planId)
    const answer = await askInLightRoom(room, AbortSignal.any([signal, opened.signal])).finally(() => {
      offShelf()
      offRows()
    })
    if (answer.type === 'unreachable') return 'unreachable'
    if (rows.plan(planId) === null) return 'answered'
    if (answer.type !== 'synced') return opened.signal.aborted || answer.type === 'refused' ? 'answered' : 'stopped'
    rows.patchPlan(planId, { ...parts.fieldsOf(answer.plan), lastSyncedAt: world.now() })
    await take(planId, answer.plan, { askedAt: world.now(), ...(await (share ?? shareOf(planId))) })
    return 'answered'
  }

  /** What there is of it to write down: nothing where it is known well enough, or could not be asked. */
  async function shareOf(planId: PlanId): Promise<Partial<PortfolioRow>> {
    const relay = rows.plan(planId)?.relay
    const link = parts.linkOf(rows.links(planId))
    if (relay === undefined || link === null || world.now() - kept.get(planId).shareAt < SHARE_FRESH_MS) return {}
    const share = await askShare(parts.api(relay), planId, link.capability)
    return share === null ? {} : { share, shareAt: world.now() }
  }

  const refresher = createRefresher({
    page: world.page,
    timers: world.timers,
    now: world.now,
    progress: parts.refreshing,
    ask,
    due: () =>
      listed()
        .filter(({ relay, refusal, registered }) => relay !== parts.local && refusal === null && registered)
        .filter(({ planId }) => shelf.get(planId) === null && !parts.isWaiting(planId))
        .filter(({ planId }) => !kept.get(planId).archived && world.now() - kept.get(planId).askedAt > FRESH_MS)
        .toSorted((a, b) => b.openedAt - a.openedAt),
  })

  const openPlans = followOpenPlans(parts, (live) => take(live.planId, readPlan(live.doc)))
  const offRows = rows.subscribe(forgetRemoved)

  function forgetRemoved(): void {
    const known = parts.plans.get()
    const left = new Map([...known].filter(([planId]) => rows.plan(planId) !== null))
    if (left.size < known.size) parts.plans.set(left)
  }

  async function refresh(): Promise<void> {
    await takeOld()
    if (watchers > 0) refresher.run()
  }

  return {
    plans: kept.all,
    refreshing: parts.refreshing,
    looked: looked.promise,
    watch() {
      watchers += 1
      if (watchers === 1) void refresh()
      let isWatching = true
      return () => {
        if (isWatching) watchers -= 1
        isWatching = false
        if (watchers === 0) refresher.rest()
      }
    },
    setValue: (planId, value) =>
      kept.change(planId, (row) => ({
        ...row,
        value: value === null ? null : Math.min(Math.max(0, value), MOST_VALUE),
      })),
    setArchived: (planId, archived) => kept.change(planId, (row) => ({ ...row, archived })),
    read,
    stop() {
      watchers = 0
      refresher.stop()
      openPlans()
      offRows()
      kept.close()
    },
  }
}

async function readHere(planId: PlanId, { shelf, store }: PortfolioShelfParts): Promise<ReadPlan | null> {
  const live = shelf.get(planId)
  if (live?.loaded.get() === 'loaded') return readingOf(live.doc)
  try {
    const { snapshot, rows } = await store.read(roomOf(planId), -1)
    const ydoc = new Y.Doc()
    for (const { bytes } of [...(snapshot === null ? [] : [snapshot]), ...rows]) Y.applyUpdate(ydoc, bytes)
    return ydoc.store.clients.size === 0 ? null : readingOf(openPlanDoc(ydoc))
  } catch {
    return null
  }
}

function readingOf(doc: PlanDoc): ReadPlan {
  const fragment = fragmentOf(doc, { kind: 'valueProposition' })
  return {
    plan: readPlan(doc),
    words: fragment === null ? 0 : wordsIn(fragment),
    proposition: fragment === null ? '' : plainText(fragment),
    wrote: sidesWriting(doc),
  }
}

/** Tells of each open plan a moment after it changed, and once more when it is put away. */
function followOpenPlans({ shelf, world }: PortfolioShelfParts, tell: (live: LivePlan) => void): () => void {
  const followed = new Map<LivePlan, () => void>()

  function follow(live: LivePlan): () => void {
    let cancel: (() => void) | null = null
    const now = () => {
      cancel?.()
      cancel = null
      if (live.loaded.get() === 'loaded' && !live.ended.get()) tell(live)
    }
    const soon = () => {
      cancel?.()
      cancel = world.timers.after(SETTLED_MS, now)
    }
    const off = watchPlan(live.doc, soon, { texts: (note) => world.timers.after(0, note) })
    soon()
    return () => {
      off()
      if (cancel !== null) now()
    }
  }

  function look(): void {
    const open = new Set(shelf.all())
    for (const [live, end] of followed) {
      if (open.has(live)) continue
      followed.delete(live)
      end()
    }
    for (const live of open) if (!followed.has(live)) followed.set(live, follow(live))
  }

  const off = shelf.subscribe(look)
  look()
  return () => {
    off()
    for (const end of followed.values()) end()
  }
}
