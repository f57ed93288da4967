// What floats (menus, popovers, dialogs) needs positions, focus traps and the hiding of what is behind: a quarter of the
// kit's weight, and nothing of it is on screen at first. So it is a chunk, loaded when something is first opened or when
// the page has nothing else to do. Once it is here it is drawn at once: `React.lazy` would still wait for a moment.
import { use } from 'react'
import type { DialogProps } from './Dialog.tsx'
import type { PopoverSurfaceProps } from './PopoverSurface.tsx'
import type { TooltipSurfaceProps } from './TooltipSurface.tsx'

const popover = onDemand(() => import('./PopoverSurface.tsx'))
const dialog = onDemand(() => import('./DialogSurface.tsx'))
const tooltip = onDemand(() => import('./TooltipSurface.tsx'))

export function PopoverSurface(props: PopoverSurfaceProps) {
  const { PopoverSurface: Surface } = popover.here() ?? use(popover.load())
  return <Surface {...props} />
}

export function DialogSurface(props: DialogProps) {
  const { DialogSurface: Surface } = dialog.here() ?? use(dialog.load())
  return <Surface {...props} />
}

export function TooltipSurface(props: TooltipSurfaceProps) {
  const { TooltipSurface: Surface } = tooltip.here() ?? use(tooltip.load())
  return <Surface {...props} />
}

/** For the quiet time after the first view, and for tests. */
export async function preloadFloating(): Promise<void> {
  await Promise.all([popover.load(), dialog.load(), tooltip.load()])
}

interface OnDemand<Module> {
  readonly here: () => Module | null
  readonly load: () => Promise<Module>
}

function onDemand<Module>(fetchModule: () => Promise<Module>): OnDemand<Module> {
  let module: Module | null = null
  let loading: Promise<Module> | null = null
  async function load(): Promise<Module> {
    try {
      module = await fetchModule()
      return module
    } catch (error) {
      // Offline and not yet kept: the next press tries again.
      loading = null
      throw error
    }
  }
  return {
    here: () => module,
    load: () => (loading ??= load()),
  }
}
