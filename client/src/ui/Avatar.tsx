// Who, at a glance: round for the buyer, square for the seller, dashed with a question mark for a role that nobody fills
// yet, hollow for somebody who is not here now. Initials only: the name always stands in words beside it or in `label`.
import { classNames } from './class-names.ts'
import styles from './Avatar.module.css'
import { initialsOf } from './initials.ts'
import type { Side } from './side.ts'

export interface AvatarProps {
  readonly side: Side
  /** null or empty: the role is open, shown dashed with a question mark. */
  readonly name: string | null
  /** 20 in rows and chips, 26 in the bar, 28 in lists of people. */
  readonly size?: 16 | 18 | 20 | 26 | 28
  /** Here before, not now. */
  readonly away?: boolean
  /** Only where no words stand beside it, as in the bar. */
  readonly label?: string
  readonly className?: string | undefined
}

export function Avatar({ side, name, size = 20, away = false, label, className }: AvatarProps) {
  const initials = initialsOf(name ?? '')
  const look = initials === '' ? styles.open : away ? styles.away : styles.here
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label, title: label }
  return (
    <span className={classNames(styles.avatar, styles[side], styles[`size${size}`], look, className)} {...named}>
      {initials === '' ? '?' : initials}
    </span>
  )
}
