// How long the value proposition is, counted as people type. It says where the band begins and ends; it never blocks.
import { classNames } from './class-names.ts'
import { CheckIcon } from './icons/icons.tsx'
import styles from './WordCount.module.css'

export interface WordCountProps {
  readonly words: number
  readonly from?: number
  readonly to?: number
  readonly className?: string | undefined
}

export function WordCount({ words, from = 30, to = 40, className }: WordCountProps) {
  const counted = `${words} ${words === 1 ? 'word' : 'words'}`
  const right = words >= from && words <= to
  return (
    <span className={classNames(styles.count, className)}>
      {right && <CheckIcon size={14} />}
      {right ? counted : words < from ? `${counted}, ${from - words} to go` : `${counted}, ${words - to} over`}
    </span>
  )
}
