/**
 * Choices made on this device that a merge did not keep, until their person has answered: used again, let go of, or settled
 * by somebody's next change. They lie among the device's settings, so a reload forgets none, and one answer ends it in every tab.
 *
 * What was answered is remembered by the number of the value alone: a value can lose once, whichever tab hears of it last.
 */
import {
  keepMine,
  overruledNow,
  parseOverruled,
  watchOverruled,
  watchPlan,
  type Change,
  type KeptOverruled,
  type Overruled,
  type PlanDoc,
  type PlanUndo,
} from '@milepost/plan'
import type { PlanId } from '@milepost/protocol'
import * as v from 'valibot'
import { cell, type Readable } from './readable.ts'
import type { DeviceRows } from './storage/device-rows.ts'

export interface OverruledKeeper {
  /** What the plan shows instead, as it stands now. */
  readonly open: Readable<readonly Overruled[]>
  /** Puts one's own value back, as a step of undo of its own. */
  keepMine(overruled: Overruled): Change
  /** Leaves the plan as it is. */
  dismiss(overruled: Overruled): void
  stop(): void
}

export interface OverruledKeeperOptions {
  readonly planId: PlanId
  readonly doc: PlanDoc
  readonly undo: Pick<PlanUndo, 'stopCapturing'>
  readonly rows: Pick<DeviceRows, 'setting' | 'putSetting' | 'subscribe'>
}

interface Kept {
  readonly open: readonly KeptOverruled[]
  /** Numbers of values that were answered. */
  readonly answered: readonly string[]
}

/** The oldest answers are forgotten: their values are long merged away. */
const MOST_ANSWERED = 500

const KeptShape = v.object({
  open: v.fallback(v.array(v.unknown()), []),
  answered: v.fallback(v.array(v.string()), []),
})

export function createOverruledKeeper({ planId, doc, undo, rows }: OverruledKeeperOptions): OverruledKeeper {
  const key = `overruled:${planId}`
  const open = cell<readonly Overruled[]>([], isAlike)

  function read(): Kept {
    const parsed = v.safeParse(KeptShape, rows.setting(key))
    return parsed.success
      ? { ...parsed.output, open: parsed.output.open.flatMap((each) => parseOverruled(each) ?? []) }
      : { open: [], answered: [] }
  }

  function add(found: readonly Overruled[]): void {
    const { open, answered } = read()
    const known = new Set([...answered, ...open.map(({ mineIs }) => mineIs)])
    const news = found.filter(({ mineIs }) => !known.has(mineIs))
    if (news.length > 0) rows.putSetting(key, { open: [...open, ...news.map(asKept)], answered })
  }

  function answer(mineIs: ReadonlySet<string>): void {
    const { open, answered } = read()
    const ended = open.filter((each) => mineIs.has(each.mineIs)).map((each) => each.mineIs)
    if (ended.length === 0) return
    const left = open.filter((each) => !mineIs.has(each.mineIs))
    rows.putSetting(key, { open: left, answered: [...answered, ...ended].slice(-MOST_ANSWERED) })
  }

  function look(): void {
    const kept = read().open
    if (kept.length === 0) return open.set([])
    const now = kept.map((each) => overruledNow(doc, each))
    open.set(now.filter((each) => each !== null && each !== 'not-here'))
    answer(new Set(kept.filter((_, at) => now[at] === null).map(({ mineIs }) => mineIs)))
  }

  // What is told here of single values cannot change with a letter in a text.
  const never = () => () => {}
  const offs = [watchOverruled(doc, add), watchPlan(doc, look, { texts: never }), rows.subscribe(look)]
  look()

  return {
    open,
    keepMine(overruled) {
      undo.stopCapturing()
      const changed = keepMine(doc, overruled)
      undo.stopCapturing()
      return changed
    },
    dismiss: ({ mineIs }) => answer(new Set([mineIs])),
    stop: () => offs.forEach((off) => off()),
  }
}

function asKept({ in: list, id, field, mine, mineIs, shownIs }: Overruled): KeptOverruled {
  return { in: list, id, field, mine, mineIs, shownIs }
}

function isAlike(one: readonly Overruled[], other: readonly Overruled[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
