/**
 * WrittenRecord: who wrote in one plan, as its relay counted it: five-minute slots in which a link added something, never
 * what, and nothing of whoever only reads. Asked by any link, so both sides and every right get the same answer; the last one is
 * kept on this device beside its settings, and goes with the plan. A part that comes when it is first asked for.
 */
import type { Side } from '@milepost/plan'
import {
  parseAuthors,
  LIMITS,
  type Authors,
  type Capability,
  type Contributions,
  type PlanId,
} from '@milepost/protocol'
import * as v from 'valibot'
import type { strongestLink } from './ask-relay.ts'
import { askContributions, LATE_DAYS } from './ask-share.ts'
import { cell, type Readable } from './readable.ts'
import type { RelayApi, RelayProblem } from './relay-api.ts'
import type { RelayClock } from './relay-clock.ts'
import type { DeviceRows } from './storage/device-rows.ts'

/** Whom a link was made for, and the slots in which it wrote: of late, and as far back as the relay knows. */
export interface WriterShare {
  readonly side: Side
  readonly role: string
  readonly name: string
  readonly late: number
  readonly all: number
}

export interface Written {
  /** When the relay said so. */
  readonly at: number
  readonly writers: readonly WriterShare[]
}

/** How the last question went; `resting`: well, or none was asked yet. */
export type WrittenState = 'resting' | 'asking' | 'unreachable' | 'notOnRelay' | 'refused'

export interface WrittenRecord {
  /** What was last heard, on whatever day that was; null: nothing yet. */
  readonly written: Readable<Written | null>
  readonly state: Readable<WrittenState>
  /** `older`: not where the last question was answered less than a slot ago. */
  ask(when: 'now' | 'older'): Promise<void>
}

export interface WrittenRecordParts {
  readonly planId: PlanId
  readonly rows: DeviceRows
  readonly clock: RelayClock
  /** Made by the caller, as what follows: the first view has them anyway. */
  readonly linkOf: typeof strongestLink
  readonly api: (relay: string) => RelayApi
  readonly local: string
}

/** Nothing new can have been counted in less. */
const FRESH_MS = 300_000
const DAY_MS = 24 * 60 * 60 * 1000
/** Beyond it there is no date. */
const LAST_INSTANT = 8.64e15

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const Kept = v.object({
  at: v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_INSTANT)),
  writers: v.array(
    v.object({
      side: v.picklist(['buyer', 'seller']),
      role: v.string(),
      name: v.string(),
      late: Count,
      all: Count,
    }),
  ),
})

export function openWrittenRecord({ planId, rows, clock, linkOf, api, local }: WrittenRecordParts): WrittenRecord {
  const key = `written:${planId}`
  const state = cell<WrittenState>('resting')
  const written = parsedSetting(rows, key)

  async function askRelay(): Promise<Written | RelayProblem | 'notOnRelay' | 'refused'> {
    const row = rows.plan(planId)
    if (row === null || row.relay === local || !row.registered) return 'notOnRelay'
    const link = linkOf(rows.links(planId))
    return link === null ? 'refused' : askWritten(api(row.relay), planId, link.capability, clock.now)
  }

  return {
    written,
    state,
    async ask(when) {
      if (state.get() === 'asking') return
      const age = clock.now() - (written.get()?.at ?? -Infinity)
      // A clock that was set back must not keep an answer for ever.
      if (when === 'older' && state.get() === 'resting' && age >= 0 && age < FRESH_MS) return
      state.set('asking')
      const answer = await askRelay()
      // Of a plan that was removed meanwhile nothing may be written behind its removal.
      if (typeof answer !== 'string' && rows.plan(planId) !== null) rows.putSetting(key, answer)
      state.set(typeof answer === 'string' ? stateOf(answer) : 'resting')
    },
  }
}

function stateOf(problem: RelayProblem | 'notOnRelay' | 'refused'): WrittenState {
  if (problem === 'unreachable' || problem === 'notOnRelay') return problem
  return problem === 'no-such-plan' ? 'notOnRelay' : 'refused'
}

function parsedSetting(rows: DeviceRows, key: string): Readable<Written | null> {
  let last: { readonly raw: unknown; readonly written: Written | null } | null = null
  return {
    get() {
      const raw = rows.setting(key)
      if (last === null || !Object.is(last.raw, raw)) {
        const parsed = v.safeParse(Kept, raw)
        last = { raw, written: parsed.success ? parsed.output : null }
      }
      return last.written
    },
    subscribe: rows.subscribe,
  }
}

async function askWritten(
  api: RelayApi,
  planId: PlanId,
  capability: Capability,
  now: () => number,
): Promise<Written | RelayProblem> {
  const [counted, authors] = await Promise.all([
    askContributions(api, planId, capability, LIMITS.contributionDays),
    api.read(`/${planId}/authors`, capability, parseAuthors),
  ])
  if (typeof counted === 'string') return counted
  if (typeof authors === 'string') return authors
  const at = now()
  return { at, writers: writersOf(counted, authors, at) }
}

/** One line for whoever the links were made for: a link that was replaced by a new one is the same person's. */
function writersOf({ contributions }: Contributions, { grants }: Authors, at: number): readonly WriterShare[] {
  const since = new Date((Math.floor(at / DAY_MS) - LATE_DAYS + 1) * DAY_MS).toISOString().slice(0, 10)
  const writers = new Map<string, WriterShare>()
  for (const { grantId, side, day, slots } of contributions) {
    // Of those who only comment, the relay names none to whoever may not read comments.
    const { role, name } = grants.find(({ id }) => id === grantId) ?? { role: '', name: '' }
    const whose = JSON.stringify([side, name.trim() === '' ? role.trim() : name.trim(), name.trim() === ''])
    const known = writers.get(whose) ?? { side, role, name, late: 0, all: 0 }
    writers.set(whose, { ...known, late: known.late + (day >= since ? slots : 0), all: known.all + slots })
  }
  return [...writers.values()]
}
