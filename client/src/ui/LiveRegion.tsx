// What a screen reader is told without anything taking its focus. The reader's own changes are said at once ("Milestone 4
// moved to place 3"); what others change is gathered and said politely, at most once in 10 seconds.
import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { createAnnouncer, type Announcer } from './announcer.ts'
import styles from './VisuallyHidden.module.css'

const Announcements = createContext<Announcer | null>(null)

/** Says something to screen readers: `own` at once, `remote` gathered. */
export function useAnnounce(): Announcer {
  const announcer = use(Announcements)
  if (announcer === null) throw new Error('useAnnounce needs a LiveRegionProvider above it')
  return announcer
}

/** Holds the two regions; stands once around the app. */
export function LiveRegionProvider({ children }: { readonly children: ReactNode }) {
  const [own, setOwn] = useState('')
  const [remote, setRemote] = useState('')
  const [announcer] = useState(() => createAnnouncer(setOwn, setRemote))
  useEffect(() => () => announcer.stop(), [announcer])
  return (
    <Announcements value={announcer}>
      {children}
      {createPortal(
        // The attribute keeps dialogs from hiding it: what happens behind one is still said.
        <div data-live-announcer="true">
          <output className={styles.hidden} data-announces="own">
            {own}
          </output>
          <output className={styles.hidden} data-announces="remote">
            {remote}
          </output>
        </div>,
        document.body,
      )}
    </Announcements>
  )
}
