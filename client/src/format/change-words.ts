// What stands at one place of a plan, in words: which record it is about, and what it says. Ids are read in the plan that they
// were read from, because a name may be another one by now.
import { capitalised, count } from './count.ts'
import { dayText } from './day.ts'
import { companyOf } from './names.ts'
import { placeLabel, type PlaceInPlan } from './place-labels.ts'

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

/** What a place said, and the plan in which that is understood. */
export interface Said {
  readonly plan: PlanForWords
  readonly value: unknown
}

export interface ChangeWords {
  /** Of its milestone, as it is numbered now. */
  readonly number: number | null
  readonly what: string
  /** Which record, where the number does not say it. */
  readonly about: string
  readonly before: string
  readonly now: string
}

/** `before` is null where nobody knows what was there. */
export function changeWords(place: PlaceInPlan, before: Said | null, now: Said, today: string): ChangeWords {
  const number = milestoneNumber(now.plan, place)
  const label = placeLabel(place)
  const about = recordName(now.plan, place)
  if (place.field === 'archived') {
    return { number, what: `${label} ${now.value === null ? 'brought back' : 'removed'}`, about, before: '', now: '' }
  }
  const is = valueText(now.plan, place, now.value, today)
  // A record that is new says by its name which one it is.
  if (place.field === null && isRecord(place.list))
    return { number, what: label, about: '', before: '', now: is || about }
  const was = before === null ? '' : valueText(before.plan, place, before.value, today)
  const [shortWas, shortIs] = isTyped(place) ? excerpts(was, is) : [was, is]
  return { number, what: label, about, before: shortWas, now: shortIs || (was === '' ? '' : emptyText(place)) }
}

function isRecord(list: string): boolean {
  return list !== 'meta' && list !== 'holidays' && list !== 'confirmations' && list !== 'scores'
}

const TYPED = new Set([
  'title',
  'benefit',
  'notes',
  'outcome',
  'why',
  'text',
  'name',
  'question',
  'answer',
  'consequence',
  'valueProposition',
  'buyerPriority',
  'costOfSlip',
])

function isTyped({ list, id, field }: PlaceInPlan): boolean {
  return TYPED.has((list === 'meta' ? id : field) ?? '')
}

const LONGEST = 56
const LEAD = 14

/** Of two long texts that begin alike, the parts that do not. */
function excerpts(was: string, is: string): readonly [string, string] {
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

/** The milestone that it belongs to, by its number in this plan; null for what stands beside the document. */
function milestoneNumber(plan: PlanForWords, { list, id }: PlaceInPlan): number | null {
  const milestoneId =
    list === 'steps'
      ? plan.milestones.find(({ steps }) => steps.some((step) => step.id === id))?.id
      : list === 'moves'
        ? plan.moves.find((move) => move.id === id)?.milestoneId
        : list === 'confirmations'
          ? id?.split(':')[0]
          : list === 'milestones'
            ? id
            : null
  const at = plan.milestones.findIndex((milestone) => milestone.id === milestoneId)
  return at === -1 ? null : at + 1
}

/** Which record it is about, where the milestone's number does not say it; '' where nothing has to be said. */
export function recordName(plan: PlanForWords, { list, id, field }: PlaceInPlan): string {
  if (id === null) return ''
  const called = (records: readonly { readonly id: string }[]) => nameIn(records, id)
  switch (list) {
    case 'milestones':
      return milestoneNumber(plan, { list, id, field }) === null || field === null || field === 'archived'
        ? called([...plan.milestones, ...plan.removedMilestones])
        : ''
    case 'steps':
      return called([...plan.milestones.flatMap(({ steps }) => steps), ...plan.removedSteps])
    case 'roles':
      return called([...plan.roles, ...plan.removedRoles])
    case 'people':
      return called([...plan.people, ...plan.removedPeople])
    case 'options':
      return called([...plan.options, ...plan.removedOptions])
    case 'scores':
      return nameIn([...plan.options, ...plan.removedOptions], id.split(':')[1])
    case 'keyDates':
      return called([...plan.keyDates, ...plan.removedKeyDates])
    default:
      return ''
  }
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
  if (name === 'ownerRole' || name === 'withRole' || name === 'personId') return 'Nobody'
  if (name === 'due' || name === 'agreedDue' || name === 'startedOn' || name === 'by' || name === 'span')
    return 'No date'
  if (name === 'done') return 'Open'
  return 'Empty'
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
      return value === null ? 'In the plan' : 'Removed'
    case 'skipped':
      return value === null ? 'Needed' : 'Not needed'
    case 'compelling':
    case 'blocksWork':
      return value === true ? 'Yes' : 'No'
    case 'done':
      return dayOf(value, 'on', today)
    case 'span':
      return spanText(value, today)
    case 'result':
      return typeof value === 'string' ? capitalised(value) : ''
    case 'agreedByBuyer':
    case 'agreedBySeller':
      return value === null ? 'No' : 'Yes'
    case 'estimate':
      return typeof value === 'number' ? count(value, 'working day') : ''
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
    return value === null ? '' : name === '' ? day : `${day}, ${name}`
  }
  if (list === 'confirmations')
    return { confirmed: 'Right as it is', disputed: 'Disputed' }[textAt(value, 'state')] ?? ''
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
    return step === -1 ? '' : `place ${step + 1} in milestone ${at + 1}`
  }
  const siblings: readonly { readonly id: string }[] =
    list === 'roles' ? plan.roles : list === 'options' ? plan.options : list === 'milestones' ? plan.milestones : []
  const at = siblings.findIndex((each) => each.id === id)
  return at === -1 ? '' : `place ${at + 1}`
}

function waitsText(plan: PlanForWords, list: string, value: unknown): string {
  if (!Array.isArray(value)) return 'The one before'
  if (value.length === 0) return 'Nothing'
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
    .map((number) => `milestone ${number}`)
    .join(', ')
}

function scoreText(value: unknown): string {
  const score: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'score') : undefined
  return typeof score === 'number' ? `${score} of 5` : ''
}

function spanText(value: unknown, today: string): string {
  const [from, to] = [dayOf(value, 'from', today), dayOf(value, 'to', today)]
  return from === to ? from : `${from} to ${to}`
}

function nameIn(records: readonly { readonly id: string }[], id: unknown): string {
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
