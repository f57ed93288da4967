// An address of the app or of the world. The kit knows no router: the app says once, with `LinkProvider`, how to go
// somewhere without loading the page again; new tabs, modified clicks and foreign addresses stay the browser's.
import { createContext, use, type MouseEvent, type ReactNode, type Ref } from 'react'
import { buttonClass, type ButtonLook } from './button-class.ts'
import { classNames } from './class-names.ts'
import styles from './Link.module.css'

type Navigate = (href: string) => void

const Navigation = createContext<Navigate>((href) => globalThis.location.assign(href))

export function LinkProvider({ navigate, children }: { readonly navigate: Navigate; readonly children: ReactNode }) {
  return <Navigation value={navigate}>{children}</Navigation>
}

/** Goes to an address of the app. */
export function useNavigate(): Navigate {
  return use(Navigation)
}

export interface LinkProps {
  readonly href: string
  readonly children: ReactNode
  /** `text` is underlined; `plain` takes the look of what is around it; the others look like buttons. */
  readonly look?: 'text' | 'plain' | `button-${ButtonLook}`
  readonly size?: 'sm' | 'md' | 'lg'
  readonly current?: boolean
  readonly label?: string
  readonly ref?: Ref<HTMLAnchorElement>
  readonly className?: string | undefined
  /** What following it inside the app does, where that is more than going there. */
  readonly onFollow?: () => void
}

export function Link({
  href,
  children,
  look = 'text',
  size = 'md',
  current,
  label,
  ref,
  className,
  onFollow,
}: LinkProps) {
  const navigate = useNavigate()
  const inside = href.startsWith('/') && !href.startsWith('//')
  const lookClass = look.startsWith('button-')
    ? buttonClass(look.slice('button-'.length) as ButtonLook, size)
    : styles[look]
  function follow(event: MouseEvent) {
    if (!inside || event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (onFollow === undefined) navigate(href)
    else onFollow()
  }
  return (
    <a
      href={href}
      ref={ref}
      className={classNames(lookClass, className)}
      onClick={follow}
      aria-current={current === true ? 'page' : undefined}
      aria-label={label}
      rel={inside ? undefined : 'noreferrer noopener'}
    >
      {children}
    </a>
  )
}
