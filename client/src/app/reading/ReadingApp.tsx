// The light page, put together: what stands above it, which is little, and the last net.
import type { PlanId } from '@milepost/protocol'
import type { ReactNode } from 'react'
import type { OpenReading } from '../../hooks/use-reading.ts'
import { LiveRegionProvider } from '../../ui/LiveRegion.tsx'
import type { LinkProblem } from '../link-problem.ts'
import { LinkProblemPage } from '../link-problem.ts'
import { ReadingNet } from './ReadingNet.tsx'
import { ReadingScreen } from './ReadingScreen.tsx'

interface ReadingAppProps {
  /** Null where the address opens nothing; then `damage` says why. */
  readonly reading: OpenReading | null
  readonly damage: LinkProblem | null
  readonly planId: PlanId | null
}

export function ReadingApp({ reading, damage, planId }: ReadingAppProps): ReactNode {
  return (
    <ReadingNet>
      <LiveRegionProvider>
        {reading === null || planId === null ? (
          <LinkProblemPage problem={damage ?? 'no-plan'} keptPlanId={null} />
        ) : (
          <ReadingScreen reading={reading} planId={planId} />
        )}
      </LiveRegionProvider>
    </ReadingNet>
  )
}
