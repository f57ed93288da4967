// The bar over every screen: where one is at the left, what one can do at the right. On phones only what is needed stays.
import type { ReactNode } from 'react'
import { pageWords as words } from '../words/ui/page.ts'
import { Link } from './Link.tsx'
import styles from './TopBar.module.css'

export interface TopBarProps {
  /** The name beside the sign on the plans page; a plan shows its own name instead. */
  readonly wordmark?: boolean
  /** Where we are, below "Plans". */
  readonly place?: string
  readonly children?: ReactNode
}

export function TopBar({ wordmark = false, place, children }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <Link href="/" look="plain" className={styles.brand} {...(wordmark ? {} : { label: words.home })}>
        <BrandSign />
        {wordmark && <span>{words.brand}</span>}
      </Link>
      {place !== undefined && (
        <nav className={styles.crumbs} aria-label={words.place}>
          <Link href="/" look="plain" className={styles.up}>
            {words.plans}
          </Link>
          <span className={styles.slash} aria-hidden="true">
            /
          </span>
          <b>{place}</b>
        </nav>
      )}
      <span className={styles.space} />
      {children}
    </header>
  )
}

/** Between two groups at the right of the bar. */
export function TopBarDivider() {
  return <span className={styles.divider} aria-hidden="true" />
}

function BrandSign() {
  return (
    <svg viewBox="0 0 18 20" width="18" height="20" aria-hidden="true" focusable="false">
      <path d="M1 9a8 8 0 0 1 16 0v8.2a1.8 1.8 0 0 1-1.8 1.8H2.8A1.8 1.8 0 0 1 1 17.2Z" className={styles.signStone} />
      <path d="M5.4 13.6V8.3l3.6 3.4 3.6-3.4v5.3" className={styles.signLetter} />
    </svg>
  )
}
