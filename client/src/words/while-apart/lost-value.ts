/** How it is said that two people set one thing while apart: which thing, whose stands there, and the two values. Never who was first. */
import type { Overruled, Plan } from '@milepost/plan'
import { possessive } from '../../format/names.ts'
import { recordName } from '../changes/change-words.ts'
import { placeLabel } from '../changes/place-labels.ts'
import { emptyText, valueText } from '../changes/value-text.ts'

export const lostWords = {
  group: 'Set by both while apart',
  /** `which` is '' where the row says it. */
  happened: (which: string, isMoved: boolean, whose: string) => {
    const happened = `both ${isMoved ? 'moved' : 'changed'} this while apart. The plan shows ${whose}.`
    return which === '' ? `You ${happened}` : `${which}: you ${happened}`
  },
  theOther: 'the other one',
  keep: (whose: string) => `Keep ${whose}`,
  keepValue: (value: string, name: string) => (name === '' ? value : `${value}, ${name}`),
  keepLabel: (keep: string) => `${keep}: leave it as it is`,
  use: 'Use mine',
  useValue: (value: string) => `Use mine: ${value}`,
  mineShown: 'The plan shows yours',
  left: 'Left as it is',
}

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
  const whose = name === '' ? lostWords.theOther : possessive(name)
  const about = lost.in === 'milestones' && isHere(plan, lost.id) ? '' : recordName(plan, place)
  const which = [about, field === 'due' && about === '' ? '' : placeLabel(place)]
    .filter((part) => part !== '')
    .join(', ')
  const said = (value: unknown) =>
    UNNAMED.has(field) ? '' : short(valueText(plan, place, value, today)) || emptyText(place)
  return {
    text: lostWords.happened(which, MOVED.has(field), whose),
    keep: said(shown) === '' ? lostWords.keep(whose) : lostWords.keepValue(said(shown), name),
    use: said(mine) === '' ? lostWords.use : lostWords.useValue(said(mine)),
  }
}

/** What stands on a button: a company's name may be as long as a sentence. */
function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed().trimEnd()}…` : text
}

function isHere({ milestones }: Plan, id: string | null): boolean {
  return milestones.some((milestone) => milestone.id === id)
}
