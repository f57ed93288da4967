// A page over several plans: the bar, what the page is called, and one line on what it says. What it says is the caller's.
import type { ReactNode } from 'react'
import styles from './OverviewPage.module.css'
import { TopBar } from './TopBar.tsx'

interface OverviewPageProps {
  /** As it stands in the bar, behind "Plans". */
  readonly place: string
  readonly title: string
  readonly lead: string
  /** A second line under the lead. */
  readonly note?: string | null
  /** At the right of the bar. */
  readonly tools?: ReactNode
  readonly children: ReactNode
}

export function OverviewPage({ place, title, lead, note = null, tools, children }: OverviewPageProps) {
  return (
    <>
      <TopBar place={place}>{tools}</TopBar>
      <main className={styles.page}>
        <header className={styles.head}>
          <h1>{title}</h1>
          <p>{lead}</p>
          {note !== null && <p>{note}</p>}
        </header>
        {children}
      </main>
    </>
  )
}
