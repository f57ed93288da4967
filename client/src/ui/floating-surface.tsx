// What floats (menus, popovers, dialogs) needs positions, focus traps and the hiding of what is behind: a quarter of the
// kit's weight, and nothing of it is on screen at first. So it is a chunk, loaded when something is first opened or when
// the page has nothing else to do. Once it is here it is drawn at once: `React.lazy` would still wait for a moment.
import { Component, use, type ReactNode } from 'react'
import type { DialogProps } from './Dialog.tsx'
import type { PopoverSurfaceProps } from './PopoverSurface.tsx'
import styles from './floating-surface.module.css'
import type { TooltipSurfaceProps } from './TooltipSurface.tsx'

const popover = onDemand(() => import('./PopoverSurface.tsx'))
const dialog = onDemand(() => import('./DialogSurface.tsx'))
const tooltip = onDemand(() => import('./TooltipSurface.tsx'))

export function PopoverSurface(props: PopoverSurfaceProps) {
  return (
    <Arriving>
      <PopoverHere {...props} />
    </Arriving>
  )
}

function PopoverHere(props: PopoverSurfaceProps) {
  const { PopoverSurface: Surface } = use(popover())
  return <Surface {...props} />
}

export function DialogSurface(props: DialogProps) {
  return (
    <Arriving>
      <DialogHere {...props} />
    </Arriving>
  )
}

function DialogHere(props: DialogProps) {
  const { DialogSurface: Surface } = use(dialog())
  return <Surface {...props} />
}

export function TooltipSurface(props: TooltipSurfaceProps) {
  return (
    <Arriving>
      <TooltipHere {...props} />
    </Arriving>
  )
}

function TooltipHere(props: TooltipSurfaceProps) {
  const { TooltipSurface: Surface } = use(tooltip())
  return <Surface {...props} />
}

/** The network went before the chunk came, and the app is not kept yet: what was opened says so, and the page lives on. */
class Arriving extends Component<{ readonly children: ReactNode }, { readonly isMissing: boolean }> {
  override state = { isMissing: false }

  static getDerivedStateFromError() {
    return { isMissing: true }
  }

  override render(): ReactNode {
    if (!this.state.isMissing) return this.props.children
    return (
      <p role="alert" className={styles.missing}>
        This part of the app has not arrived yet. It needs the network once.
      </p>
    )
  }
}

/** For the quiet time after the first view, and for tests. */
export async function preloadFloating(): Promise<void> {
  await Promise.all([popover(), dialog(), tooltip()])
}

/** The module, fetched once; asked again after a failure (offline, and not yet kept). */
function onDemand<Module>(fetchModule: () => Promise<Module>): () => Promise<Module> {
  let loading: Promise<Module> | null = null
  return () => {
    loading ??= marked(fetchModule(), () => {
      loading = null
    })
    return loading
  }
}

/** React reads these marks of a promise, and does not wait for one that is done. */
function marked<Value>(promise: Promise<Value>, onFailure: () => void): Promise<Value> {
  promise.then(
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    (reason: unknown) => {
      onFailure()
      return Object.assign(promise, { status: 'rejected', reason })
    },
  )
  return promise
}
