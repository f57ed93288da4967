/**
 * How long each milestone takes, as agreed and as it stands (rule SCHED-5).
 *
 * Agreed dates that are tighter than the estimate win, so that a plan on its agreed dates shows no slip; what somebody
 * has said since counts as said.
 */
import type { MilestoneNode, Network } from './network.ts'

export interface WorkingEstimate {
  /** Working days in the agreed plan; negative is an agreed overlap. */
  readonly asAgreed: number
  readonly asItStands: number
}

export function workingEstimatesOf(network: Network): readonly WorkingEstimate[] {
  const { calendar, origin, nodes } = network
  /** N of the date each milestone has in the agreed plan; one without a date hands on the latest that it waits for. */
  const agreedCounts: number[] = []
  const originCount = calendar.count(origin)
  return nodes.map((node) => {
    let awaited = -Infinity
    for (const place of node.waitsFor) awaited = Math.max(awaited, agreedCounts[place] ?? -Infinity)
    if (node.agreed === null) {
      agreedCounts.push(awaited)
      return { asAgreed: node.estimate ?? 0, asItStands: node.estimate ?? 0 }
    }
    const agreedCount = calendar.count(node.agreed)
    agreedCounts.push(agreedCount)
    return withGap(node, node.agreedGap ?? agreedCount - (awaited === -Infinity ? originCount : awaited))
  })
}

function withGap({ estimate, agreedEstimate }: MilestoneNode, gap: number): WorkingEstimate {
  const asAgreed = agreedEstimate === null ? gap : Math.min(agreedEstimate, gap)
  if (estimate === null || estimate === agreedEstimate) return { asAgreed, asItStands: asAgreed }
  const shorter = agreedEstimate !== null && estimate < agreedEstimate
  return { asAgreed, asItStands: shorter ? Math.min(estimate, gap) : estimate }
}
