/**
 * A plan, and a template, as lines that can be held against each other: milestones, steps, roles, success criteria, the buyer's key
 * dates and the value proposition, each with an identity that is the same wherever the line comes from the same place. That is the key it
 * had in the template, however
 * it reads by now; a line that people added is known by its words, with both companies' names out of them.
 *
 * What belongs to the one deal is not in it: days, names of people, numbers of the criteria. Two plans may differ in all of them
 * and still be the same plan.
 */
import { wordsAlike, type Milestone, type Plan, type ReviewTarget } from '@milepost/plan'
import { withoutCompanies } from '../neutral-wording.ts'
import { originsOf } from '../origins.ts'
import { estimateOf, type Template } from '../template.ts'

export type LineKind = 'milestone' | 'step' | 'role' | 'criterion' | 'keyDate' | 'proposition'

export interface Line {
  readonly kind: LineKind
  readonly identity: string
  /** As it stands there. */
  readonly title: string
  /** Title, and benefit or outcome, as they are compared. */
  readonly words: string
  readonly more: string
  readonly estimate: number | null
  /** Identity of the milestone that a step stands in. */
  readonly home: string | null
}

export interface PlanLine extends Line {
  readonly id: string
  readonly target: ReviewTarget
  /** Of the milestone, or the one a step stands in. */
  readonly number: number | null
}

interface Drawn {
  readonly kind: LineKind
  readonly key: string | null
  readonly title: string
  readonly more: string
  readonly home: string | null
}

/**
 * In order: each milestone with its steps, then roles, key dates, success criteria and the value proposition. What was left out
 * of the plan is none of its lines.
 */
export function linesOfPlan(plan: Plan, template: Template | null, proposition: string): readonly PlanLine[] {
  const origins = originsOf(plan)
  const known = origins === null && template !== null ? keysByTitle(template) : null
  const keyOf = (kind: LineKind, id: string, title: string) =>
    origins?.get(id) ?? known?.get(`${kind} ${wordsAlike(title)}`) ?? null
  const drawn: (Omit<PlanLine, 'identity' | 'words'> & Drawn)[] = []
  const needed = plan.milestones.filter(({ skipped }) => skipped === null)
  for (const { id, title, benefit, estimate, steps } of needed) {
    const number = numberOf(plan, id)
    const target = { kind: 'milestone', milestoneId: id } as const
    const key = keyOf('milestone', id, title)
    drawn.push({ kind: 'milestone', id, key, title, more: benefit, estimate, home: null, target, number })
    for (const step of steps) {
      const inStep = { kind: 'step', milestoneId: id, stepId: step.id } as const
      const own = { id: step.id, key: keyOf('step', step.id, step.title), title: step.title, estimate: step.estimate }
      drawn.push({ kind: 'step', ...own, more: step.outcome, home: id, target: inStep, number })
    }
  }
  for (const { id, title } of plan.roles) {
    const own = { id, key: keyOf('role', id, title), title, target: { kind: 'role', roleId: id } as const }
    drawn.push({ kind: 'role', ...own, more: '', estimate: null, home: null, number: null })
  }
  for (const { id, title } of plan.keyDates.filter(({ side }) => side === 'buyer')) {
    const target = { kind: 'keyDate', keyDateId: id } as const
    drawn.push({ kind: 'keyDate', id, key: null, title, more: '', estimate: null, home: null, target, number: null })
  }
  return identified([...drawn, ...agreedWords(plan, proposition)], ({ id }) => id, withoutCompanies(plan))
}

/** What is agreed in words: known by them alone, because no template says which is which. */
function agreedWords(
  { criteria }: Plan,
  proposition: string,
): readonly (Omit<PlanLine, 'identity' | 'words'> & Drawn)[] {
  const own = { key: null, more: '', estimate: null, home: null, number: null } as const
  return [
    ...criteria
      .filter(({ text }) => text.trim() !== '')
      .map(({ id, text }) => {
        return { ...own, kind: 'criterion', id, title: text, target: { kind: 'criteria' } } as const
      }),
    // One in each plan, however it reads: its words are what is compared.
    ...(proposition.trim() === ''
      ? []
      : [{ ...own, kind: 'proposition', key: 'one', id: '', title: proposition, target: PROPOSITION } as const]),
  ]
}

const PROPOSITION = { kind: 'valueProposition' } as const

export function linesOfTemplate(template: Template): readonly Line[] {
  const drawn: (Omit<Line, 'identity' | 'words'> & Drawn)[] = []
  for (const milestone of template.milestones) {
    const { key, title, benefit, steps } = milestone
    const estimate = estimateOf(milestone)
    drawn.push({ kind: 'milestone', key, title, more: benefit, estimate, home: null })
    for (const step of steps)
      drawn.push({
        kind: 'step',
        key: step.key,
        title: step.title,
        more: step.outcome,
        estimate: step.estimate,
        home: key,
      })
  }
  for (const { key, title } of template.roles)
    drawn.push({ kind: 'role', key, title, more: '', estimate: null, home: null })
  for (const title of template.criteria.filter((text) => text.trim() !== ''))
    drawn.push({ kind: 'criterion', key: null, title, more: '', estimate: null, home: null })
  return identified(
    drawn,
    ({ key }) => key ?? '',
    (text) => text,
  )
}

/** By kind and key or words. What somebody wrote twice is told apart by counting: the first is the first everywhere. */
function identified<Of extends Drawn>(
  drawn: readonly Of[],
  idOf: (line: Of) => string,
  neutral: (text: string) => string,
): readonly (Of & Pick<Line, 'identity' | 'words'>)[] {
  const times = new Map<string, number>()
  const milestones = new Map<string, string>()
  return drawn.map((line) => {
    const words = wordsAlike(neutral(line.title))
    const named = `${line.kind} ${line.key ?? `"${words}"`}`
    const before = times.get(named) ?? 0
    times.set(named, before + 1)
    const identity = before === 0 ? named : `${named} ${before + 1}`
    if (line.kind === 'milestone') milestones.set(idOf(line), identity)
    const home = line.home === null ? null : (milestones.get(line.home) ?? null)
    return { ...line, identity, words, more: wordsAlike(neutral(line.more)), home }
  })
}

/** A plan of old did not keep what its lines were made from: what still has a title of the template is that line. */
function keysByTitle({ milestones, roles }: Template): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  const add = (kind: LineKind, title: string, key: string) => {
    const name = `${kind} ${wordsAlike(title)}`
    if (!known.has(name)) known.set(name, key)
  }
  for (const { key, title, steps } of milestones) {
    add('milestone', title, key)
    for (const step of steps) add('step', step.title, step.key)
  }
  for (const { key, title } of roles) add('role', title, key)
  return known
}

function numberOf({ milestones }: Plan, id: Milestone['id']): number {
  return milestones.findIndex((milestone) => milestone.id === id) + 1
}
