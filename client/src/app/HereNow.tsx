// Who is here now, in the bar: shaped and coloured by side, oneself first. Two tabs of one person are one.
import type { Presence } from '@milepost/plan'
import { useAccess } from '../hooks/use-access.ts'
import { usePresences } from '../hooks/use-presences.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { appWords } from '../words/app.ts'
import styles from './HereNow.module.css'

const words = appWords.hereNow
const MOST_SHOWN = 5

export function HereNow() {
  const access = useAccess()
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
          <Avatar side={person.side} name={labelOf(person)} size={26} label={labelOf(person)} />
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
