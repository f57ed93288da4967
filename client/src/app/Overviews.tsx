// Pages that look at many plans at once, each with an address of its own, and the last word on addresses that are none. They come
// together and late: whoever opens a plan needs none of them.
import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { BuyerTimelinePage } from '../features/buyer-timeline/BuyerTimelinePage.tsx'
import { ComparePage } from '../features/compare/ComparePage.tsx'
import { PipelinePage } from '../features/pipeline/PipelinePage.tsx'
import { buyerTimelineWords } from '../words/buyer-timeline.ts'
import { compareWords } from '../words/compare.ts'
import { placeWords } from '../words/places.ts'
import { LinkProblemPage } from './link-problem.ts'
import { usePageTitle } from './page-title.ts'
import { useGoToEvidence } from './use-go-to-evidence.ts'

export function Overviews({ tools }: { readonly tools: ReactNode }) {
  const goToEvidence = useGoToEvidence()
  return (
    <Switch>
      <Route path="/review">
        <Titled title={placeWords.review}>
          <PipelinePage tools={tools} goToEvidence={goToEvidence} />
        </Titled>
      </Route>
      <Route path="/compare/:templateId?">
        {({ templateId }) => (
          <Titled title={compareWords.title}>
            <ComparePage key={templateId} templateId={templateId ?? null} tools={tools} goToEvidence={goToEvidence} />
          </Titled>
        )}
      </Route>
      <Route path="/timeline">
        <Titled title={buyerTimelineWords.title}>
          <BuyerTimelinePage tools={tools} goToEvidence={goToEvidence} />
        </Titled>
      </Route>
      <Route>
        <LinkProblemPage problem="no-plan" keptPlanId={null} />
      </Route>
    </Switch>
  )
}

function Titled({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  usePageTitle(title)
  return children
}
