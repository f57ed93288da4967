// The one visual rule that everybody learns: round and blue is the buyer, square and plum the seller. The company's name
// stands beside it, or is hidden text where only the mark is seen.
import { classNames } from './class-names.ts'
import styles from './SideMark.module.css'
import type { Side } from './side.ts'

export function SideMark({ side, className }: { readonly side: Side; readonly className?: string | undefined }) {
  return <span className={classNames(styles.mark, styles[side], className)} aria-hidden="true" />
}
