/** How it is said that two people set one thing while apart: which thing, whose stands there, and the two values. Never who was first. */
import type { Overruled, Plan } from '@milepost/plan'
import { emptyText, recordName, valueText } from '../../format/change-words.ts'
import { possessive } from '../../format/names.ts'
import { placeLabel } from '../../format/place-labels.ts'
import type { LostValueProps } from '../../hooks/lost-value-slot.tsx'

export interface LostValueWords {
  readonly text: string
  /** What keeps the one that is shown, and what puts mine back. */
  readonly keep: string
  readonly use: string
}

const MOVED = new Set(['due', 'span', 'rank', 'place'])
const LONGEST = 32
/** A place among others has no name to show. */
const UNNAMED = new Set(['rank', 'place'])

export function lostValueWords(plan: Plan, lost: Overruled, today: string): LostValueWords {
  const { field, mine, shown, by } = lost
  const place = lost.in === 'meta' ? { list: 'meta', id: field, field: null } : { list: lost.in, id: lost.id, field }
  const name = short(by?.name.trim().split(/\s+/u)[0] ?? '')
  const whose = name === '' ? 'the other one' : possessive(name)
  const about = lost.in === 'milestones' && isHere(plan, lost.id) ? '' : recordName(plan, place)
  const which = [about, field === 'due' && about === '' ? '' : placeLabel(place)]
    .filter((part) => part !== '')
    .join(', ')
  const happened = `ou both ${MOVED.has(field) ? 'moved' : 'changed'} this while apart.`
  const said = (value: unknown) =>
    UNNAMED.has(field) ? '' : short(valueText(plan, place, value, today)) || emptyText(place)
  return {
    text: `${which === '' ? 'Y' : `${which}: y`}${happened} The plan shows ${whose}.`,
    keep: said(shown) === '' ? `Keep ${whose}` : name === '' ? said(shown) : `${said(shown)}, ${name}`,
    use: said(mine) === '' ? 'Use mine' : `Use mine: ${said(mine)}`,
  }
}

/** What stands on a button: a company's name may be as long as a sentence. */
function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed().trimEnd()}…` : text
}

/** Where on the page it is said: at its milestone, beside the document, or else in the head, so that nothing goes unsaid. */
export function placeOfLost(plan: Plan, lost: Overruled): LostValueProps {
  const { id } = lost
  if (lost.in === 'roles' || lost.in === 'people') return { list: 'roles' }
  if (lost.in === 'keyDates') return { list: 'keyDates' }
  if (lost.in === 'milestones' && id !== null && isHere(plan, id)) return { list: 'milestones', id }
  if (lost.in === 'steps') {
    const milestone = plan.milestones.find(({ steps }) => steps.some((step) => step.id === id))
    if (milestone !== undefined) return { list: 'milestones', id: milestone.id }
  }
  return { list: 'meta' }
}

function isHere({ milestones }: Plan, id: string | null): boolean {
  return milestones.some((milestone) => milestone.id === id)
}
