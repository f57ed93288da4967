// What one place of a plan says, in words. Ids are read in the plan that they were read from, because a name may be another one
// by now.
import { capitalised } from '../../format/count.ts'
import { dayText } from '../../format/day.ts'
import { companyOf } from '../../format/names.ts'
import type { PlaceInPlan } from './place-labels.ts'
import { valueWords as words } from './values.ts'

interface Titled {
  readonly id: string
  readonly title: string
}

interface StepHere extends Titled {
  readonly place: { readonly milestoneId: string; readonly rank: string }
}

interface MilestoneHere extends Titled {
  readonly rank: string
  readonly steps: readonly StepHere[]
}

/** As much of a plan as the words need: names and order. */
export interface PlanForWords {
  readonly buyer: string
  readonly seller: string
  readonly milestones: readonly MilestoneHere[]
  readonly removedMilestones: readonly MilestoneHere[]
  readonly removedSteps: readonly StepHere[]
  readonly roles: readonly (Titled & { readonly personId: string | null })[]
  readonly removedRoles: readonly Titled[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly removedPeople: readonly { readonly id: string; readonly name: string }[]
  readonly keyDates: readonly Titled[]
  readonly removedKeyDates: readonly Titled[]
  readonly options: readonly Titled[]
  readonly removedOptions: readonly Titled[]
  readonly moves: readonly { readonly id: string; readonly milestoneId: string | null }[]
}

/** What a place says, as `plan` understands it (owners and links are ids); '' where it says nothing. */
export function valueText(plan: PlanForWords, place: PlaceInPlan, value: unknown, today: string): string {
  const { list, id, field } = place
  const name = list === 'meta' ? id : field
  const known = name === null ? wholeText(list, id, value, today) : fieldText(plan, place, name, value, today)
  if (known !== undefined) return known
  if (typeof value === 'string') return isDay(value) ? dayText(value, today) : value.trim()
  if (typeof value === 'number') return String(value)
  return ''
}

/** What stands for nothing: "Nobody", "No date". */
export function emptyText({ list, id, field }: PlaceInPlan): string {
  const name = list === 'meta' ? id : field
  if (name === 'ownerRole' || name === 'withRole' || name === 'personId') return words.nobody
  if (name === 'due' || name === 'agreedDue' || name === 'startedOn' || name === 'by' || name === 'span')
    return words.noDate
  if (name === 'done') return words.open
  return words.empty
}

/** Undefined: nothing special about this field. */
function fieldText(
  plan: PlanForWords,
  { list, id }: PlaceInPlan,
  name: string,
  value: unknown,
  today: string,
): string | undefined {
  switch (name) {
    case 'archived':
      return value === null ? words.inPlan : words.notInPlan
    case 'skipped':
      return value === null ? words.needed : words.notNeeded
    case 'compelling':
    case 'blocksWork':
      return value === true ? words.yes : words.no
    case 'done':
      return dayOf(value, 'on', today)
    case 'span':
      return spanText(value, today)
    case 'result':
      return typeof value === 'string' ? capitalised(value) : ''
    case 'agreedByBuyer':
    case 'agreedBySeller':
      return value === null ? words.no : words.yes
    case 'estimate':
      return typeof value === 'number' ? words.workdays(value) : ''
    case 'ownerRole':
    case 'withRole':
      return nameIn([...plan.roles, ...plan.removedRoles], value)
    case 'personId':
      return nameIn([...plan.people, ...plan.removedPeople], value)
    case 'mustEndBy':
      return nameIn([...plan.keyDates, ...plan.removedKeyDates], value)
    case 'goLiveId':
    case 'resultId':
      return nameIn([...plan.milestones, ...plan.removedMilestones], value)
    case 'after':
      return waitsText(plan, list, value)
    case 'side':
      return value === 'buyer' || value === 'seller' ? companyOf(plan, value) : ''
    case 'rank':
    case 'place':
      return placeText(plan, list, id)
    default:
      return undefined
  }
}

function wholeText(list: string, id: string | null, value: unknown, today: string): string | undefined {
  if (list === 'holidays') {
    const day = id !== null && isDay(id) ? dayText(id, today) : ''
    const name = textAt(value, 'name')
    return value === null ? '' : name === '' ? day : words.holiday(day, name)
  }
  if (list === 'confirmations')
    return { confirmed: words.confirmed, disputed: words.disputed }[textAt(value, 'state')] ?? ''
  if (list === 'people') return textAt(value, 'name')
  if (list === 'scores') return scoreText(value)
  if (list === 'decisions') return excerpts('', textAt(value, 'question'))[1]
  if (SAYS_TEXT.has(list)) return excerpts('', textAt(value, 'text'))[1]
  return textAt(value, 'title')
}

/** Records that are called by what they say. */
const SAYS_TEXT = new Set(['moves', 'objectives', 'criteria', 'expectations', 'comments'])

/** Where it stands in this plan: 'place 3', for a step 'place 2 in milestone 4'. */
function placeText(plan: PlanForWords, list: string, id: string | null): string {
  if (list === 'steps') {
    const at = plan.milestones.findIndex(({ steps }) => steps.some((step) => step.id === id))
    const step = plan.milestones[at]?.steps.findIndex((each) => each.id === id) ?? -1
    return step === -1 ? '' : words.placeInMilestone(step + 1, at + 1)
  }
  const siblings: readonly { readonly id: string }[] =
    list === 'roles' ? plan.roles : list === 'options' ? plan.options : list === 'milestones' ? plan.milestones : []
  const at = siblings.findIndex((each) => each.id === id)
  return at === -1 ? '' : words.place(at + 1)
}

function waitsText(plan: PlanForWords, list: string, value: unknown): string {
  if (!Array.isArray(value)) return words.theOneBefore
  if (value.length === 0) return words.nothing
  if (list === 'steps')
    return value
      .map((id) =>
        nameIn(
          plan.milestones.flatMap(({ steps }) => steps),
          id,
        ),
      )
      .join(', ')
  const numbers = value.map((id) => plan.milestones.findIndex((milestone) => milestone.id === id) + 1)
  return numbers
    .filter((number) => number > 0)
    .map((number) => words.milestone(number))
    .join(', ')
}

function scoreText(value: unknown): string {
  const score: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'score') : undefined
  return typeof score === 'number' ? words.score(score) : ''
}

function spanText(value: unknown, today: string): string {
  const [from, to] = [dayOf(value, 'from', today), dayOf(value, 'to', today)]
  return from === to ? from : words.span(from, to)
}

/** '' where it is not among them. */
export function nameIn(records: readonly { readonly id: string }[], id: unknown): string {
  const record = records.find((each) => each.id === id)
  return record === undefined ? '' : textAt(record, 'title') || textAt(record, 'name')
}

function dayOf(value: unknown, key: string, today: string): string {
  const day = textAt(value, key)
  return isDay(day) ? dayText(day, today) : ''
}

function textAt(value: unknown, key: string): string {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return ''
  const found: unknown = Reflect.get(value, key)
  return typeof found === 'string' ? found.trim() : ''
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}

const LONGEST = 56
const LEAD = 14

/** Of two long texts that begin alike, the parts that do not. */
export function excerpts(was: string, is: string): readonly [string, string] {
  let same = 0
  while (same < was.length && was[same] === is[same]) same += 1
  const isLong = Math.max(was.length, is.length) > LONGEST
  const from = was !== '' && isLong && same > LEAD * 2 ? was.lastIndexOf(' ', same - LEAD) + 1 : 0
  return [excerpt(was, from), excerpt(is, from)]
}

function excerpt(text: string, from: number): string {
  if (text === '') return ''
  const rest = text.slice(from).replaceAll(/\s+/gu, ' ').trim()
  const cut = rest.length > LONGEST ? `${rest.slice(0, LONGEST).toWellFormed().trimEnd()}…` : rest
  return `“${from > 0 ? '…' : ''}${cut}”`
}
