// The plans of this device as a list of many: by month, filtered, sorted. With one plan there is nothing to choose from, so only
// its row is drawn.
import { memo, useDeferredValue, useMemo, useState } from 'react'
import { useDevice } from '../../hooks/device-context.tsx'
import { useLocal } from '../../hooks/use-local.ts'
import { useNowAndThen } from '../../hooks/use-now-and-then.ts'
import { usePlans, type PlanSummary } from '../../hooks/use-plans.ts'
import { usePortfolioRows, useRefreshing, type PortfolioMap, type PortfolioShelf } from '../../hooks/use-portfolio.ts'
import { useDayHere } from '../../hooks/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { portfolioWords as words } from '../../words/portfolio/portfolio.ts'
import { ByMonth } from './ByMonth.tsx'
import { CURRENCIES } from './currencies.ts'
import { ListTools, NO_CHOICE, type Choice } from './ListTools.tsx'
import { PlanTable } from './PlanTable.tsx'
import styles from './PlansPage.module.css'
import { isFound, isIn, linesOf, noneText, sorted, themOf, type PortfolioLine } from './portfolio-lines.ts'

/**
 * While many plans are kept fresh, rows change by the dozen: they are drawn about once a second, when there is time, and only those
 * that changed. To draw two hundred after each answer took longer than to get the answers.
 */
export function Portfolio({ shelf }: { readonly shelf: PortfolioShelf | null }) {
  const isAsking = useRefreshing(shelf).state === 'asking'
  const plans = useDeferredValue(useNowAndThen(usePlans(), isAsking))
  const rows = useDeferredValue(useNowAndThen(usePortfolioRows(shelf), isAsking))
  return <Shown shelf={shelf} plans={plans} rows={rows} />
}

interface ShownProps {
  readonly shelf: PortfolioShelf | null
  readonly plans: readonly PlanSummary[]
  readonly rows: PortfolioMap
}

const Shown = memo(function Shown({ shelf, plans, rows }: ShownProps) {
  const device = useDevice()
  const today = useDayHere()
  const [choice, setChoice] = useState<Choice>(NO_CHOICE)
  const [kept, setCurrency] = useLocal<string>('portfolio:currency', 'EUR')
  const currency = CURRENCIES.find((each) => each === kept) ?? 'EUR'
  // Days are what is counted here: a new day, a new glance or a new plan counts anew, a second does not.
  const now = device.now()
  // oxlint-disable-next-line react/exhaustive-deps, react-hooks/exhaustive-deps -- by the day and not by the second
  const lines = useMemo(() => linesOf(plans, rows, now), [plans, rows, today])
  const them = themOf(lines)
  const inSight = lines.filter((line) => isIn('all', line))
  const shown = sorted(
    choice.sort,
    lines.filter((line) => isChosen(choice, line)),
  )
  const isMany = lines.length > 1
  return (
    <>
      {inSight.filter(({ glance }) => glance?.goLive).length > 1 && (
        <ByMonth lines={inSight} today={today} currency={currency} />
      )}
      {isMany && <ListTools lines={lines} them={them} choice={choice} onChange={setChoice} />}
      {shown.length === 0 ? (
        <div className={styles.none}>
          <p>{whyNone(choice, them)}</p>
          <Button onPress={() => setChoice({ ...NO_CHOICE, filter: inSight.length === 0 ? 'archived' : 'all' })}>
            {inSight.length === 0 ? words.filters.archived : words.none.showAll}
          </Button>
        </div>
      ) : (
        <PlanTable
          lines={shown}
          them={them}
          today={today}
          now={now}
          currency={currency}
          onCurrency={setCurrency}
          shelf={shelf}
        />
      )}
    </>
  )
})

function isChosen({ filter, lead, find }: Choice, line: PortfolioLine): boolean {
  return isIn(filter, line) && (lead === '' || line.glance?.lead === lead) && isFound(find, line)
}

function whyNone({ filter, lead, find }: Choice, them: ReturnType<typeof themOf>): string {
  if (find.trim() !== '') return words.none.find(find.trim())
  return lead === '' ? noneText(filter, them) : words.none.lead(lead)
}
