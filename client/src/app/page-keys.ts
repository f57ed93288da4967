/**
 * The keys that work on the page as a whole, outside of the document's own table (`plan-editor/outline-keys.ts`). The sheet
 * of keys reads this table, and so does what listens for them.
 */
import { isModKey } from '../ui/platform.ts'
import { TEXTS } from '../ui/texts.ts'

/** Which keys are worth showing: what works depends on where one is and what one may. */
export type KeyPage = 'plans' | 'edit' | 'comment' | 'read' | 'other'

export const PAGE_KEYS = {
  palette: 'Mod+K',
  keys: '?',
  undo: 'Mod+Z',
  redo: 'Mod+Shift+Z',
  notices: 'F6',
  newPlan: 'N',
  nextPlan: 'J',
  planBefore: 'K',
  filters: 'F',
} as const

/** Whether a press is that key: with Mod everywhere, a sign alone only outside of texts. */
export function isPageKey(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  if (event.key.toLowerCase() !== key.toLowerCase()) return false
  if (parts.includes('Mod')) return isModKey(event) && event.shiftKey === parts.includes('Shift') && !event.altKey
  if (event.ctrlKey || event.metaKey) return false
  return !(event.target instanceof Element && event.target.closest(TEXTS) !== null)
}
