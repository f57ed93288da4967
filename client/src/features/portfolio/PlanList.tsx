// The plans of this device, newest first: what each is about, when it goes live, what one may do in it, what waits. A whole
// row opens its plan; J and K walk the rows.
import { useRef, useState, type KeyboardEvent } from 'react'
import { agoText } from '../../format/ago.ts'
import { dayText } from '../../format/day.ts'
import { companiesText } from '../../format/names.ts'
import { useDevice } from '../../hooks/device-context.tsx'
import type { PlanSummary } from '../../hooks/use-plans.ts'
import { useDayHere } from '../../hooks/use-today.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ClockIcon, DeviceIcon, MoreIcon, SavedIcon, TrashIcon, WarningIcon } from '../../ui/icons/icons.tsx'
import { Link } from '../../ui/Link.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { plansWords as words } from '../../words/portfolio/plans.ts'
import { planStateWords, type PlanStateWords } from './plan-state-words.ts'
import styles from './PlanList.module.css'
import { RemovePlanDialog } from './RemovePlanDialog.tsx'
import { RightWords } from './RightWords.tsx'

export function PlanList({ plans }: { readonly plans: readonly PlanSummary[] }) {
  const [removing, setRemoving] = useState<PlanSummary | null>(null)
  const table = useRef<HTMLTableElement>(null)
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the links in it */}
      <table ref={table} className={styles.table} onKeyDown={(event) => walkRows(event, table.current)}>
        <thead>
          <tr>
            <th scope="col">{words.table.plan}</th>
            <th scope="col">{words.table.goLive}</th>
            <th scope="col">{words.table.access}</th>
            <th scope="col">{words.table.state}</th>
            <th scope="col">{words.table.lastOpened}</th>
            <th scope="col">
              <VisuallyHidden>{words.table.more}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <PlanRow key={plan.planId} plan={plan} onRemove={() => setRemoving(plan)} />
          ))}
        </tbody>
      </table>
      <RemovePlanDialog plan={removing} onClose={() => setRemoving(null)} />
    </>
  )
}

function PlanRow({ plan, onRemove }: { readonly plan: PlanSummary; readonly onRemove: () => void }) {
  const today = useDayHere()
  const now = useDevice().now()
  const name = companiesText(plan.buyer, plan.seller)
  const state = planStateWords(plan)
  const company = plan.side === 'seller' ? plan.seller : plan.buyer
  return (
    <tr>
      <th scope="row">
        <Link href={`/${plan.page === 'view' ? 'v' : 'p'}/${plan.planId}`} look="plain" className={styles.open}>
          {name}
        </Link>
        <small>{titleOf(plan)}</small>
      </th>
      <td className={styles.goLive}>
        {plan.goLive === null ? (
          <small>{words.noGoLive}</small>
        ) : (
          <time dateTime={plan.goLive}>{dayText(plan.goLive, today)}</time>
        )}
      </td>
      <td>
        <span className={styles.line}>
          <RightWords right={plan.right} />
        </span>
        {plan.side !== null && company !== '' && (
          <small className={styles.line}>
            <SideMark side={plan.side} />
            {company}
          </small>
        )}
      </td>
      <td>
        <span className={classNames(styles.line, styles[state.tone])}>
          <StateIcon tone={state.tone} />
          <span>{state.text}</span>
        </span>
      </td>
      <td className={styles.seen}>{agoText(plan.openedAt, now)}</td>
      <td className={styles.tools}>
        <Menu
          label={words.moreFor(name)}
          placement="bottom end"
          trigger={<IconButton size="sm" label={words.moreFor(name)} icon={<MoreIcon />} />}
          groups={[
            {
              entries: [
                {
                  id: 'remove',
                  label: words.remove.remove,
                  icon: <TrashIcon />,
                  danger: true,
                  onAction: onRemove,
                },
              ],
            },
          ]}
        />
      </td>
    </tr>
  )
}

function titleOf({ title, buyer, seller }: PlanSummary): string {
  if (title !== '') return title
  return buyer === '' && seller === '' ? words.notArrived : words.noOutcome
}

function StateIcon({ tone }: { readonly tone: PlanStateWords['tone'] }) {
  switch (tone) {
    case 'good':
      return <SavedIcon size={14} />
    case 'waiting':
      return <ClockIcon size={14} />
    case 'local':
      return <DeviceIcon size={14} />
    case 'bad':
      return <WarningIcon size={14} />
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
