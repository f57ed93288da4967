// The sign of the product with its name, for a page whose bar leads nowhere else.
import type { ReactNode } from 'react'
import { pageWords } from '../../words/ui/page.ts'
import styles from './Executive.module.css'

export function BrandSign(): ReactNode {
  return (
    <>
      <svg viewBox="0 0 18 20" width="18" height="20" aria-hidden="true" focusable="false">
        <path
          d="M1 9a8 8 0 0 1 16 0v8.2a1.8 1.8 0 0 1-1.8 1.8H2.8A1.8 1.8 0 0 1 1 17.2Z"
          className={styles.signStone}
        />
        <path d="M5.4 13.6V8.3l3.6 3.4 3.6-3.4v5.3" className={styles.signLetter} />
      </svg>
      <span>{pageWords.brand}</span>
    </>
  )
}
