/**
 * Which plans need somebody first: late, past a key date, quiet, one-sided, in this order of weight; then what is off its
 * agreed date; then what comes next. What is live comes last. A total order of two glances, so every device sorts alike.
 */
import type { PlanGlance } from './plan-glance.ts'
import { byText } from '../text-order.ts'
import type { Instant, Side } from '../value.ts'

/** Days without an act of one side after which it is called quiet. */
export const QUIET_DAYS = 10
/** Below this share of the writing of both, a side only looks on; `SHARE_SLOTS` are needed to say so. */
const ONE_SIDED = 0.15
const SHARE_SLOTS = 5
const DAY_MS = 24 * 60 * 60 * 1000

/** Five-minute slots in which each side wrote something, from the relay's record; null: not asked, or it knows none. */
export type Share = Readonly<Record<Side, number>>

export interface Attention {
  /** Working days that the next step is past its date. */
  readonly late: number
  /** Calendar days that go-live is forecast past the buyer's date. */
  readonly pastKeyDate: number
  /** Days since the other side did anything; 0: not long enough to say. */
  readonly quiet: number
  readonly oneSided: boolean
  readonly live: boolean
}

/** `other`: the side whose silence counts. */
export function attentionOf(glance: PlanGlance, share: Share | null, now: Instant, other: Side = 'buyer'): Attention {
  const live = glance.goLive?.done ?? false
  const since = glance.acts[other]?.at ?? glance.createdAt
  const days = since === null ? 0 : Math.floor((now - since) / DAY_MS)
  return {
    late: live ? 0 : (glance.next?.late ?? 0),
    pastKeyDate: live ? 0 : Math.max(0, -(glance.keyDate?.days ?? 0)),
    quiet: !live && days >= QUIET_DAYS ? days : 0,
    oneSided: !live && isOneSided(share, other),
    live,
  }
}

export function shareOfSide(share: Share, side: Side): number | null {
  const all = share.buyer + share.seller
  return all === 0 ? null : share[side] / all
}

function isOneSided(share: Share | null, other: Side): boolean {
  if (share === null || share.buyer + share.seller < SHARE_SLOTS) return false
  return (shareOfSide(share, other) ?? 0) < ONE_SIDED
}

export interface Ranked {
  readonly planId: string
  readonly glance: PlanGlance
  readonly attention: Attention
}

export function byAttention(a: Ranked, b: Ranked): number {
  return weight(b) - weight(a) || byText(dateOf(a), dateOf(b)) || byText(a.planId, b.planId)
}

function weight({ glance, attention }: Ranked): number {
  if (attention.live) return -1
  const { late, pastKeyDate, quiet, oneSided } = attention
  const isOff = (glance.goLive?.slip ?? 0) > 0
  return (late > 0 ? 16 : 0) + (pastKeyDate > 0 ? 8 : 0) + (quiet > 0 ? 4 : 0) + (oneSided ? 2 : 0) + (isOff ? 1 : 0)
}

/** A plan in which nothing comes next stands behind those in which something does. */
function dateOf({ glance }: Ranked): string {
  return glance.next?.date ?? glance.goLive?.finish ?? '9999-12-31'
}
