/**
 * The verdict: what an executive is told in one sentence, as facts. State first, then the buyer's date. Words are whoever's who
 * shows it; here is decided which of the variants it is, so that every screen and every reader is told the same.
 */
import type { LocalDate } from '@milepost/schedule'
import type { Side } from '../value.ts'
import type { PlanOutlook } from './plan-outlook.ts'

export type Verdict =
  /** No milestone that is still needed is go-live. */
  | { readonly kind: 'noGoLive' }
  /** Nobody has said anything that its day follows from. */
  | { readonly kind: 'noDate' }
  /** It happened; `slip` in working days against the agreed date, null where none was agreed. */
  | { readonly kind: 'live'; readonly since: LocalDate; readonly slip: number | null }
  | {
      /** Agreed, and so measured. */
      readonly kind: 'agreed'
      readonly slip: number
      readonly deadline: Deadline | null
    }
  | {
      /** Not measured: dates are not agreed (`by` has offered some), or go-live came in after they were. */
      readonly kind: 'notAgreed' | 'offered' | 'addedSince'
      readonly by: Side | null
      readonly forecast: LocalDate
      readonly deadline: Deadline | null
    }

/** The date that go-live has to be ready for. */
export interface Deadline {
  readonly date: LocalDate
  /** Negative: go-live is forecast for after it; 0: for that very day. */
  readonly workdays: number
}

export function verdictOf({ goLive, measuredFrom, room }: PlanOutlook): Verdict {
  if (goLive === null) return { kind: 'noGoLive' }
  const { finish, slip, done, dated } = goLive
  const { state, by } = measuredFrom
  if (done) return { kind: 'live', since: finish, slip: state === 'agreed' ? slip : null }
  if (!dated) return { kind: 'noDate' }
  const deadline = room === null ? null : { date: room.date, workdays: room.workdays }
  if (state === 'agreed' && slip !== null) return { kind: 'agreed', slip, deadline }
  const kind = state === 'none' ? 'notAgreed' : state === 'offered' ? 'offered' : 'addedSince'
  return { kind, by: kind === 'offered' ? by : null, forecast: finish, deadline }
}
