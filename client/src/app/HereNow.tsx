// Who is here now, in the bar: shaped and coloured by side, oneself first, and where each of the others is. Two tabs of one
// person are one.
import { readPlan, type Plan, type Presence } from '@milepost/plan'
import { usePlanSession } from '../hooks/plan-session-context.tsx'
import { useAccess } from '../hooks/use-access.ts'
import { usePresences } from '../hooks/use-presences.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { appWords } from '../words/app.ts'
import { lineWords } from '../words/lines.ts'
import styles from './HereNow.module.css'

const words = appWords.hereNow
const MOST_SHOWN = 5

export function HereNow() {
  const access = useAccess()
  const { doc } = usePlanSession()
  const others = peopleOf(usePresences().map(({ presence }) => presence))
  const shown = others.slice(0, MOST_SHOWN)
  const more = others.length - shown.length
  if (access.side === null && others.length === 0) return null
  return (
    <ul className={styles.here} aria-label={words.label}>
      {access.side !== null && (
        <li>
          <Avatar
            side={access.side}
            name={access.name === '' ? access.role : access.name}
            size={26}
            label={words.you(access.name === '' ? access.role : access.name)}
          />
        </li>
      )}
      {shown.map((person) => (
        <li key={keyOf(person)}>
          <Avatar side={person.side} name={labelOf(person)} size={26} label={hereText(person, readPlan(doc))} />
        </li>
      ))}
      {more > 0 && (
        <li className={styles.more}>
          +{more}
          <VisuallyHidden> {words.more}</VisuallyHidden>
        </li>
      )}
    </ul>
  )
}

function peopleOf(presences: readonly Presence[]): readonly Presence[] {
  return [...new Map(presences.map((presence) => [keyOf(presence), presence])).values()]
}

function keyOf({ side, personId, name, role }: Presence): string {
  return personId ?? `${side} ${name} ${role}`
}

/** A link may have been made for a role before its name was known. */
function labelOf({ name, role }: Presence): string {
  return name === '' ? role : name
}

/** 'Dana Okafor, at milestone 3'; the name alone where they only read. */
function hereText(person: Presence, { milestones }: Plan): string {
  const { at } = person
  const name = labelOf(person)
  if (at?.kind === 'meta') return words.at(name, words.head)
  const holds = (id: string) => at !== null && at.id === id
  const number = milestones.findIndex(({ id, steps }) => holds(id) || steps.some((step) => holds(step.id))) + 1
  if (number === 0) return name
  const isMilestone = holds(milestones[number - 1]?.id ?? '')
  return words.at(name, isMilestone ? lineWords.milestoneInSentence(number) : words.stepOf(number))
}
