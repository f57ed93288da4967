/**
 * One thing that needs attention: what would help, why, and one press to the place. Its menu takes the offered wording, or
 * switches the finding off for this plan; whoever only reads has the words and the way, and no menu.
 */
import type { Plan, ReviewCheck, ReviewTarget } from '@milepost/plan'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { MinusIcon, MoreIcon, PencilIcon, WarningIcon } from '../../ui/icons/icons.tsx'
import { Menu, type MenuEntry } from '../../ui/Menu.tsx'
import tool from '../../ui/row-tool.module.css'
import styles from './Review.module.css'
import { findingWords } from '../../words/review/findings.ts'
import { reviewWords } from '../../words/review/review.ts'

const words = reviewWords.finding

export interface FindingLineProps {
  readonly check: ReviewCheck
  readonly plan: Plan
  readonly onGo: (target: ReviewTarget) => void
  /** Null for whoever only reads. */
  readonly changes: FindingChanges | null
}

export interface FindingChanges {
  readonly switchOff: (check: ReviewCheck) => void
  readonly takeWording: (check: ReviewCheck) => void
}

export function FindingLine({ check, plan, onGo, changes }: FindingLineProps): ReactNode {
  const { headline, why } = findingWords(plan, check)
  return (
    <li className={classNames(styles.finding, tool.row)}>
      <WarningIcon />
      <span>
        <button
          type="button"
          className={styles.headline}
          aria-label={words.show(headline)}
          onClick={() => onGo(check.target)}
        >
          {headline}
        </button>
        <small className={styles.why}>{why}</small>
      </span>
      {changes !== null && (
        <Menu
          label={headline}
          placement="bottom end"
          trigger={
            <Button look="quiet" size="sm" className={classNames(tool.tool, styles.more)} label={words.more(headline)}>
              <MoreIcon />
            </Button>
          }
          groups={[{ entries: entriesFor(check, changes) }]}
        />
      )}
    </li>
  )
}

/** Somebody who is usually needed is left out on purpose; everything else is only not asked for here. */
const WHO: ReadonlySet<ReviewCheck['kind']> = new Set([
  'economicBuyer',
  'legal',
  'security',
  'purchasing',
  'finance',
  'customerSuccessEarly',
  'sellerSponsor',
])

function entriesFor(check: ReviewCheck, { switchOff, takeWording }: FindingChanges): readonly MenuEntry[] {
  const off = {
    id: 'off',
    label: WHO.has(check.kind) ? words.leaveOut : words.off,
    icon: <MinusIcon />,
    onAction: () => switchOff(check),
  }
  const instead = check.kind === 'outcomes' ? (check.facts.found[0]?.wording.instead ?? null) : null
  if (instead === null) return [off]
  const wording = {
    id: 'wording',
    label: words.useWording(instead),
    icon: <PencilIcon />,
    onAction: () => takeWording(check),
  }
  return [wording, off]
}
