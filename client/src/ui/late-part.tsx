// A part of the app that is a chunk of its own: fetched when it is first drawn, or before by `preload`. `React.lazy` draws
// only what is still coming; what is here is drawn without it, because it would show the place for a moment even then. A fetch
// that fails, because the network went before the app was kept, takes nothing else of the page along, and is tried again the
// next time.
import { Component, lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'
import { pageWords as words } from '../words/ui/page.ts'
import styles from './late-part.module.css'

export interface LatePart<Props> {
  (props: Props): ReactNode
  preload(): Promise<void>
}

/** `place` is drawn until it is here. */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  place: ReactNode = null,
): LatePart<Props> {
  let here: ComponentType<Props> | null = null
  let coming = lazy(fetchIt)

  async function fetchIt(): Promise<{ default: ComponentType<Props> }> {
    try {
      here = await load()
      return { default: here }
    } catch (problem) {
      // React never asks twice for what failed once; the next one who opens it does.
      coming = lazy(fetchIt)
      throw new NotArrivedError('a part of the app could not be fetched', { cause: problem })
    }
  }

  function Late(props: Props): ReactNode {
    // A lazy component is drawn like any other; only its type is another one.
    const [Part] = useState(() => here ?? (coming as unknown as ComponentType<Props>))
    return (
      <WhereMissing>
        <Suspense fallback={place}>
          <Part {...props} />
        </Suspense>
      </WhereMissing>
    )
  }
  return Object.assign(Late, { preload: () => fetchIt().then(nothing, nothing) })
}

function nothing(): void {}

class NotArrivedError extends Error {}

class WhereMissing extends Component<{ readonly children: ReactNode }, { readonly problem: unknown }> {
  override state: { readonly problem: unknown } = { problem: null }

  static getDerivedStateFromError(problem: unknown) {
    return { problem }
  }

  override render(): ReactNode {
    const { problem } = this.state
    if (problem === null) return this.props.children
    // What went wrong inside the part is for the page's own net.
    if (!(problem instanceof NotArrivedError)) throw problem
    return (
      <p role="alert" className={styles.missing}>
        {words.partMissing}
      </p>
    )
  }
}
