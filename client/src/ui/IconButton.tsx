// A sign alone, for the top bar and the tools of a row. Its name is required and shows on hover; with `tip` it also shows on
// keyboard focus (that costs a tooltip, so rows by the hundred leave it out).
import type { ReactNode, Ref } from 'react'
import { Button as PressButton } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './IconButton.module.css'
import { Tooltip } from './Tooltip.tsx'

export interface IconButtonProps {
  readonly label: string
  readonly icon: ReactNode
  readonly onPress?: () => void
  readonly size?: 'sm' | 'md'
  readonly tip?: boolean
  readonly expanded?: boolean
  readonly ref?: Ref<HTMLButtonElement>
  readonly className?: string | undefined
}

export function IconButton({
  label,
  icon,
  onPress,
  size = 'md',
  tip = false,
  expanded,
  ref,
  className,
}: IconButtonProps) {
  const button = (
    <PressButton
      aria-label={label}
      className={classNames(styles.button, styles[size], className)}
      {...(onPress ? { onPress } : {})}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
      {...(ref ? { ref } : {})}
      {...(tip ? {} : { render: (props) => <button {...props} title={label} /> })}
    >
      {icon}
    </PressButton>
  )
  return tip ? <Tooltip text={label}>{button}</Tooltip> : button
}
