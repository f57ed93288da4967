// What changed at one place of a plan, in words: which record it is about, and what it said before and says now.
import { placeLabel, type PlaceInPlan } from './place-labels.ts'
import { emptyText, excerpts, nameIn, valueText, type PlanForWords } from './value-text.ts'
import { valueWords as words } from './values.ts'

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
    const what = now.value === null ? words.broughtBack(label) : words.removed(label)
    return { number, what, about, before: '', now: '' }
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
