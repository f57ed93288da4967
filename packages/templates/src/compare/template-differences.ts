/**
 * How a plan differs from the template it came from, line by line, and which side wrote what differs. A line that reads, stands
 * and takes as the template says is none of it; days and names are not compared, because a template has none.
 */
import type { Evidence, Plan, ReviewTarget, Side, SidesAt } from '@milepost/plan'
import { originsOf } from '../origins.ts'
import type { Template } from '../template.ts'
import { linesOfTemplate, type Line, type LineKind, type PlanLine } from './lines.ts'
import { movedLines } from './moved-lines.ts'

export interface Difference {
  readonly kind: 'added' | 'removed' | 'reworded' | 'moved' | 'estimate'
  readonly line: LineKind
  /** As the plan says it; of what was removed, as the template does. */
  readonly title: string
  /** The template's title of what was reworded, the template's working days of an estimate. */
  readonly was: string | number | null
  readonly is: number | null
  /** Sides that wrote it, as they said themselves; empty where nobody can say. */
  readonly by: readonly Side[]
  readonly evidence: Evidence
}

export interface FromTemplate {
  readonly differences: readonly Difference[]
  /** Lines that differ in anything, of all lines that the plan or the template has. */
  readonly changed: number
  readonly of: number
}

export function fromTemplate(plan: Plan, lines: readonly PlanLine[], template: Template, wrote: SidesAt): FromTemplate {
  const theirs = linesOfTemplate(template)
  const before = new Map(theirs.map((line) => [line.identity, line]))
  // Key dates and the value proposition belong to the one deal; a template has none to differ from.
  const mine = lines.filter(({ kind }) => kind !== 'keyDate' && kind !== 'proposition')
  const here = new Set(mine.map(({ identity }) => identity))
  const moved = movedLines(mine, theirs)
  const movers = moversIn(mine, wrote)
  const gone = theirs.filter(({ identity }) => !here.has(identity))
  const differences = [
    ...mine.flatMap((line) => differencesOf(line, before.get(line.identity) ?? null, moved, movers, wrote)),
    ...removed(gone, plan, wrote),
  ]
  const changed = new Set(
    mine.filter((line) => isOther(line, before.get(line.identity))).map(({ identity }) => identity),
  )
  return {
    differences,
    changed: new Set([...changed, ...moved]).size + gone.length,
    of: new Set([...here, ...before.keys()]).size,
  }
}

/** Whether it says or takes something else than the other one, where there is one. */
export function isOther(one: Line, other: Line | undefined): boolean {
  return other === undefined || isReworded(one, other) || one.estimate !== other.estimate
}

export function isReworded(one: Line, other: Line): boolean {
  return one.words !== other.words || one.more !== other.more
}

const LISTS = {
  milestone: 'milestones',
  step: 'steps',
  role: 'roles',
  criterion: 'criteria',
  keyDate: 'keyDates',
  proposition: 'meta',
} as const
/** The field beside the title that says more. */
const MORE = {
  milestone: 'benefit',
  step: 'outcome',
  role: null,
  criterion: null,
  keyDate: null,
  proposition: null,
} as const

function differencesOf(
  line: PlanLine,
  before: Line | null,
  moved: ReadonlySet<string>,
  movers: (line: PlanLine) => readonly Side[],
  wrote: SidesAt,
): readonly Difference[] {
  const at = (field: string | null) => wrote({ list: LISTS[line.kind], id: line.id, field })
  const own = { line: line.kind, title: line.title, was: null, is: null, evidence: evidenceOf(line) } as const
  if (before === null) return [{ ...own, kind: 'added', by: at(null) }]
  const found: Difference[] = []
  if (isReworded(line, before)) {
    const more = MORE[line.kind]
    const title = line.words === before.words ? [] : at('title')
    const rest = more === null || line.more === before.more ? [] : at(more)
    found.push({ ...own, kind: 'reworded', was: before.title, by: both(title, rest) })
  }
  if (line.estimate !== before.estimate)
    found.push({ ...own, kind: 'estimate', was: before.estimate, is: line.estimate, by: at('estimate') })
  if (moved.has(line.identity)) found.push({ ...own, kind: 'moved', by: movers(line) })
  return found
}

/**
 * Who put a line where it stands. Of two that changed places either may be called moved, so where nobody touched the place of
 * this one since it was made, it was whoever touched another in the same order.
 */
function moversIn(lines: readonly PlanLine[], wrote: SidesAt): (line: PlanLine) => readonly Side[] {
  const at = ({ kind, id }: PlanLine, field: string | null) => wrote({ list: LISTS[kind], id, field })
  const placed = (line: PlanLine) => at(line, line.kind === 'step' ? 'place' : 'rank')
  const touched = (line: PlanLine) => (isSame(placed(line), at(line, null)) ? [] : placed(line))
  return (line) => {
    if (touched(line).length > 0) return placed(line)
    const beside = lines.filter(({ kind, home }) => kind === line.kind && home === line.home)
    const others = beside.reduce<readonly Side[]>((sides, other) => both(sides, touched(other)), [])
    return others.length > 0 ? others : placed(line)
  }
}

function isSame(one: readonly Side[], other: readonly Side[]): boolean {
  return one.join() === other.join()
}

function both(one: readonly Side[], other: readonly Side[]): readonly Side[] {
  return (['buyer', 'seller'] as const).filter((side) => one.includes(side) || other.includes(side))
}

/** The steps of a milestone that is gone went with it and are not named. */
function removed(gone: readonly Line[], plan: Plan, wrote: SidesAt): readonly Difference[] {
  const milestones = new Set(gone.filter(({ kind }) => kind === 'milestone').map(({ identity }) => identity))
  const ids = idsByKey(plan)
  return gone
    .filter(({ home }) => home === null || !milestones.has(home))
    .map((line): Difference => {
      const id = ids.get(line.identity) ?? null
      const by = id === null ? [] : wrote({ list: LISTS[line.kind], id, field: wentBy(plan, line.kind, id) })
      const evidence = { target: goneFrom(line.kind), number: null, title: '' }
      return { kind: 'removed', line: line.kind, title: line.title, was: null, is: null, by, evidence }
    })
}

/** Where it would stand. */
function goneFrom(kind: LineKind): ReviewTarget {
  if (kind === 'role') return { kind: 'people', side: 'buyer' }
  return kind === 'criterion' ? { kind: 'criteria' } : { kind: 'milestones' }
}

/** A milestone that is not needed in this deal is still there, skipped. */
function wentBy({ milestones }: Plan, kind: LineKind, id: string): string {
  return kind === 'milestone' && milestones.some((milestone) => milestone.id === id) ? 'skipped' : 'archived'
}

/** Which record a line of the template became, by the identity of the line. */
function idsByKey(plan: Plan): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  const steps = [...plan.milestones, ...plan.archivedMilestones].flatMap((milestone) => milestone.steps)
  const records: readonly (readonly [LineKind, readonly { readonly id: string }[]])[] = [
    ['milestone', [...plan.milestones, ...plan.archivedMilestones]],
    ['step', [...steps, ...plan.removedSteps]],
    ['role', [...plan.roles, ...plan.removedRoles]],
  ]
  for (const [kind, all] of records) {
    for (const { id } of all) {
      const key = originsOf(plan)?.get(id)
      if (key !== undefined && !known.has(`${kind} ${key}`)) known.set(`${kind} ${key}`, id)
    }
  }
  return known
}

export function evidenceOf({ target, number, title }: PlanLine): Evidence {
  return { target, number, title }
}
