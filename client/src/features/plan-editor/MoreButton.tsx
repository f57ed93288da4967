/** What opens the menu of a line. */
import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { MoreIcon } from '../../ui/icons/icons.tsx'
import { outlineWords } from '../../words/plan-editor/outline.ts'
import styles from './Outline.module.css'
import { useOutline, type LineRef } from './outline-context.tsx'

export interface MoreButtonProps {
  readonly line: LineRef
  /** What the line is, in words: "milestone 3". */
  readonly of: string
}

export function MoreButton({ line, of }: MoreButtonProps): ReactNode {
  const { open } = useOutline()
  return (
    <button
      type="button"
      className={classNames(styles.tool, styles.quiet)}
      data-anchor="menu"
      tabIndex={-1}
      aria-haspopup="menu"
      aria-label={outlineWords.more(of)}
      onClick={(event) => open('menu', line, event.currentTarget)}
    >
      <MoreIcon />
    </button>
  )
}
