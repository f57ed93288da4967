/** What can be done on every page: the ways between plans, the look, the sheet of keys. */
import { companiesText } from '../format/names.ts'
import { useDevice } from '../hooks/device-context.tsx'
import type { Action } from '../hooks/use-actions.ts'
import type { PlanSummary } from '../hooks/use-plans.ts'
import { FileIcon, KeyIcon, PlusIcon, SunIcon } from '../ui/icons/icons.tsx'
import { useNavigate } from '../ui/Link.tsx'
import { actionsEverywhereWords as words } from '../words/actions-everywhere.ts'
import { appWords } from '../words/app.ts'
import { placeWords } from '../words/places.ts'
import { PAGE_KEYS } from './page-keys.ts'
import { chooseTheme, THEMES } from './theme.ts'

export function useActionsEverywhere(showKeys: () => void): () => readonly Action[] {
  const device = useDevice()
  const navigate = useNavigate()
  return () => {
    const { pathname } = globalThis.location
    const actions: Action[] = []
    if (pathname !== '/')
      actions.push({
        id: 'plans',
        kind: 'action',
        label: placeWords.plans,
        alias: words.plansAlias,
        run: () => navigate('/'),
      })
    if (pathname !== '/new')
      actions.push({
        id: 'new-plan',
        kind: 'action',
        label: placeWords.newPlan,
        icon: <PlusIcon />,
        run: () => navigate('/new'),
      })
    if (pathname !== '/templates')
      actions.push({
        id: 'templates',
        kind: 'action',
        label: placeWords.templates,
        alias: words.templatesAlias,
        icon: <FileIcon />,
        run: () => navigate('/templates'),
      })
    for (const { id, label } of THEMES)
      actions.push({
        id: `theme:${id}`,
        kind: 'action',
        label: appWords.choose(label),
        alias: words.appearanceAlias,
        icon: <SunIcon />,
        run: () => chooseTheme(id),
      })
    actions.push({
      id: 'keys',
      kind: 'action',
      label: words.keys,
      alias: words.keysAlias,
      icon: <KeyIcon />,
      keys: PAGE_KEYS.keys,
      run: showKeys,
    })
    // The latest first, as the list has them; the one that is open is here already.
    for (const plan of device.plans.get()) {
      if (!pathname.endsWith(`/${plan.planId}`)) actions.push(openPlan(plan, navigate))
    }
    return actions
  }
}

function openPlan({ planId, page, title, buyer, seller }: PlanSummary, navigate: (href: string) => void): Action {
  const companies = companiesText(buyer, seller)
  const names = title.trim() === '' ? { label: companies } : { label: title, detail: companies }
  return {
    id: `plan:${planId}`,
    kind: 'plan',
    ...names,
    run: () => navigate(`/${page === 'view' ? 'v' : 'p'}/${planId}`),
  }
}
