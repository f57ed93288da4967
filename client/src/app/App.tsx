// The app, put together: what every screen finds above it, from the outside in.
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { DeviceProvider, type Device } from '../hooks/device-context.tsx'
import { useDayHere } from '../hooks/use-today.ts'
import { DayProvider } from '../ui/DayProvider.tsx'
import { LinkProvider } from '../ui/Link.tsx'
import { LiveRegionProvider } from '../ui/LiveRegion.tsx'
import { ToastProvider } from '../ui/Toast.tsx'
import { useDayWordsFor } from './day-words.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { FindingProvider } from './FindingProvider.tsx'
import { NewVersionNotice } from './NewVersionNotice.tsx'
import { ReloadNotice } from './ReloadNotice.tsx'
import { Screens } from './Screens.tsx'

export function App({ device }: { readonly device: Device }) {
  const [place, navigate] = useLocation()
  return (
    <DeviceProvider device={device}>
      <LinkProvider navigate={(href) => (isReadingPage(href) ? globalThis.location.assign(href) : navigate(href))}>
        <LiveRegionProvider>
          <ToastProvider>
            <Days>
              <ReloadNotice />
              <NewVersionNotice />
              <FindingProvider>
                {/* A new place is a new chance: an error on one screen never locks the others. */}
                <ErrorBoundary key={place}>
                  <Screens />
                </ErrorBoundary>
              </FindingProvider>
            </Days>
          </ToastProvider>
        </LiveRegionProvider>
      </LinkProvider>
    </DeviceProvider>
  )
}

/** The light page for readers is an entry of its own. */
function isReadingPage(href: string): boolean {
  return href.startsWith('/v/')
}

/** Today where this device is; an open plan says its own. */
function Days({ children }: { readonly children: ReactNode }) {
  const words = useDayWordsFor(useDayHere())
  return <DayProvider words={words}>{children}</DayProvider>
}
