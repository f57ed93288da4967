/**
 * The page for whoever has half a minute: what the plan is for, one sentence on how it stands, three facts, the picture, what is
 * asked of this reader, and everything else below. It reads a plan and its outlook and nothing else, so it stands in the light
 * entry, without editor and without storage; there is nothing on it to change.
 */
import type { Plan, PlanOutlook, Reader } from '@milepost/plan'
import { memo, type ReactNode } from 'react'
import { dayText } from '../../format/day.ts'
import { companyOf, shortCompany } from '../../format/names.ts'
import { afterPaint } from '../../ui/after-paint.ts'
import { classNames } from '../../ui/class-names.ts'
import { latePart } from '../../ui/late-part.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { executiveWords as words } from '../../words/executive/page.ts'
import { BrandSign } from './BrandSign.tsx'
import styles from './Executive.module.css'
import verdict from './Verdict.module.css'
import { VerdictPanel } from './VerdictPanel.tsx'

/** What is read after the first sentence and its facts comes once those are on screen: one file with all of it. */
async function rest() {
  await afterPaint()
  return import('./rest-of-page.ts')
}
const PlanPicture = latePart(async () => (await rest()).PlanPicture, <div className={verdict.coming} />)
const RestOfPage = latePart(async () => (await rest()).RestOfPage)

/** With more milestones than these a sheet of paper takes smaller letters. */
const ROOMY = 8

export interface ExecutivePageProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly valueProposition: string
  readonly reader: Reader & { readonly name: string }
  /** The way to the whole plan, and what else the page offers at its end. */
  readonly ways: ReactNode
}

export const ExecutivePage = memo(function ExecutivePage(props: ExecutivePageProps): ReactNode {
  const { plan, outlook, valueProposition, reader, ways } = props
  const buyer = companyOf(plan, 'buyer')
  const seller = companyOf(plan, 'seller')
  return (
    <main className={classNames(styles.page, plan.milestones.length > ROOMY && styles.tight)}>
      <p className={styles.printHead}>
        <span className={styles.brand}>
          <BrandSign />
        </span>
        {/* On paper the year is not known from the day it is read. */}
        <span>{words.printedOn(dayText(outlook.today, ''))}</span>
      </p>
      <p className={styles.parties}>
        <span>
          <SideMark side="buyer" />
          {buyer}
        </span>
        <em>{words.and}</em>
        <span>
          <SideMark side="seller" />
          {seller}
        </span>
      </p>
      <h1 className={styles.title}>{plan.title.trim() === '' ? words.untitled : plan.title}</h1>
      {valueProposition !== '' && <p className={styles.proposition}>{valueProposition}</p>}
      <VerdictPanel plan={plan} outlook={outlook}>
        <PlanPicture plan={plan} outlook={outlook} />
      </VerdictPanel>
      <RestOfPage plan={plan} outlook={outlook} reader={reader} />
      <footer className={styles.foot}>
        <span>{words.foot}</span>
        <span className={styles.ways}>{ways}</span>
        <span className={styles.legend}>
          <span>
            <SideMark side="buyer" />
            {words.round(shortCompany(buyer))}
          </span>
          <span>
            <SideMark side="seller" />
            {words.square(shortCompany(seller))}
          </span>
        </span>
      </footer>
    </main>
  )
})
