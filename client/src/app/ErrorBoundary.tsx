// The last net: a part of the page that cannot be drawn. It says that the work is safe (it is: what was typed is in the
// document and on the device before it is drawn) and gives two ways out.
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Link } from '../ui/Link.tsx'
import { appWords } from '../words/app.ts'
import { placeWords } from '../words/places.ts'
import styles from './ErrorBoundary.module.css'

const words = appWords.stopped

interface ErrorBoundaryProps {
  readonly children: ReactNode
  /** Where an error happened, for the browser's own console. */
  readonly onError?: (error: unknown, info: ErrorInfo) => void
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('nothing was said') }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    this.props.onError?.(error, info)
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <main className={styles.page}>
        <ErrorNote
          title={words.title}
          action={
            <>
              <Button size="sm" onPress={() => globalThis.location.reload()}>
                {words.loadAgain}
              </Button>
              <Link href="/" look="button-quiet" size="sm">
                {placeWords.plans}
              </Link>
            </>
          }
        >
          {words.safe}
          {error instanceof Error && error.message !== '' && <p className={styles.detail}>{error.message}</p>}
        </ErrorNote>
      </main>
    )
  }
}
