// Working days a milestone itself lost or won back. Solid orange with a plus, hatched green with a true minus, so that
// neither colour nor sign is needed alone.
import { markWords } from '../words/ui/marks.ts'
import styles from './Badge.module.css'
import { classNames } from './class-names.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export function Badge({ days, className }: { readonly days: number; readonly className?: string | undefined }) {
  const words = markWords.badge
  const whole = Math.round(days)
  const look = whole > 0 ? styles.late : whole < 0 ? styles.won : styles.flat
  const said = whole > 0 ? words.lost : whole < 0 ? words.wonBack : words.unmoved
  return (
    <span className={classNames(styles.badge, look, className)}>
      <VisuallyHidden>{said}</VisuallyHidden>
      {whole > 0 ? '+' : whole < 0 ? '−' : ''}
      {words.days(Math.abs(whole))}
    </span>
  )
}
