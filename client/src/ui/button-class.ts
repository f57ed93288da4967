// The look of a button for what is none of the kit's: a link, or a plain button on a page that must stay light.
import styles from './Button.module.css'
import { classNames } from './class-names.ts'

export type ButtonLook = 'default' | 'primary' | 'quiet' | 'danger'

export function buttonClass(look: ButtonLook = 'default', size: 'sm' | 'md' | 'lg' = 'md'): string {
  return classNames(styles.button, styles[look], styles[size])
}
