/**
 * PlanFeed: one watcher of the plan for everything on the page that reads it. What shapes it is that a letter is on screen
 * before anything else hears of it: the field that is typed in watches its own text (`use-plan-text.ts`), and a thousand
 * readers, each with nothing to draw, would be asked between the key and its frame. So where only texts changed they are told
 * behind that frame, once for all letters before it. Everything else is told at once.
 */
import { watchPlan, type PlanDoc } from '@milepost/plan'
import { behindFrame } from './behind-frame.ts'

export type PlanFeed = (listener: () => void) => () => void

const feeds = new WeakMap<PlanDoc, PlanFeed>()

/** The same for every caller of one document. Returns, as any subscription, the function that ends it. */
export function planFeedOf(doc: PlanDoc): PlanFeed {
  const known = feeds.get(doc)
  if (known !== undefined) return known
  const feed = planFeed(doc)
  feeds.set(doc, feed)
  return feed
}

function planFeed(doc: PlanDoc): PlanFeed {
  const listeners = new Set<() => void>()
  let unwatch = () => {}

  function tell(): void {
    for (const listener of listeners) listener()
  }

  return (listener) => {
    if (listeners.size === 0) unwatch = watchPlan(doc, tell, { texts: behindFrame })
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) unwatch()
    }
  }
}
