/** useValueProposition: the words of the value proposition, '' while there are none. */
import { fragmentOf, plainText, watchRichText, type PlanDoc } from '@milepost/plan'
import { useCallback, useSyncExternalStore } from 'react'

const PROPOSITION = { kind: 'valueProposition' } as const

export function useValueProposition(doc: PlanDoc): string {
  const subscribe = useCallback((listener: () => void) => watchRichText(doc, PROPOSITION, listener), [doc])
  const get = useCallback(() => {
    const fragment = fragmentOf(doc, PROPOSITION)
    return fragment === null ? '' : plainText(fragment).trim()
  }, [doc])
  return useSyncExternalStore(subscribe, get, get)
}
