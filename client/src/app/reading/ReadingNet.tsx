// The last net of the light page: it says that it stopped, and gives the way out. Without the kit's buttons, which are not here.
import { Component, type ReactNode } from 'react'
import { appWords } from '../../words/app.ts'
import styles from './Reading.module.css'

const words = appWords.stopped

export class ReadingNet extends Component<{ readonly children: ReactNode }, { readonly isTorn: boolean }> {
  override state: { readonly isTorn: boolean } = { isTorn: false }

  static getDerivedStateFromError() {
    return { isTorn: true }
  }

  override render(): ReactNode {
    if (!this.state.isTorn) return this.props.children
    return (
      <main className={styles.stopped}>
        <h1>{words.title}</h1>
        <button type="button" className={styles.way} onClick={() => globalThis.location.reload()}>
          {words.loadAgain}
        </button>
      </main>
    )
  }
}
