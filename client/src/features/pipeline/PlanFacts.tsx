// What is said about one plan in a review: each statement with the place it was read from, as a link into the plan.
import { shareOfSide, type DateMove, type Evidence, type ReviewTarget } from '@milepost/plan'
import type { ReactNode } from 'react'
import { agoText } from '../../format/ago.ts'
import { dayText } from '../../format/day.ts'
import { companyOf } from '../../format/names.ts'
import { useDevice } from '../../hooks/device-context.tsx'
import type { PortfolioShelf } from '../../hooks/use-portfolio.ts'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import type { Side } from '../../ui/side.ts'
import { functionWords } from '../../words/people/functions.ts'
import { evidenceText, pipelineWords as words, questionText } from '../../words/pipeline.ts'
import { portfolioWords } from '../../words/portfolio/portfolio.ts'
import { findingWords } from '../../words/review/findings.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import styles from './PipelinePage.module.css'
import type { PlanRead, Reviewed } from './use-reviewed.ts'

interface PlanFactsProps {
  readonly reviewed: Reviewed
  readonly read: PlanRead
  readonly href: string
  readonly goTo: (target: ReviewTarget) => void
  readonly shelf: PortfolioShelf | null
}

const MOVES_SHOWN = 5

export function PlanFacts({ reviewed, read, href, goTo, shelf }: PlanFactsProps) {
  const { plan, facts } = read
  const { glance } = reviewed
  const seenIn = (evidence: Evidence) => <Seen evidence={evidence} href={href} goTo={goTo} />
  return (
    <>
      <StillBothSides reviewed={reviewed} shelf={shelf} seenIn={seenIn} />
      <div className={styles.grid}>
        <Part title={words.nextStep.title}>
          <NextStep reviewed={reviewed} seenIn={seenIn} />
        </Part>
        <Part title={words.goLive.title}>
          <GoLive reviewed={reviewed} read={read} seenIn={seenIn} />
        </Part>
        <Part title={words.acts.title}>
          <Acts reviewed={reviewed} read={read} seenIn={seenIn} />
        </Part>
        <Part title={words.blockers.title} none={words.blockers.none}>
          {facts.blockers.map(({ check, evidence }) => {
            const { headline, why } = findingWords(plan, check)
            return (
              <li key={check.kind}>
                <b>{headline}</b> {why} {seenIn(evidence)}
              </li>
            )
          })}
        </Part>
        <Part title={words.questions.title} none={words.questions.none}>
          {facts.questions.map(({ kind, evidence }) => (
            <li key={kind}>
              {questionText(kind, companyOf(plan, 'buyer'), evidenceText(evidence))} {seenIn(evidence)}
            </li>
          ))}
        </Part>
        <Part title={words.moves.title} none={words.moves.none}>
          {facts.moves.slice(0, MOVES_SHOWN).map((move, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- moves are never taken back
            <li key={at}>
              {moveText(move, glance.day)}, {words.moves.by(companyOf(plan, move.by.side), move.by.name)}
              {move.text !== '' && `: ${move.text}`} {seenIn(move.evidence)}
            </li>
          ))}
          {facts.moves.length > MOVES_SHOWN && (
            <li>
              {words.moves.more(facts.moves.length - MOVES_SHOWN)} {seenIn(THE_PLAN)}
            </li>
          )}
        </Part>
        <Part title={words.velocity.title} none={words.velocity.none}>
          {facts.velocity.map(({ evidence, took, estimate }) => (
            <li key={evidence.number}>
              {words.velocity.took(took, estimate)} {seenIn(evidence)}
            </li>
          ))}
        </Part>
      </div>
      <Functions read={read} company={companyOf(plan, 'buyer')} seenIn={seenIn} />
    </>
  )
}

interface PartProps {
  readonly title: string
  readonly none?: string
  readonly children: ReactNode
}

function Part({ title, none, children }: PartProps) {
  const isEmpty = Array.isArray(children) && children.flat().every((child) => child === false || child === null)
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {isEmpty && none !== undefined ? <p className={styles.none}>{none}</p> : <ul>{children}</ul>}
    </section>
  )
}

interface SeenProps {
  readonly evidence: Evidence
  readonly href: string
  readonly goTo: (target: ReviewTarget) => void
}

/** A link, so that it opens in another tab as well; here it leads to the place itself. */
function Seen({ evidence, href, goTo }: SeenProps) {
  const place = evidenceText(evidence)
  return (
    <Link
      href={href}
      className={styles.seen}
      label={`${words.evidence.label}: ${place}`}
      onFollow={() => goTo(evidence.target)}
    >
      {place}
    </Link>
  )
}

type SeenIn = (evidence: Evidence) => ReactNode

function NextStep({ reviewed: { plan, glance }, seenIn }: { readonly reviewed: Reviewed; readonly seenIn: SeenIn }) {
  const { next, day } = glance
  if (next === null)
    return (
      <li>
        {words.nextStep.none} {seenIn(THE_PLAN)}
      </li>
    )
  const company = next.side === null ? '' : companyOf(plan, next.side)
  const target = { kind: 'milestone', milestoneId: next.milestoneId as never } as const
  const owes =
    next.side === null
      ? words.nextStep.noRole
      : next.person === null
        ? words.nextStep.nobody(next.role, company)
        : words.nextStep.owes(`${next.person} (${next.role})`, company)
  return (
    <li>
      <b>{next.title.trim() === '' ? unnamedWords.step : next.title}</b>
      <p>{owes}</p>
      <p className={next.late > 0 ? styles.warn : undefined}>
        {next.late > 0 ? words.nextStep.late(next.late) : words.nextStep.due(dayText(next.date, day))}
      </p>
      {seenIn({ target, number: next.milestoneNumber, title: next.milestoneTitle })}
    </li>
  )
}

interface GoLiveProps {
  readonly reviewed: Reviewed
  readonly read: PlanRead
  readonly seenIn: SeenIn
}

function GoLive({ reviewed: { plan, glance, row }, read: { facts }, seenIn }: GoLiveProps) {
  const { goLive, keyDate, onTime, day } = glance
  if (goLive === null)
    return (
      <li>
        {words.goLive.none} {seenIn(facts.goLive ?? THE_PLAN)}
      </li>
    )
  const trend = row.trend.length > 0 && goLive.slip !== null
  return (
    <>
      <li>
        <b>{goLive.done ? portfolioWords.live(dayText(goLive.finish, day)) : dayText(goLive.finish, day)}</b>{' '}
        {seenIn(facts.goLive ?? THE_PLAN)}
      </li>
      <li>
        {goLive.agreed === null ? words.goLive.notAgreed : words.goLive.agreed(dayText(goLive.agreed, day))}{' '}
        {trend && `${words.goLive.off(goLive.slip ?? 0)} `}
        {seenIn(THE_AGREEMENT)}
      </li>
      {keyDate !== null && (
        <li className={keyDate.days < 0 ? styles.warn : undefined}>
          {words.goLive.keyDate(keyDate.days, keyDate.title === '' ? portfolioWords.keyDate.untitled : keyDate.title)}{' '}
          {seenIn({ target: { kind: 'keyDates' }, number: null, title: '' })}
        </li>
      )}
      {onTime !== null &&
        (['buyer', 'seller'] as const)
          .filter((side) => onTime[side].due > 0)
          .map((side) => (
            <li key={side}>
              {words.goLive.onTime(companyOf(plan, side), onTime[side].met, onTime[side].due)} {seenIn(THE_AGREEMENT)}
            </li>
          ))}
    </>
  )
}

const THE_PLAN: Evidence = { target: { kind: 'milestones' }, number: null, title: '' }
const THE_AGREEMENT: Evidence = { target: { kind: 'agreement' }, number: null, title: '' }

function peopleOf(side: Side): Evidence {
  return { target: { kind: 'people', side }, number: null, title: '' }
}

interface ActsProps {
  readonly reviewed: Reviewed
  readonly read: PlanRead
  readonly seenIn: SeenIn
}

function Acts({ reviewed: { plan, glance, row, them }, read: { facts }, seenIn }: ActsProps) {
  const now = useDevice().now()
  const us = them === 'buyer' ? 'seller' : 'buyer'
  const share = row.share === null ? null : shareOfSide(row.share, them)
  const { confirmed, all } = facts.confirmed
  return (
    <>
      {([them, us] as const).map((side) => {
        const act = glance.acts[side]
        const company = companyOf(plan, side)
        const name = act === null || act.name === '' ? unnamedWords.writer : act.name
        return (
          <li key={side} className={act === null && side === them ? styles.warn : undefined}>
            {act === null ? words.acts.none(company) : words.acts.by(company, name, agoText(act.at, now))}{' '}
            {seenIn(peopleOf(side))}
          </li>
        )
      })}
      {share !== null && (
        <li>
          {words.acts.share(companyOf(plan, them), portfolioWords.share.percent(share))} {seenIn(peopleOf(them))}
        </li>
      )}
      <li>
        {words.acts.confirmed(companyOf(plan, 'buyer'), confirmed, all)} {seenIn(THE_PLAN)}
      </li>
    </>
  )
}

function moveText({ from, to }: DateMove, today: string): string {
  if (to === null) return from === null ? '' : words.moves.away(dayText(from, today))
  return from === null
    ? words.moves.first(dayText(to, today))
    : words.moves.from(dayText(from, today), dayText(to, today))
}

interface FunctionsProps {
  readonly read: PlanRead
  readonly company: string
  readonly seenIn: SeenIn
}

function Functions({ read: { facts }, company, seenIn }: FunctionsProps) {
  const { columns } = words.functions
  return (
    <section className={styles.part}>
      <h3>
        {words.functions.title}, {company}
      </h3>
      <table className={styles.functions}>
        <thead>
          <tr>
            <th scope="col">{columns.part}</th>
            <th scope="col">{columns.who}</th>
            <th scope="col">{columns.settled}</th>
            <th scope="col">{columns.open}</th>
          </tr>
        </thead>
        <tbody>
          {facts.functions.map(({ part, role, person, active, settled, open, evidence }) => (
            <tr key={part}>
              <th scope="row">{functionWords.functions[part]}</th>
              <td className={role === null ? styles.none : undefined}>
                {role === null
                  ? words.functions.nobody
                  : person === null
                    ? words.functions.unnamed(role)
                    : `${person}, ${active ? words.functions.active : words.functions.silent}`}{' '}
                {seenIn(evidence)}
              </td>
              <td>{role === null ? '' : settled}</td>
              <td>{role === null ? '' : open}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface StillProps {
  readonly reviewed: Reviewed
  readonly shelf: PortfolioShelf | null
  readonly seenIn: SeenIn
}

/** Offered, not decided: a plan that only one side keeps is asked about, with what says so. */
function StillBothSides({ reviewed, shelf, seenIn }: StillProps) {
  const { plan, row, attention, them } = reviewed
  const company = companyOf(plan, them)
  const share = row.share === null ? null : shareOfSide(row.share, them)
  if (attention.quiet === 0 && !attention.oneSided) return null
  return (
    <section className={styles.still}>
      <h3>{words.disqualify.title}</h3>
      <ul>
        {attention.quiet > 0 && (
          <li>
            {words.disqualify.quiet(company, attention.quiet)} {seenIn(peopleOf(them))}
          </li>
        )}
        {attention.oneSided && share !== null && (
          <li>
            {words.disqualify.oneSided(company, portfolioWords.share.percent(share))} {seenIn(peopleOf(them))}
          </li>
        )}
      </ul>
      <p>{row.archived ? words.disqualify.archived : words.disqualify.ask(company)}</p>
      {shelf !== null && (
        <Button onPress={() => void shelf.setArchived(plan.planId, !row.archived)}>
          {row.archived ? words.disqualify.bringBack : words.disqualify.archive}
        </Button>
      )}
    </section>
  )
}
