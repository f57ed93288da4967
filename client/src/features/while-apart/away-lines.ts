/**
 * What others changed meanwhile, as lines in the order of the page. What was one act to the person who did it is one line: a
 * moved date with its reason, go-live with who chose it; and where somebody only made room for another row, nothing is said.
 */
import { readPlan, type ChangeBy, type Plan, type PlanDoc, type ReviewTarget, type Side } from '@milepost/plan'
import { changeWords, type ChangeWords } from '../../format/change-words.ts'

export interface AwayLine extends ChangeWords {
  readonly key: string
  readonly side: Side | null
  /** First name; '' where nobody can say. */
  readonly by: string
  /** What on the page it is about, and how that is found there. */
  readonly target: ReviewTarget
  readonly row: string | null
}

export interface AwayFrom {
  readonly before: PlanDoc
  readonly changes: readonly ChangeBy[]
}

export function awayLines({ before, changes }: AwayFrom, doc: PlanDoc, today: string): readonly AwayLine[] {
  const [was, is] = [readPlan(before), readPlan(doc)]
  const lines = changes
    .filter((change) => isOfItsOwn(change, changes, is))
    .map((change): AwayLine => {
      const words = changeWords(change, { plan: was, value: change.before }, { plan: is, value: change.now }, today)
      const reason = reasonOf(change, changes, is)
      return {
        ...words,
        now: reason === '' ? words.now : `${words.now}, ${reason}`,
        key: JSON.stringify([change.list, change.id, change.field]),
        side: change.by?.side ?? null,
        by: change.by?.name.trim().split(/\s+/u)[0] ?? '',
        ...placeOf(change, is),
      }
    })
    // Somebody moved another row past it.
    .filter(({ before, now, key }) => !/"(rank|place)"\]$/u.test(key) || before !== now)
  return lines.toSorted((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity))
}

/** Not what stands in another line already. */
function isOfItsOwn({ list, id, field }: ChangeBy, all: readonly ChangeBy[], plan: Plan): boolean {
  if (list === 'meta') return id !== 'goLiveSetBy'
  if (list === 'people' && field === null) return !all.some((other) => other.field === 'personId' && other.now === id)
  if (list === 'steps') return field !== 'agreedDue'
  if (list !== 'moves' || field !== null) return true
  const milestoneId = plan.moves.find((move) => move.id === id)?.milestoneId
  return !all.some((other) => other.list === 'milestones' && other.id === milestoneId && other.field === 'due')
}

/** Why the day was moved, in the words of whoever moved it last. */
function reasonOf({ list, id, field }: ChangeBy, all: readonly ChangeBy[], { moves }: Plan): string {
  if (list !== 'milestones' || field !== 'due') return ''
  const isNew = (moveId: string) =>
    all.some((other) => other.list === 'moves' && other.id === moveId && other.field === null)
  return moves.findLast((move) => move.milestoneId === id && isNew(move.id))?.text.trim() ?? ''
}

function placeOf({ list, id }: ChangeBy, plan: Plan): Pick<AwayLine, 'target' | 'row'> {
  const milestoneId =
    list === 'moves'
      ? plan.moves.find((move) => move.id === id)?.milestoneId
      : list === 'confirmations'
        ? id?.split(':')[0]
        : id
  const milestone = plan.milestones.find((each) =>
    list === 'steps' ? each.steps.some((step) => step.id === id) : each.id === milestoneId,
  )
  if (milestone !== undefined && list === 'steps') {
    const step = milestone.steps.find((each) => each.id === id)
    if (step !== undefined)
      return { target: { kind: 'step', milestoneId: milestone.id, stepId: step.id }, row: step.id }
  }
  if (milestone !== undefined && list !== 'steps') {
    return { target: { kind: 'milestone', milestoneId: milestone.id }, row: milestone.id }
  }
  const role = plan.roles.find((each) => each.id === id)
  if (role !== undefined) return { target: { kind: 'role', roleId: role.id }, row: role.id }
  const keyDate = plan.keyDates.find((each) => each.id === id)
  if (keyDate !== undefined) return { target: { kind: 'keyDate', keyDateId: keyDate.id }, row: keyDate.id }
  return { target: besideTheDocument(list, id, plan), row: null }
}

function besideTheDocument(list: string, id: string | null, plan: Plan): ReviewTarget {
  const person = plan.people.find((each) => each.id === id)
  if (list === 'people' || list === 'roles') return { kind: 'people', side: person?.side ?? 'buyer' }
  if (list === 'keyDates' || list === 'holidays') return { kind: 'keyDates' }
  if (list === 'meta' && id === 'valueProposition') return { kind: 'valueProposition' }
  if (list === 'meta' && (id === 'goLiveId' || id === 'resultId')) return { kind: 'goLive' }
  return { kind: 'milestones' }
}

/** 'by Dana', 'by Dana and Marek', 'by Dana and others'; '' where nobody can say. */
export function whoText(lines: readonly AwayLine[]): string {
  const names = [...new Set(lines.map(({ by }) => by).filter((name) => name !== ''))]
  const [first, second] = names
  if (first === undefined) return ''
  if (second === undefined) return ` by ${first}${lines.every(({ by }) => by === first) ? '' : ' and others'}`
  return names.length === 2 ? ` by ${first} and ${second}` : ` by ${first}, ${second} and others`
}
