/** The writing of both sides as one bar with its two numbers: the buyer's first, the seller's striped. */
import type { Side } from '@milepost/plan'
import type { ReactNode } from 'react'
import { companyOf, shortCompany } from '../../format/names.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { writingWords as words } from '../../words/people/writing.ts'
import styles from './Writing.module.css'

export interface ShareBarProps {
  readonly plan: { readonly buyer: string; readonly seller: string }
  readonly percent: Readonly<Record<Side, number>>
}

export function ShareBar({ plan, percent }: ShareBarProps): ReactNode {
  const buyer = companyOf(plan, 'buyer')
  const seller = companyOf(plan, 'seller')
  return (
    <div>
      <VisuallyHidden>{words.said(buyer, percent.buyer, seller, percent.seller)}</VisuallyHidden>
      <div className={styles.bar} aria-hidden="true">
        {percent.buyer > 0 && <i className={styles.buyer} style={{ width: `${percent.buyer}%` }} />}
        {percent.seller > 0 && <i className={styles.seller} style={{ width: `${percent.seller}%` }} />}
      </div>
      <p className={styles.ends} aria-hidden="true">
        <span>
          <b>{words.percent(percent.buyer)}</b> {shortCompany(buyer)}
        </span>
        <span>
          {shortCompany(seller)} <b>{words.percent(percent.seller)}</b>
        </span>
      </p>
    </div>
  )
}
