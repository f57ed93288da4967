// The button, in the four looks of the design. `primary` is the one dark block of a screen; `danger` keeps its words in
// orange ink, never a red block. Pressing works by mouse, touch, Enter and Space alike, hence `onPress`.
import type { ReactNode, Ref } from 'react'
import { Button as PressButton } from 'react-aria-components'
import { buttonClass, type ButtonLook } from './button-class.ts'
import { classNames } from './class-names.ts'

export type { ButtonLook } from './button-class.ts'

export interface ButtonProps {
  readonly children: ReactNode
  readonly look?: ButtonLook
  readonly size?: 'sm' | 'md' | 'lg'
  readonly onPress?: () => void
  readonly type?: 'button' | 'submit'
  /** Stays reachable and says so; use it for work in progress, not for what the reader may not do (that is not drawn). */
  readonly busy?: boolean
  /** Where the words alone do not tell which one: "Revoke the link of Astrid Nygaard". Must begin with the visible words. */
  readonly label?: string
  readonly pressed?: boolean
  readonly autoFocus?: boolean
  readonly ref?: Ref<HTMLButtonElement>
  readonly className?: string | undefined
}

export function Button({
  children,
  look = 'default',
  size = 'md',
  onPress,
  type = 'button',
  busy = false,
  label,
  pressed,
  autoFocus = false,
  ref,
  className,
}: ButtonProps) {
  return (
    <PressButton
      type={busy ? 'button' : type}
      className={classNames(buttonClass(look, size), className)}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog opens on what it is about
      autoFocus={autoFocus}
      // Not the library's own pending state: it announces a progress bar that is not there.
      {...(busy ? { 'aria-disabled': true, 'data-busy': '' } : {})}
      {...(onPress && !busy ? { onPress } : {})}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(ref ? { ref } : {})}
    >
      {children}
    </PressButton>
  )
}
