/**
 * What stands over every page: the palette, and the sheet of keys. Here are their two keys and how a button opens them; both
 * are fetched when they are first opened, or in a quiet time before.
 */
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { latePart } from '../ui/late-part.tsx'
import { isPageKey, PAGE_KEYS, type KeyPage } from './page-keys.ts'

const PagePalette = latePart(() => import('./PagePalette.tsx').then((module) => module.PagePalette))
const KeySheet = latePart(() => import('./KeySheet.tsx').then((module) => module.KeySheet))

type Shown = { readonly what: 'palette' } | { readonly what: 'keys'; readonly page: KeyPage } | null

interface Finding {
  readonly show: (what: 'palette' | 'keys') => void
  readonly setPage: (page: KeyPage) => void
}

const FindingContext = createContext<Finding>({ show: () => undefined, setPage: () => undefined })

/** For the quiet time after the first view: a palette that one waits for is no shortcut. */
export async function preloadFinding(): Promise<void> {
  await Promise.all([PagePalette.preload(), KeySheet.preload()])
}

/** Opens the palette or the sheet of keys. */
export function useShow(): Finding['show'] {
  return use(FindingContext).show
}

/** Says which keys work on the page that stands now. */
export function useKeyPage(page: KeyPage): void {
  const { setPage } = use(FindingContext)
  useEffect(() => {
    setPage(page)
    return () => setPage('other')
  }, [setPage, page])
}

export function FindingProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown>(null)
  const page = useRef<KeyPage>('other')
  const cameFrom = useRef<Element | null>(null)

  const show = useCallback((what: 'palette' | 'keys') => {
    cameFrom.current = document.activeElement
    setShown(what === 'palette' ? { what } : { what, page: page.current })
  }, [])
  const setPage = useCallback((next: KeyPage) => {
    page.current = next
  }, [])
  const finding = useMemo(() => ({ show, setPage }), [show, setPage])
  useFindingKeys(shown, show, () => setShown(null))

  // Off the page, and the keyboard back where it was, before it acts: what it does may lead the keyboard elsewhere, and a
  // dialog that it opens must know where to give it back to.
  function run(action: () => void) {
    flushSync(() => setShown(null))
    if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected)
      cameFrom.current.focus({ preventScroll: true })
    action()
  }

  return (
    <FindingContext value={finding}>
      {children}
      {shown?.what === 'palette' && (
        <PagePalette onClose={() => setShown(null)} onRun={run} onKeys={() => show('keys')} />
      )}
      {shown?.what === 'keys' && <KeySheet page={shown.page} onClose={() => setShown(null)} />}
    </FindingContext>
  )
}

/** Listens last of all: what takes the key for itself says so. */
function useFindingKeys(shown: Shown, show: Finding['show'], close: () => void): void {
  const latest = useRef({ shown, show, close })
  useEffect(() => {
    latest.current = { shown, show, close }
  })
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const { shown: now, show: open, close: shut } = latest.current
      const what = isPageKey(event, PAGE_KEYS.palette) ? 'palette' : isPageKey(event, PAGE_KEYS.keys) ? 'keys' : null
      if (what === null || event.defaultPrevented || event.isComposing) return
      if (now?.what === 'palette' && what === 'palette') {
        event.preventDefault()
        return shut()
      }
      // Over an open panel it would lead to a place that the panel hides.
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) {
        // Not the browser's own search either, which takes one off the page.
        if (what === 'palette') event.preventDefault()
        return
      }
      event.preventDefault()
      open(what)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
