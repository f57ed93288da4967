/** Who is writing in a text that is drawn still here: a face beside it, since their caret is only seen in a live one. */
import type { ReactNode } from 'react'
import { usePresences } from '../../hooks/use-presences.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { outlineWords as words } from '../../words/plan-editor/outline.ts'
import styles from './Outline.module.css'

/** More faces than this beside one text say no more. */
const MOST = 3

export function PeopleIn({ kind, field }: { readonly kind: string; readonly field: string }): ReactNode {
  const here = usePresences().filter(({ presence }) => presence.at?.kind === kind && presence.at.field === field)
  if (here.length === 0) return null
  return (
    <span className={styles.here}>
      {here.slice(0, MOST).map(({ clientId, presence }) => {
        const name = presence.name === '' ? presence.role : presence.name
        return <Avatar key={clientId} side={presence.side} name={name} size={16} label={words.personIsHere(name)} />
      })}
    </span>
  )
}
