// Each plan against its template: how much differs and what, what its buyer did, and every difference with a way to its line.
import type { Side } from '@milepost/plan'
import type { ComparedPlan, Difference } from '@milepost/templates'
import { Fragment } from 'react'
import { dayText } from '../../format/day.ts'
import { companyOf } from '../../format/names.ts'
import { useDayHere } from '../../hooks/use-today.ts'
import { Link } from '../../ui/Link.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { compareWords } from '../../words/compare.ts'
import type { GoToEvidence } from './ComparePage.tsx'
import styles from './ComparePage.module.css'
import { Place } from './Place.tsx'
import type { Compared } from './use-compared.ts'

const words = compareWords.each

interface ComparedPlansProps {
  readonly compared: Compared
  readonly goToEvidence: GoToEvidence
}

export function ComparedPlans({ compared, goToEvidence }: ComparedPlansProps) {
  const { comparison, template } = compared
  return (
    <section className={styles.part} aria-labelledby="compared-each">
      <h2 id="compared-each">{template === null ? words.alone : words.title}</h2>
      <ul className={styles.plans}>
        {comparison.plans.map((one) => (
          <li key={one.plan.planId}>
            <OnePlan one={one} compared={compared} goToEvidence={goToEvidence} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface OnePlanProps extends ComparedPlansProps {
  readonly one: ComparedPlan
}

function OnePlan({ one, compared, goToEvidence }: OnePlanProps) {
  const { plan, fromTemplate } = one
  const today = useDayHere()
  const name = compared.nameOf(plan.planId)
  const href = compared.hrefOf(plan.planId)
  const version = plan.template?.version ?? null
  const now = compared.template?.version ?? null
  return (
    <article className={styles.plan} aria-label={name}>
      <header>
        <h3>
          <Link href={href}>{name}</Link>
        </h3>
        {plan.createdAt !== null && (
          <span>{words.begun(dayText(new Date(plan.createdAt).toISOString().slice(0, 10), today))}</span>
        )}
        {version !== null && now !== null && version !== now && <span>{compareWords.otherVersion(version, now)}</span>}
      </header>
      {fromTemplate !== null && (
        <p className={styles.share}>
          {fromTemplate.changed === 0 ? words.same : words.lines(fromTemplate.changed, fromTemplate.of)}
        </p>
      )}
      <BuyersPart one={one} href={href} goToEvidence={goToEvidence} />
      {fromTemplate !== null && fromTemplate.differences.length > 0 && (
        <details className={styles.details}>
          <summary>
            {words.differences(fromTemplate.differences.length)}
            <VisuallyHidden>{words.from(name)}</VisuallyHidden>
          </summary>
          <ul>
            {fromTemplate.differences.map((difference, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- they are made anew as a whole
              <li key={at}>
                <DifferenceText difference={difference} plan={plan} href={href} goToEvidence={goToEvidence} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}

interface DifferenceTextProps {
  readonly difference: Difference
  readonly plan: ComparedPlan['plan']
  readonly href: string
  readonly goToEvidence: GoToEvidence
}

/** Its title leads to where it stands; of what is gone, to the plan. */
function DifferenceText({ difference, plan, href, goToEvidence }: DifferenceTextProps) {
  const { title, line, kind, was, by, evidence } = difference
  const text = compareWords.titled(line, title)
  return (
    <>
      <span className={styles.kind}>{compareWords.difference(difference)}</span>{' '}
      <Place evidence={evidence} href={href} goToEvidence={goToEvidence} text={text} look="line" />
      {kind === 'reworded' && typeof was === 'string' && was !== title && `, ${compareWords.was(was)}`},{' '}
      {compareWords.by(companiesOf(plan, by))}
    </>
  )
}

function companiesOf(plan: ComparedPlan['plan'], by: readonly Side[]): readonly string[] {
  return by.map((side) => companyOf(plan, side))
}

interface BuyersPartProps {
  readonly one: ComparedPlan
  readonly href: string
  readonly goToEvidence: GoToEvidence
}

/** What its buyer did, as far as the document says. */
function BuyersPart({ one: { plan, buyer, named, keyDates }, href, goToEvidence }: BuyersPartProps) {
  const company = companyOf(plan, 'buyer')
  const milestones = { target: { kind: 'milestones' }, number: null, title: '' } as const
  const people = { target: { kind: 'people', side: 'buyer' }, number: null, title: '' } as const
  return (
    <ul className={styles.acts}>
      {buyer.wrote !== null && <li>{words.wrote(company, buyer.wrote)}</li>}
      {buyer.moved > 0 && <li>{words.moved(company, buyer.moved)}</li>}
      <li>
        {words.confirmed(company, buyer.confirmed)}{' '}
        {buyer.disputed > 0 && `${words.disputed(company, buyer.disputed)} `}
        <Place evidence={milestones} href={href} goToEvidence={goToEvidence} />
      </li>
      <li>
        {words.named(company, named.named, named.roles)}{' '}
        <Place evidence={people} href={href} goToEvidence={goToEvidence} />
      </li>
      <li>
        {keyDates.length === 0
          ? words.noKeyDates(company)
          : keyDates.map(({ evidence, by }, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- they are made anew as a whole
              <Fragment key={at}>
                {at === 0 ? words.keyDates : '; '}
                <Place evidence={evidence} href={href} goToEvidence={goToEvidence} />,{' '}
                {compareWords.by(companiesOf(plan, by))}
              </Fragment>
            ))}
      </li>
    </ul>
  )
}
