/**
 * What the outline has besides its lines: nobody sees it before a key or a press asks for it, so it comes after the first view,
 * in the quiet time, and is there by then.
 */
import { latePart } from '../../ui/late-part.tsx'

export const LinePanel = latePart(() => import('./LinePanel.tsx').then((module) => module.LinePanel))
export const OutlineLater = latePart(() => import('./OutlineLater.tsx').then((module) => module.OutlineLater))
export const ReplaceGoalDialog = latePart(() =>
  import('./ReplaceGoalDialog.tsx').then((module) => module.ReplaceGoalDialog),
)

/** For the quiet time after the first view, before anybody types a slash and the rest of the command; and for tests. */
export async function preloadOutline(): Promise<void> {
  await Promise.all([LinePanel.preload(), OutlineLater.preload(), ReplaceGoalDialog.preload()])
}
