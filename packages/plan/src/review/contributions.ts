/**
 * Who has put something into the plan, as far as the document knows: writers, moves, offers and answers to them,
 * confirmations, what was ticked or left out. Contributions only; who looked is not in the document and not asked for.
 *
 * `latestMark` is the one place that compares clock times: "has anything happened of late" has no counter, and a clock that is
 * off by hours does not matter to an answer in days.
 */
import type { Person } from '../people.ts'
import type { Plan } from '../read-plan.ts'
import type { Author, Instant, Mark, Side } from '../value.ts'
import { readingOf } from './milestone-reading.ts'

export function contributedSides(plan: Plan): ReadonlySet<Side> {
  return new Set([...plan.writers, ...marksOf(plan).map(({ by }) => by)].map(({ side }) => side))
}

export function hasContributed(plan: Plan, person: Person): boolean {
  const isThem = ({ personId, name, side }: Author) =>
    personId === null ? name !== '' && name === person.name && side === person.side : personId === person.id
  return plan.writers.some(isThem) || marksOf(plan).some(({ by }) => isThem(by))
}

/**
 * When something was last written down, as far as the document knows; null where nothing ever was. Words, new lines and their
 * order carry no time of their own: of them the document knows when each device began to write, each time the plan was opened.
 */
export function latestMark(plan: Plan): Instant | null {
  const times = [...marksOf(plan).map(({ at }) => at), ...plan.writers.map(({ from }) => from)]
  const latest = times.reduce((last, at) => Math.max(last, at), plan.createdAt ?? -1)
  return latest < 0 ? null : latest
}

/** Asked for by several checks of one reading. */
const marksOfPlan = new WeakMap<Plan, readonly Mark[]>()

/** Everything that somebody put their name to, in no order. */
export function marksOf(plan: Plan): readonly Mark[] {
  const known = marksOfPlan.get(plan)
  if (known !== undefined) return known
  const marks = collected(plan)
  marksOfPlan.set(plan, marks)
  return marks
}

function collected(plan: Plan): readonly Mark[] {
  const marks: (Mark | null)[] = [...plan.moves, ...plan.offers, ...plan.confirmations]
  for (const { confirmed } of plan.moves) marks.push(confirmed)
  for (const { accepted, withdrawn } of plan.offers) marks.push(accepted, withdrawn)
  for (const milestone of [...plan.milestones, ...plan.archivedMilestones]) marks.push(...readingOf(milestone).marks)
  return marks.filter((mark) => mark !== null)
}
