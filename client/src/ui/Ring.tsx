// Steps done of all steps, as a ring with its numbers. Drawn with strokes, so that it also stands in forced colours.
import { markWords } from '../words/ui/marks.ts'
import { classNames } from './class-names.ts'
import styles from './Ring.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface RingProps {
  readonly done: number
  readonly total: number
  readonly className?: string | undefined
}

const LENGTH = 2 * Math.PI * 5.5

export function Ring({ done, total, className }: RingProps) {
  const share = total === 0 ? 0 : Math.min(1, done / total)
  return (
    <span className={classNames(styles.ring, className)}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
        <circle className={styles.track} cx="7" cy="7" r="5.5" />
        {share > 0 && (
          <circle
            className={styles.done}
            cx="7"
            cy="7"
            r="5.5"
            strokeDasharray={`${share * LENGTH} ${LENGTH}`}
            transform="rotate(-90 7 7)"
          />
        )}
      </svg>
      <span aria-hidden="true">{markWords.ring.shown(done, total)}</span>
      <VisuallyHidden>{markWords.ring.said(done, total)}</VisuallyHidden>
    </span>
  )
}
