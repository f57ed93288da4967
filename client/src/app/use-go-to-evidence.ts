/**
 * From a statement about a plan to the place in it that it was read from: the plan is opened, and once that place is drawn it has
 * the keyboard. A place that does not come (somebody removed it meanwhile) is waited for no longer than somebody would look for it.
 */
import type { ReviewTarget } from '@milepost/plan'
import { useCallback } from 'react'
import { useNavigate } from '../ui/Link.tsx'
import { goToTarget } from './go-to-finding.ts'

const PATIENCE_MS = 10_000

export function useGoToEvidence(): (href: string, target: ReviewTarget) => void {
  const navigate = useNavigate()
  return useCallback(
    (href, target) => {
      navigate(href)
      onceDrawn(() => isThere(target))
    },
    [navigate],
  )
}

/** Milestones stand in the document, everything else in a place of its own; a step stands in its milestone. */
function isThere(target: ReviewTarget): boolean {
  return target.kind === 'milestone' || target.kind === 'step' ? goToRow(target.milestoneId) : goToTarget(target)
}

function goToRow(id: string): boolean {
  const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
  row?.scrollIntoView({ block: 'center' })
  row?.focus({ preventScroll: true })
  return row !== null
}

/** Tries at once and after every change of the page. */
function onceDrawn(tryIt: () => boolean): void {
  const address = globalThis.location.pathname
  const observer = new MutationObserver(() => {
    // Whoever went elsewhere meanwhile is not called back.
    if (globalThis.location.pathname !== address || tryIt()) stop()
  })
  const timer = setTimeout(stop, PATIENCE_MS)
  function stop() {
    clearTimeout(timer)
    observer.disconnect()
  }
  observer.observe(document.body, { childList: true, subtree: true })
}
