/** What this plan does without on purpose: who said so and when, and the way back for whoever may change the plan. */
import type { Plan, ReviewCheck } from '@milepost/plan'
import type { ReactNode } from 'react'
import { shortDayText } from '../../format/day.ts'
import { companyOf } from '../../format/names.ts'
import { useToday } from '../../hooks/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Review.module.css'
import { reviewWords as words } from '../../words/review/review.ts'

export interface SwitchedOffProps {
  readonly checks: readonly ReviewCheck[]
  readonly plan: Plan
  /** Null for whoever only reads. */
  readonly onSwitchOn: ((check: ReviewCheck) => void) | null
}

export function SwitchedOff({ checks, plan, onSwitchOn }: SwitchedOffProps): ReactNode {
  const today = useToday()
  return (
    <ul className={styles.off} aria-label={words.switchedOff}>
      {checks.map((check) => {
        const { kind, off } = check
        const label = words.labels[kind]
        return (
          <li key={kind}>
            <span>
              {label}
              {off !== null && (
                <small>
                  {words.by(off.by.name.trim() || companyOf(plan, off.by.side), shortDayText(off.on, today))}
                </small>
              )}
            </span>
            {onSwitchOn !== null && (
              <Button look="quiet" size="sm" label={words.switchOnCheck(label)} onPress={() => onSwitchOn(check)}>
                {words.switchOn}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
