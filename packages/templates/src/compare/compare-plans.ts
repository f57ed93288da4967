/**
 * The last plans of one template, held against it and against each other. It answers one question: did buyers shape their plans,
 * or was the same paper handed out again? Plans that hardly differ are named; nothing is concluded from them here.
 *
 * What the buyer's side wrote is what the document says of its writers, so it is a claim; whoever shows it says so.
 */
import { byText, type Evidence, type Plan, type Side, type SidesAt } from '@milepost/plan'
import type { Template } from '../template.ts'
import { originsOf } from '../origins.ts'
import { linesOfPlan, type Line, type LineKind, type PlanLine } from './lines.ts'
import { movedLines } from './moved-lines.ts'
import { evidenceOf, fromTemplate, isOther, isReworded, type FromTemplate } from './template-differences.ts'

export interface PlanRead {
  readonly plan: Plan
  /** Who wrote what stands where. */
  readonly wrote: SidesAt
  /** The value proposition as plain words; it is rich text and not in the plan. */
  readonly proposition: string
}

export interface ComparedPlan {
  readonly plan: Plan
  /** Null where the template is not on this device. */
  readonly fromTemplate: FromTemplate | null
  readonly keyDates: readonly { readonly evidence: Evidence; readonly by: readonly Side[] }[]
  /** The buyer's roles that have a person, of all the buyer's roles. */
  readonly named: { readonly named: number; readonly roles: number }
  readonly buyer: BuyerActs
}

/** What the buyer's side did in it, as far as the document can say. */
export interface BuyerActs {
  /** Differences from the template, and key dates, that the buyer's side wrote; null where the template is not here. */
  readonly wrote: number | null
  readonly moved: number
  readonly confirmed: number
  readonly disputed: number
}

export interface DifferingLine {
  readonly line: LineKind
  readonly title: string
  /** `only`: the other plan has no such line. */
  readonly how: 'only' | 'words' | 'estimate' | 'place'
  /** Where it stands: in one of the two, or in both. */
  readonly first: Evidence | null
  readonly second: Evidence | null
}

export interface PlanPair {
  readonly first: Plan
  readonly second: Plan
  readonly differing: readonly DifferingLine[]
  /** Lines that either of them has. */
  readonly of: number
  /** So few that nobody shaped one of them for its own deal. */
  readonly nearlyAlike: boolean
}

export interface Comparison {
  /** The newest first. */
  readonly plans: readonly ComparedPlan[]
  /** The most alike first. */
  readonly pairs: readonly PlanPair[]
}

export const PLANS_COMPARED = 5
/** Up to this share of its lines one plan may differ from another and still be called near-identical. */
const NEARLY = 0.05

/** Of what was begun last; a plan that does not say when stands behind those that do. */
export function lastPlans<Of extends { readonly createdAt: number | null; readonly planId: string | null }>(
  plans: readonly Of[],
): readonly Of[] {
  return plans.toSorted(newestFirst).slice(0, PLANS_COMPARED)
}

export function comparePlans(template: Template | null, reads: readonly PlanRead[]): Comparison {
  // Where one of them does not know what its lines came from, all are known by their words.
  const byKeys = template !== null || reads.every(({ plan }) => originsOf(plan) !== null)
  const all = reads
    .toSorted((a, b) => newestFirst(a.plan, b.plan))
    .map((read) => ({
      ...read,
      lines: linesOfPlan(byKeys ? read.plan : { ...read.plan, template: null }, template, read.proposition),
    }))
  const plans = all.map(({ plan, wrote, lines }): ComparedPlan => {
    const differences = template === null ? null : fromTemplate(plan, lines, template, wrote)
    const dates = lines.filter(({ kind }) => kind === 'keyDate')
    const keyDates = dates.map((line) => {
      return { evidence: evidenceOf(line), by: wrote({ list: 'keyDates', id: line.id, field: null }) }
    })
    const shaped = [...(differences?.differences ?? []), ...keyDates].filter(({ by }) => by.includes('buyer')).length
    return {
      plan,
      fromTemplate: differences,
      keyDates,
      named: rolesNamed(plan),
      buyer: { wrote: differences === null ? null : shaped, ...actsOfBuyer(plan) },
    }
  })
  const pairs = all.flatMap((one, at) => all.slice(at + 1).map((other) => pairOf(one, other)))
  return { plans, pairs: pairs.toSorted((a, b) => shareOf(a) - shareOf(b)) }
}

interface Lined {
  readonly plan: Plan
  readonly lines: readonly PlanLine[]
}

function pairOf(one: Lined, other: Lined): PlanPair {
  const theirs = new Map(other.lines.map((line) => [line.identity, line]))
  const mine = new Set(one.lines.map(({ identity }) => identity))
  const moved = movedLines(one.lines, other.lines)
  const differing = [
    ...one.lines.flatMap((line): readonly DifferingLine[] => {
      const same = theirs.get(line.identity)
      const how = howOf(line, same, moved)
      const second = same === undefined ? null : evidenceOf(same)
      return how === null ? [] : [{ line: line.kind, title: line.title, how, first: evidenceOf(line), second }]
    }),
    ...other.lines
      .filter(({ identity }) => !mine.has(identity))
      .map((line): DifferingLine => {
        return { line: line.kind, title: line.title, how: 'only', first: null, second: evidenceOf(line) }
      }),
  ]
  const of = new Set([...mine, ...theirs.keys()]).size
  return { first: one.plan, second: other.plan, differing, of, nearlyAlike: differing.length <= of * NEARLY }
}

/** Null: both say, take and place it alike. */
function howOf(line: Line, other: Line | undefined, moved: ReadonlySet<string>): DifferingLine['how'] | null {
  if (other === undefined) return 'only'
  if (isReworded(line, other)) return 'words'
  if (isOther(line, other)) return 'estimate'
  return moved.has(line.identity) ? 'place' : null
}

function rolesNamed({ roles }: Plan): ComparedPlan['named'] {
  const buyers = roles.filter(({ side }) => side === 'buyer')
  return { named: buyers.filter(({ personId }) => personId !== null).length, roles: buyers.length }
}

function actsOfBuyer({ moves, confirmations, milestones }: Plan): Omit<BuyerActs, 'wrote'> {
  const here = new Set(milestones.map(({ id }) => id))
  const said = confirmations.filter(({ side, milestoneId }) => side === 'buyer' && here.has(milestoneId))
  return {
    moved: moves.filter(({ by }) => by.side === 'buyer').length,
    confirmed: said.filter(({ state }) => state === 'confirmed').length,
    disputed: said.filter(({ state }) => state === 'disputed').length,
  }
}

function shareOf({ differing, of }: PlanPair): number {
  return of === 0 ? 0 : differing.length / of
}

type Begun = { readonly createdAt: number | null; readonly planId: string | null }

function newestFirst(a: Begun, b: Begun): number {
  return (b.createdAt ?? -1) - (a.createdAt ?? -1) || byText(a.planId ?? '', b.planId ?? '')
}
