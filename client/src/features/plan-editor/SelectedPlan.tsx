/**
 * The whole plan is selected (Mod+A, once the field is): it can be copied, as an outline that any editor understands and that can
 * be pasted into another plan. Nothing else is done to a whole plan at once: every other key, press or change of focus
 * ends it.
 */
import { readPlan } from '@milepost/plan'
import { useEffect } from 'react'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { isModKey } from '../../ui/platform.ts'
import { outlineLaterWords as words } from '../../words/plan-editor/outline-later.ts'
import { planAsHtml, planAsText } from './plan-as-text.ts'

export interface SelectedPlanProps {
  readonly end: () => void
}

export function SelectedPlan({ end }: SelectedPlanProps): null {
  const { doc } = usePlanSession()
  const announce = useAnnounce()
  useEffect(() => {
    announce.own(words.planSelected)
    const copy = (event: ClipboardEvent) => {
      const plan = readPlan(doc)
      event.clipboardData?.setData('text/plain', planAsText(plan))
      event.clipboardData?.setData('text/html', planAsHtml(plan))
      event.preventDefault()
      announce.own(words.planCopied)
    }
    const key = (event: KeyboardEvent) => {
      const isCopy = isModKey(event) && ['c', 'a'].includes(event.key.toLowerCase())
      if (isCopy || ['Control', 'Meta', 'Shift', 'Alt'].includes(event.key)) {
        if (event.key.toLowerCase() === 'a') event.preventDefault()
        return
      }
      if (event.key === 'Escape') event.stopPropagation()
      end()
    }
    document.addEventListener('copy', copy)
    document.addEventListener('keydown', key, true)
    document.addEventListener('pointerdown', end)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('keydown', key, true)
      document.removeEventListener('pointerdown', end)
    }
  }, [doc, announce, end])
  return null
}
