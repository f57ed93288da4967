// The plans in rows, what needs attention first. A whole row opens its plan; J and K walk the rows.
import type { LocalDate } from '@milepost/schedule'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { companiesText } from '../../format/names.ts'
import type { PlanSummary } from '../../hooks/use-plans.ts'
import type { PortfolioShelf } from '../../hooks/use-portfolio.ts'
import { useToast } from '../../ui/Toast.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { portfolioWords as words, type Them } from '../../words/portfolio/portfolio.ts'
import type { MenuWish } from './RowMenu.tsx'
import { PlanRow } from './PlanRow.tsx'
import styles from './PlanTable.module.css'
import type { PortfolioLine } from './portfolio-lines.ts'
import { RemovePlanDialog } from './RemovePlanDialog.tsx'
import { ValueDialog } from './ValueDialog.tsx'

interface PlanTableProps {
  readonly lines: readonly PortfolioLine[]
  readonly them: Them
  readonly today: LocalDate
  readonly now: number
  readonly currency: string
  readonly onCurrency: (currency: string) => void
  readonly shelf: PortfolioShelf | null
}

export function PlanTable({ lines, them, today, now, currency, onCurrency, shelf }: PlanTableProps) {
  const [removing, setRemoving] = useState<PlanSummary | null>(null)
  const [valued, setValued] = useState<PortfolioLine | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const archive = useArchive(shelf)
  const latest = useRef(archive)
  useEffect(() => {
    latest.current = archive
  })
  const hold = useCallback((line: PortfolioLine, wish: MenuWish) => {
    if (wish === 'value') setValued(line)
    else if (wish === 'remove') setRemoving(line.plan)
    else latest.current(line)
  }, [])
  const columns = [
    words.table.plan,
    words.table.goLive,
    words.table.off,
    words.table.next,
    words.table.share(them),
    words.table.activity,
  ]
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the links in it */}
      <table ref={table} className={styles.table} onKeyDown={(event) => walkRows(event, table.current)}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <th scope="col">
              <VisuallyHidden>{words.table.more}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <PlanRow
              key={line.plan.planId}
              line={line}
              today={today}
              now={now}
              currency={currency}
              onMenu={hold}
              hasShelf={shelf !== null}
            />
          ))}
        </tbody>
      </table>
      <RemovePlanDialog plan={removing} onClose={() => setRemoving(null)} />
      <ValueDialog
        line={valued}
        shelf={shelf}
        currency={currency}
        onCurrency={onCurrency}
        onClose={() => setValued(null)}
      />
    </>
  )
}

/** Out of the list and back; out of it with a way back, because the row is gone then. */
function useArchive(shelf: PortfolioShelf | null): (line: PortfolioLine) => void {
  const toast = useToast()
  return ({ plan, row }) => {
    const archived = !(row?.archived ?? false)
    const name = companiesText(plan.buyer, plan.seller)
    void shelf?.setArchived(plan.planId, archived)
    toast({
      text: archived ? words.row.archived(name) : words.row.broughtBack(name),
      action: { label: words.row.undo, onAction: () => void shelf?.setArchived(plan.planId, !archived) },
    })
  }
}

/** J and K as in mail programs; the arrows do the same, since the rows are links and have no other use for them. */
function walkRows(event: KeyboardEvent, table: HTMLTableElement | null) {
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key]
  if (step === undefined || event.metaKey || event.ctrlKey || event.altKey || table === null) return
  if (!(event.target instanceof HTMLAnchorElement)) return
  const links = [...table.querySelectorAll<HTMLAnchorElement>('th[scope="row"] a')]
  const next = links[links.indexOf(event.target) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
