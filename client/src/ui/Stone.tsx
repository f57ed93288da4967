// A milestone's number in a milepost; its outline says where the milestone stands. Done = filled with a tick, now = heavy
// edge and filled as far as its steps, next = thin edge, goal (go-live, result) = heavy edge.
import type { CSSProperties } from 'react'
import { markWords } from '../words/ui/marks.ts'
import { classNames } from './class-names.ts'
import { CheckIcon } from './icons/icons.tsx'
import styles from './Stone.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export type StoneState = 'done' | 'now' | 'next' | 'goal'

export interface StoneProps {
  readonly number: number
  readonly state?: StoneState
  /** How far `now` is filled, 0 to 1; half where nobody can say. */
  readonly fill?: number
  readonly small?: boolean
  readonly className?: string | undefined
}

export function Stone({ number, state = 'next', fill = 0.5, small = false, className }: StoneProps) {
  const words = markWords.stone
  const said = words.states[state]
  const style = { '--fill': `${Math.round(Math.min(1, Math.max(0, fill)) * 100)}%` } as CSSProperties
  return (
    <span
      className={classNames(styles.stone, styles[state], small && styles.small, className)}
      style={state === 'now' ? style : undefined}
    >
      <VisuallyHidden>{words.milestone}</VisuallyHidden>
      {number}
      {said !== '' && <VisuallyHidden>, {said}</VisuallyHidden>}
      {state === 'done' && !small && (
        <span className={styles.tick}>
          <CheckIcon size={10} />
        </span>
      )}
    </span>
  )
}
