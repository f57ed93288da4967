/**
 * What others changed meanwhile, as lines in the order of the page. What was one act to the person who did it is one line: a
 * moved date with its reason, go-live with who chose it; and where somebody only made room for another row, nothing is said.
 */
import {
  readPlan,
  type ChangeBy,
  type MilestoneId,
  type Plan,
  type PlanDoc,
  type Side,
  type StepId,
} from '@milepost/plan'
import { changeWords, type ChangeWords } from '../../words/changes/change-words.ts'
import { awayWords } from '../../words/while-apart/away.ts'

export interface AwayLine extends ChangeWords {
  readonly key: string
  readonly list: string
  /** Of a day that was moved: the working days its milestone itself lost or won back; null elsewhere. */
  readonly days: number | null
  readonly side: Side | null
  /** First name; '' where nobody can say. */
  readonly by: string
  /** What on the page it is about; its edge stands there. */
  readonly row: string | null
  /** A line of the document, or else the names of places beside it: the first that is on the page. */
  readonly line: LineOfPlan | null
  readonly places: readonly string[]
}

export interface LineOfPlan {
  readonly milestoneId: MilestoneId
  readonly stepId: StepId | null
}

export interface AwayFrom {
  readonly before: PlanDoc
  readonly changes: readonly ChangeBy[]
}

/** How many working days a milestone itself lost (or won back, below zero) against what was agreed. */
export type DaysOf = (id: MilestoneId) => number | null

export function awayLines(
  { before, changes }: AwayFrom,
  doc: PlanDoc,
  today: string,
  daysOf: DaysOf = () => null,
): readonly AwayLine[] {
  const [was, is] = [readPlan(before), readPlan(doc)]
  const lines = changes
    .filter((change) => isOfItsOwn(change, changes, is))
    .map((change): AwayLine => {
      const words = changeWords(change, { plan: was, value: change.before }, { plan: is, value: change.now }, today)
      const reason = reasonOf(change, changes, is)
      return {
        ...words,
        now: reason === '' ? words.now : awayWords.withReason(words.now, reason),
        list: change.list,
        days: change.list === 'milestones' && change.field === 'due' ? daysOf(change.id as MilestoneId) : null,
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

function placeOf({ list, id }: ChangeBy, plan: Plan): Pick<AwayLine, 'row' | 'line' | 'places'> {
  if (list === 'steps') {
    const milestone = plan.milestones.find(({ steps }) => steps.some((step) => step.id === id))
    const step = milestone?.steps.find((each) => each.id === id)
    if (milestone === undefined || step === undefined) return beside(['milestones'])
    return { row: step.id, line: { milestoneId: milestone.id, stepId: step.id }, places: [] }
  }
  const milestoneId =
    list === 'moves'
      ? plan.moves.find((move) => move.id === id)?.milestoneId
      : list === 'confirmations'
        ? id?.split(':')[0]
        : id
  const milestone = plan.milestones.find((each) => each.id === milestoneId)
  if (milestone !== undefined)
    return { row: milestone.id, line: { milestoneId: milestone.id, stepId: null }, places: [] }
  // A score stands at its option.
  const at = list === 'scores' ? id?.split(':')[1] : id
  return beside([...(at === undefined || at === null ? [] : [at]), ...placesBeside(list, id, plan)])
}

function beside(places: readonly string[]): Pick<AwayLine, 'row' | 'line' | 'places'> {
  return { row: places[0] ?? null, line: null, places }
}

/** Where it is found when it has no place of its own on the page now: the first of these that is there. */
function placesBeside(list: string, id: string | null, plan: Plan): readonly string[] {
  switch (list) {
    case 'people':
      return [`people:${plan.people.find((each) => each.id === id)?.side ?? 'buyer'}`, 'people', 'milestones']
    case 'roles':
      return ['people', 'milestones']
    case 'keyDates':
      return ['keyDates', 'milestones']
    case 'meta':
      return id === 'goLiveId' || id === 'resultId' ? ['goLive', 'milestones'] : ['milestones']
    default:
      return [list, 'terms', 'milestones']
  }
}

/** 'by Dana', 'by Dana and Marek', 'by Dana and others'; '' where nobody can say. */
export function whoText(lines: readonly AwayLine[]): string {
  const names = [...new Set(lines.map(({ by }) => by).filter((name) => name !== ''))]
  const [first, second] = names
  if (first === undefined) return ''
  const words = awayWords.by
  if (second !== undefined) return names.length === 2 ? words.two(first, second) : words.twoAndOthers(first, second)
  return lines.every(({ by }) => by === first) ? words.one(first) : words.oneAndOthers(first)
}
