/** The palette of the page that stands now: what the page told, and what works everywhere. */
import { Palette, type PaletteProps } from '../features/palette/Palette.tsx'
import { useActionsEverywhere } from './use-actions-everywhere.tsx'

export interface PagePaletteProps extends Omit<PaletteProps, 'everywhere'> {
  readonly onKeys: () => void
}

export function PagePalette({ onKeys, ...palette }: PagePaletteProps) {
  return <Palette {...palette} everywhere={useActionsEverywhere(onKeys)} />
}
