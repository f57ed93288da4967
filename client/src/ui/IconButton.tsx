// A sign alone, for the top bar and the tools of a row. Its name is required; it is spoken, and shows on hover.
import type { ReactNode, Ref } from 'react'
import { Button as PressButton } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './IconButton.module.css'

export interface IconButtonProps {
  readonly label: string
  readonly icon: ReactNode
  readonly onPress?: () => void
  readonly size?: 'sm' | 'md'
  readonly expanded?: boolean
  readonly ref?: Ref<HTMLButtonElement>
  readonly className?: string | undefined
}

export function IconButton({ label, icon, onPress, size = 'md', expanded, ref, className }: IconButtonProps) {
  return (
    <PressButton
      aria-label={label}
      className={classNames(styles.button, styles[size], className)}
      {...(onPress ? { onPress } : {})}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      {...(ref ? { ref } : {})}
      render={(props) => <button {...props} title={label} />}
    >
      {icon}
    </PressButton>
  )
}
