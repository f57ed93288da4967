// A place in one of the plans, as a link: in another tab it opens the plan, here it leads to the place itself.
import type { ReviewTarget } from '@milepost/plan'
import type { ReactNode } from 'react'
import { Link } from '../../ui/Link.tsx'
import type { GoToEvidence } from './BuyerTimelinePage.tsx'

interface PlaceProps {
  readonly href: string
  readonly target: ReviewTarget
  readonly goToEvidence: GoToEvidence
  readonly children: ReactNode
}

export function Place({ href, target, goToEvidence, children }: PlaceProps) {
  return (
    <Link href={href} onFollow={() => goToEvidence(href, target)}>
      {children}
    </Link>
  )
}
