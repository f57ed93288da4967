// What was just taken away, with the way back: 8 seconds, held while the pointer or the focus is on it. Only for deletes,
// moves and revocations, and where somebody calls for the reader; never for success. F6 brings the keyboard here and back.
import { createContext, use, useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { pageWords as words } from '../words/ui/page.ts'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import { CloseIcon } from './icons/icons.tsx'
import { Kbd } from './Kbd.tsx'
import styles from './Toast.module.css'

/** How long a toast stays, in milliseconds. */
export const TOAST_TIME = 8000

export interface ToastMessage {
  readonly text: string
  /** The one thing to do about it, mostly Undo. */
  readonly action?: { readonly label: string; readonly keys?: string; readonly onAction: () => void }
  /** Where one finds it later; the one thing to do stays the first. */
  readonly more?: { readonly label: string; readonly onAction: () => void }
  /** Stays until it is answered: "New version", never an undo. */
  readonly stays?: boolean
}

export type ShowToast = (message: ToastMessage) => () => void

interface Shown extends ToastMessage {
  readonly id: number
}

const Toasts = createContext<ShowToast | null>(null)

/** Shows a message; what it returns takes it away again. */
export function useToast(): ShowToast {
  const show = use(Toasts)
  if (show === null) throw new Error('useToast needs a ToastProvider above it')
  return show
}

/** Holds the region; stands once around the app. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([])
  const next = useRef(0)
  const region = useRef<HTMLElement>(null)
  const remove = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const show = useCallback<ShowToast>(
    (message) => {
      next.current += 1
      const id = next.current
      // Two at most, and whatever waits for an answer: the undo of the one before last is in the plan's own undo by now.
      setToasts((all) => [
        ...all.filter((toast, at) => toast.stays === true || at === all.length - 1),
        { ...message, id },
      ])
      return () => remove(id)
    },
    [remove],
  )
  useRegionKey(region, toasts.length > 0)
  return (
    <Toasts value={show}>
      {children}
      {createPortal(
        // The attribute tells dialogs that this is above them: it is neither hidden nor "outside" while one is open.
        <section
          ref={region}
          className={styles.region}
          aria-label={words.notices}
          tabIndex={-1}
          data-react-aria-top-layer="true"
        >
          <ul aria-live="polite" aria-relevant="additions">
            {toasts.map((toast) => (
              <ToastItem key={toast.id} toast={toast} onClose={remove} />
            ))}
          </ul>
        </section>,
        document.body,
      )}
    </Toasts>
  )
}

function ToastItem({ toast, onClose }: { readonly toast: Shown; readonly onClose: (id: number) => void }) {
  const [held, setHeld] = useState(false)
  const { id, stays = false } = toast
  useEffect(() => {
    if (held || stays) return
    const timer = setTimeout(() => onClose(id), TOAST_TIME)
    return () => clearTimeout(timer)
  }, [held, stays, id, onClose])
  const { action, more } = toast
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- holding it is an extra, its buttons do the work
    <li
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose(id)
      }}
    >
      <span className={styles.text}>{toast.text}</span>
      {action !== undefined && (
        <Button
          size="sm"
          className={styles.action}
          onPress={() => {
            onClose(id)
            action.onAction()
          }}
        >
          {action.label}
          {action.keys !== undefined && <Kbd keys={action.keys} onDark className={styles.keys} />}
        </Button>
      )}
      {more !== undefined && (
        <Button
          size="sm"
          className={styles.action}
          onPress={() => {
            onClose(id)
            more.onAction()
          }}
        >
          {more.label}
        </Button>
      )}
      <IconButton
        size="sm"
        label={words.dismissNotice}
        icon={<CloseIcon size={14} />}
        className={styles.close}
        onPress={() => onClose(id)}
      />
    </li>
  )
}

/** F6 takes the focus into the region and back to where it was: a toast is at the end of the page, far from the work. */
function useRegionKey(region: { readonly current: HTMLElement | null }, shown: boolean) {
  const cameFrom = useRef<HTMLElement | null>(null)
  useEffect(() => {
    if (!shown) {
      // The focused toast is gone: the keyboard goes on where it left off.
      const lost = document.activeElement === document.body || document.activeElement === region.current
      if (lost) cameFrom.current?.focus()
      cameFrom.current = null
      return
    }
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'F6' || region.current === null) return
      event.preventDefault()
      if (region.current.contains(document.activeElement)) {
        cameFrom.current?.focus()
        return
      }
      cameFrom.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
      region.current.querySelector<HTMLElement>('li:last-child button')?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [region, shown])
}
