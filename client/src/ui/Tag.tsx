// A word or two beside a title: its state ("In progress") or that it waits to be sent ("waiting").
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './Tag.module.css'

export interface TagProps {
  readonly look?: 'state' | 'waiting' | 'count'
  readonly children: ReactNode
  readonly className?: string | undefined
}

export function Tag({ look = 'state', children, className }: TagProps) {
  return <span className={classNames(styles.tag, styles[look], className)}>{children}</span>
}
