// How long the value proposition is, counted as people type. It says where the band begins and ends; it never blocks.
import { markWords } from '../words/ui/marks.ts'
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
  const say = markWords.wordCount
  const counted = say.counted(words)
  const right = words >= from && words <= to
  return (
    <span className={classNames(styles.count, className)}>
      {right && <CheckIcon size={14} />}
      {right ? counted : words < from ? say.toGo(counted, from - words) : say.over(counted, words - to)}
    </span>
  )
}
