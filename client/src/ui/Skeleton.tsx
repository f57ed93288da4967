// The shape of a plan while it is read. Local first, so it stays invisible for 200 ms: what is ready by then never flickers.
import type { CSSProperties } from 'react'
import { pageWords as words } from '../words/ui/page.ts'
import styles from './Skeleton.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

const WIDTHS = [72, 54, 63, 48, 68, 58, 44, 61]

export function Skeleton({ rows = 4, label = words.opening }: { readonly rows?: number; readonly label?: string }) {
  return (
    <div className={styles.skeleton} aria-busy="true">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} aria-hidden="true">
          <i />
          <i style={{ '--width': `${WIDTHS[row % WIDTHS.length]}%` } as CSSProperties} />
          <i />
        </div>
      ))}
    </div>
  )
}
