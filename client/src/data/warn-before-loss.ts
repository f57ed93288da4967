/**
 * The browser's own question before the page is left, and only where leaving would really lose something: a change that neither
 * this device's disk nor the relay has. Everything else is said in the status, without getting in the way.
 */
import type { PlanShelf } from './plan-shelf.ts'

export function warnBeforeLoss(shelf: PlanShelf): () => void {
  if (typeof window === 'undefined') return () => {}
  function ask(event: BeforeUnloadEvent): void {
    const wouldLose = shelf.all().some(({ status }) => {
      const { kept, waiting } = status.get()
      return waiting > 0 && (kept === 'notKept' || kept === 'memoryOnly')
    })
    if (wouldLose) event.preventDefault()
  }
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
