// The last known state of a plan that is closed, in a line of the list: what waits, what was refused, where it lives.
import type { PlanSummary } from '../../hooks/use-plans.ts'

export interface PlanStateWords {
  readonly tone: 'good' | 'waiting' | 'local' | 'bad'
  readonly text: string
}

const REFUSED: Record<NonNullable<PlanSummary['refusal']>, string> = {
  revoked: 'Your link was revoked',
  expired: 'Your link has run out',
  unknown: 'The relay does not know this link',
  notAllowed: 'The last change was not allowed',
  noSuchPlan: 'The relay does not have this plan',
  otherEpoch: 'The plan was made anew there',
  tooBig: 'The plan is too big for its relay',
  tooOld: 'Reload to get the new version',
  malformed: 'The relay did not take a change',
  createTokenNeeded: 'The relay asks for its create token',
  idTaken: 'The relay has another plan here',
}

export function planStateWords({ refusal, relay, sample, waiting }: PlanSummary): PlanStateWords {
  if (sample) return { tone: 'local', text: 'Sample, on this device only' }
  if (refusal !== null) return { tone: 'bad', text: REFUSED[refusal] }
  if (relay === 'local') return { tone: 'local', text: 'On this device only' }
  if (waiting > 0) return { tone: 'waiting', text: `${waiting} waiting to be sent` }
  return { tone: 'good', text: 'Synced' }
}
