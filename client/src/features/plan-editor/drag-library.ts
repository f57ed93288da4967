/**
 * The drag library, loaded once the lines stand: a line is read, written and moved by keys without it. Where it cannot be
 * fetched, lines are moved by keys and by their menu.
 */
import { quietTime } from '../../ui/quiet-time.ts'
import type * as parts from './drag-parts.ts'

export type DragLibrary = typeof parts

let loading: Promise<DragLibrary> | null = null
let loaded: DragLibrary | null = null

/** Does `attach` as soon as the library is here, and undoes it when the caller is gone. */
export function whileDraggable(attach: (library: DragLibrary) => () => void): () => void {
  if (loaded !== null) return attach(loaded)
  let detach = () => {}
  let gone = false
  loading ??= quietTime().then(() => import('./drag-parts.ts'))
  void attachWhenLoaded(loading)
  return () => {
    gone = true
    detach()
  }

  async function attachWhenLoaded(library: Promise<DragLibrary>) {
    try {
      loaded = await library
      if (!gone) detach = attach(loaded)
    } catch {
      // Asked for again by the next line that stands.
      loading = null
    }
  }
}
