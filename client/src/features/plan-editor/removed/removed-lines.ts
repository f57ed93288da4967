/**
 * What was removed from the plan, as the drawer lists it: newest first, each with what it contained and who removed it. Pure.
 *
 * Tab and Shift+Tab copy a line and archive the old record. Such a record is listed only while it holds something that the
 * plan does not say elsewhere: what one moved about a moment ago was not removed.
 */
import type { Mark, Milestone, MilestoneId, Plan, Step } from '@milepost/plan'
import { removedWords } from '../../../words/plan-editor/removed.ts'

const KINDS = removedWords.kinds

export type RemovedKind =
  | 'milestone'
  | 'step'
  | 'role'
  | 'person'
  | 'keyDate'
  | 'objective'
  | 'criterion'
  | 'decision'
  | 'expectation'
  | 'option'

export interface RemovedLine {
  readonly kind: RemovedKind
  readonly id: string
  readonly title: string
  /** What it is and what it contained: "Milestone with 4 steps". */
  readonly words: string
  readonly removed: Mark
  /** The milestone of a step, where that one was removed too: it comes back with it. */
  readonly withMilestone: MilestoneId | null
}

type NotYetMarked = Omit<RemovedLine, 'removed'> & { readonly removed: Mark | null }

export function removedLines(plan: Plan): readonly RemovedLine[] {
  return [...marked(allLines(plan))].toSorted(newestFirst)
}

export function removedCount(plan: Plan): number {
  const others = [plan.removedRoles, plan.removedPeople, plan.removedKeyDates, plan.removedObjectives]
  const terms = [plan.removedCriteria, plan.removedDecisions, plan.removedExpectations, plan.removedOptions]
  const rest = [...others, ...terms].reduce((sum, list) => sum + list.length, 0)
  if (plan.removedMilestones.length + plan.removedSteps.length === 0) return rest
  return rest + milestonesOf(plan).length + stepsOf(plan).length
}

function allLines(plan: Plan): readonly NotYetMarked[] {
  const simple = (kind: RemovedKind, id: string, title: string, words: string, removed: Mark | null): NotYetMarked => ({
    kind,
    id,
    title,
    words,
    removed,
    withMilestone: null,
  })
  return [
    ...milestonesOf(plan).map((one) =>
      simple('milestone', one.id, one.title, KINDS.milestone(one.steps.length, one.notes), one.archived),
    ),
    ...stepsOf(plan).map((step) => stepLine(plan, step)),
    ...plan.removedRoles.map((role) => {
      const person = plan.people.find(({ id }) => id === role.personId)
      return simple(
        'role',
        role.id,
        role.title,
        person === undefined ? KINDS.role : KINDS.roleOf(person.name),
        role.archived,
      )
    }),
    ...plan.removedPeople.map((one) => simple('person', one.id, one.name, KINDS.person, one.archived)),
    ...plan.removedKeyDates.map((one) => simple('keyDate', one.id, one.title, KINDS.keyDate, one.archived)),
    ...plan.removedObjectives.map((one) => simple('objective', one.id, one.text, KINDS.objective, one.archived)),
    ...plan.removedCriteria.map((one) => simple('criterion', one.id, one.text, KINDS.criterion, one.archived)),
    ...plan.removedDecisions.map((one) =>
      simple('decision', one.id, one.question === '' ? one.answer : one.question, KINDS.decision, one.archived),
    ),
    ...plan.removedExpectations.map((one) =>
      simple('expectation', one.id, one.text === '' ? one.consequence : one.text, KINDS.expectation, one.archived),
    ),
    ...plan.removedOptions.map((one) => simple('option', one.id, one.title, KINDS.option, one.archived)),
  ]
}

function stepLine(plan: Plan, step: Step): NotYetMarked {
  const { milestoneId } = step.place
  const number = plan.milestones.findIndex(({ id }) => id === milestoneId) + 1
  const gone = plan.archivedMilestones.find(({ id }) => id === milestoneId)
  return {
    kind: 'step',
    id: step.id,
    title: step.title === '' ? step.outcome : step.title,
    words: gone === undefined ? KINDS.step(number) : KINDS.stepOfRemoved(gone.title),
    removed: step.archived,
    withMilestone: gone === undefined ? null : milestoneId,
  }
}

/** Without those that became a step and say nothing more than that step. */
function milestonesOf(plan: Plan): readonly Milestone[] {
  const { removedMilestones } = plan
  if (!removedMilestones.some(isBare)) return removedMilestones
  const said = saidIn(plan)
  return removedMilestones.filter((one) => !isBare(one) || !said.has(wordsOf(one.title, one.benefit)))
}

/** Without those that became a milestone. */
function stepsOf(plan: Plan): readonly Step[] {
  if (plan.removedSteps.length === 0) return plan.removedSteps
  const said = saidIn(plan)
  return plan.removedSteps.filter((step) => !said.has(wordsOf(step.title, step.outcome)))
}

/** What the lines of the plan say; a line may have been moved in and out more than once. */
function saidIn({ milestones }: Plan): ReadonlySet<string> {
  return new Set(
    milestones.flatMap(({ title, benefit, steps }) => [
      wordsOf(title, benefit),
      ...steps.map((step) => wordsOf(step.title, step.outcome)),
    ]),
  )
}

function isBare({ steps, notes }: Milestone): boolean {
  return steps.length === 0 && !notes
}

function wordsOf(title: string, more: string): string {
  return JSON.stringify([title, more])
}

function* marked(lines: readonly NotYetMarked[]): Generator<RemovedLine> {
  for (const line of lines) {
    const { removed } = line
    if (removed !== null) yield { ...line, removed }
  }
}

/** By the clock of whoever removed it: an order to look through, which nothing hangs on. */
function newestFirst(a: RemovedLine, b: RemovedLine): number {
  return b.removed.at - a.removed.at || (a.id < b.id ? -1 : 1)
}
