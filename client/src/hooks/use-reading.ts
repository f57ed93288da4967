/** What a page that only reads knows of its plan: the same frozen readings as every page, whichever way the plan came. */
import { fragmentOf, plainText, watchRichText, type Plan, type PlanDoc, type PlanOutlook } from '@milepost/plan'
import { useCallback, useSyncExternalStore } from 'react'
import type { PlanReading } from '../data/glance.ts'
import { usePlanWithOutlook } from './use-outlook.ts'

export type { PlanReading } from '../data/glance.ts'
export type { OpenReading } from '../data/open-reading.ts'

export interface PlanAsRead {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly valueProposition: string
}

export function usePlanReading({ doc, now }: PlanReading): PlanAsRead {
  const { plan, outlook } = usePlanWithOutlook(doc, now)
  return { plan, outlook, valueProposition: useValueProposition(doc) }
}

function useValueProposition(doc: PlanDoc): string {
  const subscribe = useCallback(
    (listener: () => void) => watchRichText(doc, { kind: 'valueProposition' }, listener),
    [doc],
  )
  const get = useCallback(() => {
    const fragment = fragmentOf(doc, { kind: 'valueProposition' })
    return fragment === null ? '' : plainText(fragment).trim()
  }, [doc])
  return useSyncExternalStore(subscribe, get, get)
}
