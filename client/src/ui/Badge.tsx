// Working days a milestone itself lost or won back. Solid orange with a plus, hatched green with a true minus, so that
// neither colour nor sign is needed alone.
import styles from './Badge.module.css'
import { classNames } from './class-names.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export function Badge({ days, className }: { readonly days: number; readonly className?: string | undefined }) {
  const whole = Math.round(days)
  const look = whole > 0 ? styles.late : whole < 0 ? styles.won : styles.flat
  const said = whole > 0 ? 'moved the plan by ' : whole < 0 ? 'won back ' : 'no change, '
  return (
    <span className={classNames(styles.badge, look, className)}>
      <VisuallyHidden>{said}</VisuallyHidden>
      {whole > 0 ? '+' : whole < 0 ? '−' : ''}
      {Math.abs(whole)}d
    </span>
  )
}
