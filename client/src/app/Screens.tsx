// The addresses of the app. A plan is what a link opens, so it is here at once; the other screens are chunks of their own.
import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { placeWords } from '../words/places.ts'
import { useKeyPage } from './FindingProvider.tsx'
import { usePageTitle } from './page-title.ts'
import { PlanScreen } from './PlanScreen.tsx'
import { SearchButton } from './SearchButton.tsx'
import { ThemeMenu } from './ThemeMenu.tsx'
import { useLateParts } from './use-late-parts.ts'

const PlansPage = lazy(() =>
  import('../features/portfolio/PlansPage.tsx').then((module) => ({ default: module.PlansPage })),
)
const Overviews = lazy(() => import('./Overviews.tsx').then((module) => ({ default: module.Overviews })))
const NewPlanPage = lazy(() =>
  import('../features/new-plan/NewPlanPage.tsx').then((module) => ({ default: module.NewPlanPage })),
)
const Templates = lazy(() =>
  import('../features/templates/Templates.tsx').then((module) => ({ default: module.Templates })),
)

export function Screens() {
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/">
          <PlansScreen />
        </Route>
        <Route path="/new">
          <NewPlanScreen />
        </Route>
        <Route path="/templates/:id?">{({ id }) => <TemplatesScreen id={id} />}</Route>
        <Route path="/p/:planId">{({ planId }) => <PlanScreen key={planId} planId={planId} />}</Route>
        <Route>
          <Overviews tools={<SearchButton />} />
        </Route>
      </Switch>
    </Suspense>
  )
}

function PlansScreen() {
  usePageTitle(null)
  useKeyPage('plans')
  useLateParts()
  return (
    <PlansPage
      tools={
        <>
          <SearchButton />
          <ThemeMenu />
        </>
      }
    />
  )
}

function NewPlanScreen() {
  usePageTitle(placeWords.newPlan)
  useLateParts()
  return <NewPlanPage tools={<SearchButton />} />
}

function TemplatesScreen({ id }: { readonly id: string | undefined }) {
  usePageTitle(placeWords.templates)
  useLateParts()
  return <Templates id={id} tools={<SearchButton />} />
}
