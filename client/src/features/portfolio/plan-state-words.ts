// The last known state of a plan that is closed, in a line of the list: what waits, what was refused, where it lives.
import type { PlanSummary } from '../../hooks/use-plans.ts'
import { plansWords } from '../../words/portfolio/plans.ts'

export interface PlanStateWords {
  readonly tone: 'good' | 'waiting' | 'local' | 'bad'
  readonly text: string
}

export function planStateWords({ refusal, relay, sample, waiting }: PlanSummary): PlanStateWords {
  const words = plansWords.state
  if (sample) return { tone: 'local', text: words.sample }
  if (refusal !== null) return { tone: 'bad', text: words.refused[refusal] }
  if (relay === 'local') return { tone: 'local', text: words.local }
  if (waiting > 0) return { tone: 'waiting', text: words.waiting(waiting) }
  return { tone: 'good', text: words.synced }
}
