/**
 * useReview: what the review says of the plan today. Computed in step with what it is given; what says the same is the same
 * object, so the panel is drawn again only when a finding came, went or changed. The words of the value proposition are
 * counted when that text changed, not with every key that is pressed elsewhere.
 */
import {
  fragmentOf,
  reviewPlan,
  watchRichText,
  wordsIn,
  type Plan,
  type PlanDoc,
  type PlanOutlook,
  type Review,
} from '@milepost/plan'
import { useMemo, useSyncExternalStore } from 'react'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'

const PROPOSITION = { kind: 'valueProposition' } as const

/** The review of a moment ago, for each plan that is open. */
const latest = new WeakMap<PlanDoc, Review>()

export function useReview(plan: Plan, outlook: PlanOutlook): Review {
  const { doc } = usePlanSession()
  const words = usePropositionWords(doc)
  return useMemo(() => {
    const review = reviewPlan(plan, outlook, outlook.today, words, latest.get(doc))
    latest.set(doc, review)
    return review
  }, [doc, plan, outlook, words])
}

function usePropositionWords(doc: PlanDoc): number {
  const store = useMemo(() => propositionWords(doc), [doc])
  return useSyncExternalStore(store.subscribe, store.get, store.get)
}

interface WordStore {
  readonly get: () => number
  readonly subscribe: (listener: () => void) => () => void
}

function propositionWords(doc: PlanDoc): WordStore {
  let words: number | null = null
  const counted = () => {
    const fragment = fragmentOf(doc, PROPOSITION)
    return fragment === null ? 0 : wordsIn(fragment)
  }
  return {
    get: () => (words ??= counted()),
    subscribe(listener) {
      // It may have changed between the first drawing and now.
      words = null
      return watchRichText(doc, PROPOSITION, () => {
        words = null
        listener()
      })
    },
  }
}
