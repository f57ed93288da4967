// One plan in the list: what it is, when it goes live, how it moves, what comes next and on whom it waits, who writes in it.
import { shareOfSide, trendWord } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { memo } from 'react'
import { agoText } from '../../format/ago.ts'
import { dayText, shortDayText } from '../../format/day.ts'
import { moneyText } from '../../format/money.ts'
import { companiesText, companyOf } from '../../format/names.ts'
import { Badge } from '../../ui/Badge.tsx'
import { classNames } from '../../ui/class-names.ts'
import { ClockIcon, DeviceIcon, EyeIcon, SavedIcon, WarningIcon } from '../../ui/icons/icons.tsx'
import { Link } from '../../ui/Link.tsx'
import { OwnerChip } from '../../ui/OwnerChip.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { plansWords } from '../../words/portfolio/plans.ts'
import { portfolioWords as words } from '../../words/portfolio/portfolio.ts'
import { rightWords } from '../../words/rights.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import { planStateWords, type PlanStateWords } from './plan-state-words.ts'
import type { PortfolioLine } from './portfolio-lines.ts'
import styles from './PlanTable.module.css'
import { RowMenu, type MenuWish } from './RowMenu.tsx'
import { Spark } from './Spark.tsx'

interface PlanRowProps {
  readonly line: PortfolioLine
  readonly today: LocalDate
  readonly now: number
  readonly currency: string
  readonly hasShelf: boolean
  readonly onMenu: (line: PortfolioLine, wish: MenuWish) => void
}

/** Drawn again only where something of it changed; how long ago something was may then be some seconds old. */
export const PlanRow = memo(function PlanRow({ line, today, now, currency, hasShelf, onMenu }: PlanRowProps) {
  const { plan, row } = line
  return (
    <tr>
      <th scope="row">
        <span className={styles.name}>
          <Link
            href={`/${plan.page === 'view' ? 'v' : 'p'}/${plan.planId}`}
            look="plain"
            className={styles.open}
            label={companiesText(plan.buyer, plan.seller)}
          >
            {plan.buyer === '' && plan.seller === '' ? companiesText('', '') : companyOf(plan, line.them)}
          </Link>
          {row !== null && row.value !== null && <span className={styles.value}>{moneyText(row.value, currency)}</span>}
        </span>
        <small>{titleOf(line)}</small>
        <PlanState line={line} />
      </th>
      <td className={styles.goLive}>
        <GoLive line={line} today={today} />
      </td>
      <td className={styles.off}>
        <DaysOff line={line} today={today} />
      </td>
      <td className={styles.nextStep}>
        <NextStep line={line} today={today} />
      </td>
      <td className={styles.share}>
        <ShareCell line={line} />
      </td>
      <td className={styles.activity}>
        <Activity line={line} now={now} />
      </td>
      <td className={styles.tools}>
        <RowMenu line={line} hasShelf={hasShelf} onMenu={onMenu} />
      </td>
    </tr>
  )
}, isSameRow)

function isSameRow(one: PlanRowProps, other: PlanRowProps): boolean {
  return (
    one.line.plan === other.line.plan &&
    one.line.row === other.line.row &&
    one.today === other.today &&
    one.currency === other.currency &&
    one.hasShelf === other.hasShelf &&
    Math.abs(one.now - other.now) < 30_000
  )
}

function titleOf({ plan: { title, buyer, seller } }: PortfolioLine): string {
  if (title !== '') return title
  return buyer === '' && seller === '' ? plansWords.notArrived : plansWords.noOutcome
}

/** Said only where it is not the usual: all is synced, and one may write. */
function PlanState({ line: { plan } }: { readonly line: PortfolioLine }) {
  const state = planStateWords(plan)
  const isReading = plan.right === 'view' && state.tone === 'good'
  if (state.tone === 'good' && !isReading) return null
  return (
    <small className={classNames(styles.state, styles[state.tone])}>
      {isReading ? <EyeIcon size={14} /> : <StateIcon tone={state.tone} />}
      <span>{isReading ? rightWords.view : state.text}</span>
    </small>
  )
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

type PartProps = { readonly line: PortfolioLine; readonly today: LocalDate }

function GoLive({ line: { plan, glance }, today }: PartProps) {
  const goLive = glance?.goLive ?? null
  if (glance === null && plan.goLive !== null) return <time dateTime={plan.goLive}>{dayText(plan.goLive, today)}</time>
  if (goLive === null) return <small>{words.notDated}</small>
  const { finish, agreed, done } = goLive
  return (
    <>
      <span>
        <time dateTime={finish}>{done ? words.live(shortDayText(finish, today)) : dayText(finish, today)}</time>
        {agreed !== null && agreed !== finish && (
          <del>
            <VisuallyHidden>{words.agreed} </VisuallyHidden>
            {shortDayText(agreed, finish)}
          </del>
        )}
      </span>
      <KeyDate line={{ glance, done }} today={today} />
    </>
  )
}

function KeyDate({
  line: { glance, done },
  today,
}: {
  readonly line: { readonly glance: PortfolioLine['glance']; readonly done: boolean }
  readonly today: LocalDate
}) {
  const keyDate = glance?.keyDate ?? null
  if (keyDate === null) return done ? null : <small>{words.keyDate.none}</small>
  const { days, date } = keyDate
  const title = keyDate.title.trim() === '' ? words.keyDate.untitled : keyDate.title
  if (done) return <small>{words.keyDate.later(title, shortDayText(date, today))}</small>
  if (days > 0) return <small>{words.keyDate.before(days, title)}</small>
  return (
    <small className={styles.warn}>
      <WarningIcon size={14} />
      <span>{days === 0 ? words.keyDate.on(title) : words.keyDate.after(-days, title)}</span>
    </small>
  )
}

function DaysOff({ line: { glance, row }, today }: PartProps) {
  if (glance === null || row === null) return null
  const slip = glance.goLive?.slip ?? null
  if (slip === null) return <small>{words.notAgreed}</small>
  const word = trendWord(row.trend, today)
  return (
    <span className={styles.offs}>
      <Badge days={slip} className={styles.badge} />
      <Spark record={row.trend} today={today} word={word} />
      <small>{words.trend[word]}</small>
    </span>
  )
}

function NextStep({ line: { plan, glance }, today }: PartProps) {
  if (glance === null) return null
  const { next } = glance
  if (next === null) return <small>{words.next.none}</small>
  const side = next.side ?? 'buyer'
  return (
    <>
      <span className={styles.step}>
        <span className={styles.stepTitle}>{next.title.trim() === '' ? unnamedWords.step : next.title}</span>
        {next.late > 0 ? (
          <span className={classNames(styles.stepDay, styles.warn)}>
            <WarningIcon size={14} />
            {words.next.late(next.late)}
          </span>
        ) : (
          <span className={styles.stepDay}>{nextDayText(next.date, today)}</span>
        )}
      </span>
      <OwnerChip side={side} role={next.role} name={next.person} company={companyOf(plan, side)} look="plain" />
    </>
  )
}

function nextDayText(date: LocalDate, today: LocalDate): string {
  if (date <= today) return words.next.today
  const tomorrow = Date.parse(date) - Date.parse(today) === 24 * 60 * 60 * 1000
  return tomorrow ? words.next.tomorrow : dayText(date, today)
}

function ShareCell({ line: { plan, glance, row, attention, them } }: { readonly line: PortfolioLine }) {
  if (glance === null) return null
  const share = row?.share ? shareOfSide(row.share, them) : null
  const { active, people } = glance.active[them]
  return (
    <>
      {share === null ? (
        <span className={styles.uncounted}>{words.share.unknown}</span>
      ) : (
        <span className={styles.shareLine}>
          <span className={classNames(styles.bar, them === 'seller' && styles.turned)} aria-hidden="true">
            <i style={{ width: `${share * 100}%` }} />
            <i style={{ width: `${100 - share * 100}%` }} />
          </span>
          <b aria-hidden="true">{words.share.percent(share)}</b>
          <VisuallyHidden>{words.share.said(companyOf(plan, them), words.share.percent(share))}</VisuallyHidden>
        </span>
      )}
      {attention?.oneSided ? (
        <small className={styles.warn}>
          <WarningIcon size={14} />
          <span>{words.share.oneSided(active, people)}</span>
        </small>
      ) : (
        <small>{people === 0 ? words.share.nobody : words.share.active(active, people)}</small>
      )}
    </>
  )
}

function Activity({ line: { glance, attention, them }, now }: { readonly line: PortfolioLine; readonly now: number }) {
  if (glance === null) return null
  const { buyer, seller } = glance.acts
  const last = (buyer?.at ?? 0) > (seller?.at ?? 0) ? buyer : seller
  const quiet = attention?.quiet ?? 0
  return (
    <>
      {last === null ? (
        <small>{words.activity.none}</small>
      ) : (
        <span className={styles.act}>
          <SideMark side={last.side} />
          <span>{words.activity.by(firstName(last.name), agoText(last.at, now))}</span>
        </span>
      )}
      {quiet > 0 && <small className={styles.warn}>{words.activity.quiet(them, quiet)}</small>}
    </>
  )
}

function firstName(name: string): string {
  const [first = ''] = name.trim().split(/\s+/u)
  return first === '' ? unnamedWords.writer : first
}
