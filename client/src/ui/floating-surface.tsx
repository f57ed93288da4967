// What floats (menus, popovers, dialogs) needs positions, focus traps and the hiding of what is behind: a quarter of the
// kit's weight, and nothing of it is on screen at first. So it is loaded when something is first opened or when the page
// has nothing else to do.
import { latePart } from './late-part.tsx'

export const PopoverSurface = latePart(() => import('./PopoverSurface.tsx').then((module) => module.PopoverSurface))
export const DialogSurface = latePart(() => import('./DialogSurface.tsx').then((module) => module.DialogSurface))
export const TooltipSurface = latePart(() => import('./TooltipSurface.tsx').then((module) => module.TooltipSurface))

/** For the quiet time after the first view, and for tests. */
export async function preloadFloating(): Promise<void> {
  await Promise.all([PopoverSurface.preload(), DialogSurface.preload(), TooltipSurface.preload()])
}
