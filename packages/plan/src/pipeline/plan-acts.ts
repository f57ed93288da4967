/**
 * Who did something in the plan, and when: beginnings of writing, moves, offers and answers, confirmations, what was ticked or
 * left out. Acts that are in the document only; whoever reads is not in it and is not asked for.
 *
 * Clock times are compared here, because "has anything happened of late" has no counter; a clock that is off by hours does not
 * matter to an answer in days.
 */
import type { Plan } from '../read-plan.ts'
import { marksOf } from '../review/contributions.ts'
import type { Author, Instant, Side } from '../value.ts'

export interface Act {
  readonly side: Side
  readonly name: string
  readonly at: Instant
}

/** The latest act of each side; null where there is none. */
export function lastActs(plan: Plan): Readonly<Record<Side, Act | null>> {
  const last: Record<Side, Act | null> = { buyer: null, seller: null }
  for (const act of actsIn(plan)) {
    const { side } = act.by
    if (act.at > (last[side]?.at ?? 0)) last[side] = { side, name: act.by.name, at: act.at }
  }
  return last
}

export interface PeopleActive {
  /** Of the people below, those who put something in since `since`. */
  readonly active: number
  readonly people: number
}

export function peopleActive(plan: Plan, side: Side, since: Instant): PeopleActive {
  const acts = actsIn(plan).filter(({ at }) => at >= since)
  const people = plan.people.filter((person) => person.side === side)
  const active = people.filter((person) => acts.some(({ by }) => isBy(by, person.id, person.name, side)))
  return { active: active.length, people: people.length }
}

function isBy(by: Author, personId: string, name: string, side: Side): boolean {
  return by.personId === null ? by.side === side && name !== '' && by.name === name : by.personId === personId
}

function actsIn(plan: Plan): readonly { readonly by: Author; readonly at: Instant }[] {
  return [...plan.writers.map((writer) => ({ by: writer, at: writer.from })), ...marksOf(plan)]
}
