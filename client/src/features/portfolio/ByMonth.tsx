// Go-lives by month: who stands in which month, who moved in and out, and what that is worth, agreed and forecast.
import { goLivesByMonth, outsideMonths, type Month, type MonthEntry } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { monthText } from '../../format/day.ts'
import { numberText } from '../../format/count.ts'
import { moneyText } from '../../format/money.ts'
import { companyOf } from '../../format/names.ts'
import { ArrowRightIcon, CheckIcon } from '../../ui/icons/icons.tsx'
import { Link } from '../../ui/Link.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { classNames } from '../../ui/class-names.ts'
import { portfolioWords } from '../../words/portfolio/portfolio.ts'
import styles from './ByMonth.module.css'
import { reliabilityOf, type PortfolioLine } from './portfolio-lines.ts'

const words = portfolioWords.months

interface ByMonthProps {
  readonly lines: readonly PortfolioLine[]
  readonly today: LocalDate
  readonly currency: string
}

export function ByMonth({ lines, today, currency }: ByMonthProps) {
  const plans = lines.flatMap(({ plan, row, glance }) =>
    glance === null ? [] : [{ planId: plan.planId as string, glance, value: row?.value ?? null }],
  )
  const values = plans.flatMap(({ value }) => value ?? [])
  const sum = values.length === 0 ? null : moneyText(total(values), currency)
  const { met, due } = reliabilityOf(lines)
  const { before, after, undated } = outsideMonths(plans, today)
  const outside = words.outside(before, after, undated)
  const named = new Map(lines.map((line) => [line.plan.planId as string, line]))
  return (
    <section className={styles.months} aria-labelledby="go-lives-by-month">
      <header className={styles.head}>
        <h2 id="go-lives-by-month">{words.title}</h2>
        <span>{words.sum(plans.length, sum)}</span>
        {due > 0 && <span>{words.reliability(met, due)}</span>}
        {outside !== '' && <span>{outside}</span>}
        <span className={styles.space} />
        <Legend />
      </header>
      <div className={styles.scroll}>
        <ol className={styles.grid}>
          {goLivesByMonth(plans, today).map((month) => (
            <MonthCell key={month.month} month={month} named={named} currency={currency} />
          ))}
        </ol>
      </div>
    </section>
  )
}

function Legend() {
  return (
    <span className={styles.legend} aria-hidden="true">
      <span>
        <i className={styles.kept} />
        {words.kept}
      </span>
      <span>
        <i className={styles.in}>
          <ArrowRightIcon size={12} />
        </i>
        {words.in}
      </span>
      <span>
        <i className={styles.out} />
        {words.out}
      </span>
    </span>
  )
}

interface MonthCellProps {
  readonly month: Month
  readonly named: ReadonlyMap<string, PortfolioLine>
  readonly currency: string
}

function MonthCell({ month: { month, entries, forecast, agreed }, named, currency }: MonthCellProps) {
  return (
    <li>
      <p className={styles.monthHead}>
        <b>{monthText(`${month}-01`)}</b>
        {forecast > 0 && <span>{moneyText(forecast, currency)}</span>}
        {agreed !== forecast && agreed > 0 && (
          <del>
            <VisuallyHidden>{portfolioWords.agreed} </VisuallyHidden>
            {moneyText(agreed, currency)}
          </del>
        )}
      </p>
      {entries.length === 0 && <VisuallyHidden>{words.empty}</VisuallyHidden>}
      {entries.map((entry) => {
        const line = named.get(entry.planId)
        return line === undefined ? null : <Entry key={`${entry.planId}${entry.mark}`} entry={entry} line={line} />
      })}
    </li>
  )
}

function Entry({ entry, line }: { readonly entry: MonthEntry; readonly line: PortfolioLine }) {
  const { mark, later, day } = entry
  const { plan, them } = line
  const name = companyOf(plan, them)
  const moved = mark === 'in' ? (later ? words.movedInLater : words.movedInEarlier) : null
  const left = mark === 'out' ? (later ? words.movedOutLater : words.movedOutEarlier) : null
  return (
    <Link
      href={`/${plan.page === 'view' ? 'v' : 'p'}/${plan.planId}`}
      look="plain"
      className={classNames(styles.entry, styles[mark], !later && styles.nearer)}
    >
      {mark === 'live' && <CheckIcon size={14} />}
      {mark === 'in' && <ArrowRightIcon size={14} />}
      <span>{name}</span>
      {mark !== 'out' && <time dateTime={day}>{numberText(Number(day.slice(8)))}</time>}
      <VisuallyHidden>
        {[moved, left, mark === 'live' ? words.isLive : null].find((text) => text !== null)}
      </VisuallyHidden>
    </Link>
  )
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
