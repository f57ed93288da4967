/** The buying and the selling process beside each other, milestone by milestone: where they meet, and where one side goes alone. */
import type { Plan, PlanWork, SidePart, Step } from '@milepost/plan'
import type { ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { classNames } from '../../ui/class-names.ts'
import { CheckIcon } from '../../ui/icons/icons.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { unnamedWords } from '../../words/unnamed.ts'
import { workWords } from '../../words/terms/work.ts'
import styles from './SideBySide.module.css'

const words = workWords.table

export function SideBySide({ plan, work }: { readonly plan: Plan; readonly work: PlanWork }): ReactNode {
  return (
    // A table that is wider than its place is scrolled with the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.frame} aria-label={words.label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <SideMark side="buyer" /> {companyOf(plan, 'buyer')}
            </th>
            <th scope="col">{words.milestone}</th>
            <th scope="col">
              <SideMark side="seller" /> {companyOf(plan, 'seller')}
            </th>
          </tr>
        </thead>
        <tbody>
          {work.parts.map(({ milestone, buyer, seller }) => {
            const meets = hasPart(buyer) && hasPart(seller)
            const number = plan.milestones.indexOf(milestone) + 1
            return (
              <tr key={milestone.id}>
                <td className={styles.buyer}>
                  <Part part={buyer} other={seller} />
                </td>
                <th scope="row">
                  <span className={styles.number}>{number}</span>{' '}
                  {milestone.title === '' ? words.unnamedMilestone : milestone.title}
                  {!meets && <small>{words.alone(companyOf(plan, hasPart(buyer) ? 'buyer' : 'seller'))}</small>}
                </th>
                <td className={styles.seller}>
                  <Part part={seller} other={buyer} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Part({ part, other }: { readonly part: SidePart; readonly other: SidePart }) {
  if (!hasPart(part)) return <span className={styles.none}>–</span>
  return (
    <>
      {part.owns && <b className={styles.owns}>{words.owns}</b>}
      {part.steps.length > 0 && (
        <ul>
          {part.steps.map((step) => (
            <li key={step.id} className={classNames(styles.step, step.done !== null && styles.done)}>
              {step.done !== null && (
                <>
                  <CheckIcon size={12} />
                  <VisuallyHidden>{words.done}</VisuallyHidden>
                </>
              )}
              <span>
                {step.title === '' ? unnamedWords.step : step.title}
                {isShared(step, other) && <em> {words.together}</em>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function isShared(step: Step, other: SidePart): boolean {
  return other.steps.some(({ id }) => id === step.id)
}

function hasPart({ owns, steps }: SidePart): boolean {
  return owns || steps.length > 0
}
