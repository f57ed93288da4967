/**
 * A plan in a few words, for tests about dates:
 *
 *   datedPlan(11, 'demo 5d agreed 6 due 6 by buy', 'sign 5d agreed 13 due 13 by sell')
 *
 * Days are days of March 2026 (the 1st is a Sunday), the plan begins on Monday the 2nd, people work Monday to Friday, the
 * last milestone is go-live. Words of a milestone: `5d` its estimate, `agreed`, `due`, `done` and `started` with a day, `of
 * 5` the estimate as agreed (else its own), `gap 3`, `after a,b` or `after -`, `by` a role, `skipped`, `archived`.
 * Roles: `buy` and `buy2` (Halden), `sell` and `sell2` (Quillmark) are named, `open` (Halden) is not, `gone` is archived.
 */
import { addCalendarDays, type LocalDate } from '@milepost/schedule'
import type { MilestoneId, MoveId, OfferId, PersonId, RoleId } from '../ids.ts'
import type { KeyDate } from '../key-dates.ts'
import type { Move } from '../moves.ts'
import type { Offer } from '../offers.ts'
import { readPlan, type Milestone, type Plan, type Step } from '../read-plan.ts'
import type { Role } from '../roles.ts'
import { NOBODY, type Side } from '../value.ts'
import { day } from './day.ts'
import { sharedPlan } from './shared-plan.ts'

export const march = (n: number): LocalDate => addCalendarDays(day('2026-02-28'), n)

const MARK = { by: NOBODY, at: 0 }
const BARE = readPlan(sharedPlan('').ann)

export const ROLE_KEYS = ['buy', 'buy2', 'sell', 'sell2', 'open'] as const

export interface DatedPlan extends Plan {
  /** The day the plan is looked at. */
  readonly today: LocalDate
}

export function datedPlan(today: number, ...drawings: readonly string[]): DatedPlan {
  const drawn = drawings.map(drawnMilestone)
  const milestones = drawn.map(({ milestone }) => milestone)
  const offer = offerOf(drawn)
  return {
    ...BARE,
    today: march(today),
    start: march(2),
    goLiveId: milestones.findLast(({ archived, skipped }) => archived === null && skipped === null)?.id ?? null,
    milestones: milestones.filter(({ archived }) => archived === null),
    archivedMilestones: milestones.filter(({ archived }) => archived !== null),
    roles: ROLE_KEYS.map(roleOf),
    removedRoles: [{ ...roleOf('gone'), archived: MARK }],
    offers: offer === null ? [] : [offer],
  }
}

export const mid = (name: string) => name as MilestoneId

export function move(milestoneId: string, fields: { n?: number; role?: string; by?: Side; confirmed?: Side }): Move {
  const { n = 1, role = null, by = 'buyer', confirmed } = fields
  return {
    id: `move-${n}` as MoveId,
    n,
    milestoneId: mid(milestoneId),
    from: null,
    to: null,
    text: 'because',
    role: role as RoleId | null,
    by: { ...NOBODY, side: by },
    at: 0,
    confirmed: confirmed === undefined ? null : { ...MARK, side: confirmed },
  }
}

export function keyDate(name: string, on: number | null, fields: Partial<KeyDate> = {}): KeyDate {
  const span = on === null ? null : { from: march(on), to: march(on) }
  const rest = { why: '', side: 'buyer', compelling: false, blocksWork: false, archived: null } as const
  return { id: name as KeyDate['id'], title: name, span, ...rest, ...fields }
}

/** The same dates, offered by Quillmark and not yet accepted. */
export function onlyOffered<Dated extends Plan>(plan: Dated): Dated {
  return { ...plan, offers: plan.offers.map((offer) => ({ ...offer, accepted: null })) }
}

interface Drawn {
  readonly milestone: Milestone
  readonly agreed: { date: LocalDate; estimate: number | null; gap: number | null } | null
}

function drawnMilestone(drawing: string, index: number): Drawn {
  const [name = '', ...words] = drawing.split(' ')
  const valueOf = (word: string) => (words.includes(word) ? (words[words.indexOf(word) + 1] ?? null) : null)
  const numberOf = (word: string) => (valueOf(word) === null ? null : Number(valueOf(word)))
  const dateOf = (word: string) => (numberOf(word) === null ? null : march(numberOf(word) ?? 0))
  const estimate = Number.parseInt(words.find((word) => /^\d+d$/.test(word)) ?? '', 10)
  const after = valueOf('after')
  const done = dateOf('done')
  const milestone: Milestone = {
    id: mid(name),
    title: name,
    benefit: '',
    notes: false,
    rank: `a${String(index).padStart(3, '0')}`,
    ownerRole: (valueOf('by') as RoleId | null) ?? null,
    after: after === null ? null : after === '-' ? [] : after.split(',').map(mid),
    estimate: Number.isNaN(estimate) ? null : estimate,
    due: dateOf('due'),
    startedOn: dateOf('started'),
    done: done === null ? null : { on: done, ...MARK },
    skipped: words.includes('skipped') ? MARK : null,
    mustEndBy: null,
    archived: words.includes('archived') ? MARK : null,
    steps: [],
  }
  const date = dateOf('agreed')
  const agreedEstimate = words.includes('of') ? numberOf('of') : milestone.estimate
  return { milestone, agreed: date === null ? null : { date, estimate: agreedEstimate, gap: numberOf('gap') } }
}

function offerOf(drawn: readonly Drawn[]): Offer | null {
  const days = drawn.flatMap(({ milestone, agreed }) => (agreed === null ? [] : [[milestone.id, agreed] as const]))
  if (days.length === 0) return null
  const accepted = { ...MARK, side: 'buyer' as const }
  return {
    id: 'offer' as OfferId,
    n: 1,
    side: 'seller',
    ...MARK,
    days: Object.fromEntries(days),
    accepted,
    withdrawn: null,
  }
}

function roleOf(key: string): Role {
  const side = key.startsWith('sell') ? 'seller' : 'buyer'
  const personId = key === 'open' ? null : (`person-${key}` as PersonId)
  return {
    id: key as RoleId,
    title: key,
    side,
    function: null,
    personId,
    counterpart: null,
    rank: `a${key}`,
    archived: null,
  }
}

/** An open step that nobody owns, except as said. */
export function stepOf(milestone: string, name: string, fields: Partial<Step> = {}): Step {
  return {
    id: name as Step['id'],
    title: name,
    outcome: '',
    place: { milestoneId: mid(milestone), rank: 'a' },
    ownerRole: null,
    withRole: null,
    after: null,
    estimate: null,
    due: null,
    agreedDue: null,
    done: null,
    archived: null,
    ...fields,
  }
}
