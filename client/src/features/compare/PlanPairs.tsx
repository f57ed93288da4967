// Every two of the plans, the most alike first: how many of their lines differ, and which. What is near-identical stands in the
// one block of the page that asks for something.
import type { DifferingLine, PlanPair } from '@milepost/templates'
import { companyOf } from '../../format/names.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { compareWords } from '../../words/compare.ts'
import type { GoToEvidence } from './ComparePage.tsx'
import styles from './ComparePage.module.css'
import { Place } from './Place.tsx'
import type { Compared } from './use-compared.ts'

interface PlanPairsProps {
  readonly compared: Compared
  readonly goToEvidence: GoToEvidence
}

export function PlanPairs({ compared, goToEvidence }: PlanPairsProps) {
  const { pairs } = compared.comparison
  const alike = pairs.filter(({ nearlyAlike }) => nearlyAlike)
  const others = pairs.filter(({ nearlyAlike }) => !nearlyAlike)
  const list = (some: readonly PlanPair[]) => (
    <ul className={styles.pairs}>
      {some.map((pair) => (
        <li key={`${pair.first.planId} ${pair.second.planId}`}>
          <OnePair pair={pair} compared={compared} goToEvidence={goToEvidence} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {alike.length > 0 && (
        <section className={styles.alike} aria-labelledby="compared-alike">
          <h2 id="compared-alike">{compareWords.alike.title}</h2>
          <p>{compareWords.alike.what}</p>
          {list(alike)}
        </section>
      )}
      {others.length > 0 && (
        <section className={styles.part} aria-labelledby="compared-pairs">
          <h2 id="compared-pairs">{compareWords.pairs.title}</h2>
          {list(others)}
        </section>
      )}
    </>
  )
}

function OnePair({ pair, compared, goToEvidence }: PlanPairsProps & { readonly pair: PlanPair }) {
  const { first, second, differing, of } = pair
  const [one, other] = [compared.nameOf(first.planId), compared.nameOf(second.planId)]
  return (
    <>
      <b>{compareWords.pairs.two(one, other)}</b> <span>{compareWords.pairs.differ(differing.length, of)}</span>
      {pair.nearlyAlike && <p>{whoShaped(pair, compared)}</p>}
      {differing.length > 0 && (
        <details className={styles.details}>
          <summary>
            {compareWords.pairs.show}
            <VisuallyHidden>{compareWords.each.from(compareWords.pairs.two(one, other))}</VisuallyHidden>
          </summary>
          <ul>
            {differing.map((line, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- they are made anew as a whole
              <li key={at}>
                <span className={styles.kind}>{compareWords.how(line, one, other)}</span>{' '}
                <Places line={line} pair={pair} compared={compared} goToEvidence={goToEvidence} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

interface PlacesProps extends PlanPairsProps {
  readonly line: DifferingLine
  readonly pair: PlanPair
}

/** What only one of them has leads there; what both have, to either. */
function Places({ line, pair, compared, goToEvidence }: PlacesProps) {
  const title = compareWords.titled(line.line, line.title)
  const places = [
    { plan: pair.first, evidence: line.first },
    { plan: pair.second, evidence: line.second },
  ].flatMap(({ plan, evidence }) => (evidence === null ? [] : [{ evidence, planId: plan.planId }]))
  const placeOf = ({ evidence, planId }: (typeof places)[number], isAlone: boolean) => (
    <Place
      key={planId}
      evidence={evidence}
      href={compared.hrefOf(planId)}
      goToEvidence={goToEvidence}
      text={isAlone ? title : compareWords.pairs.inPlan(compared.nameOf(planId))}
      look={isAlone ? 'line' : 'place'}
    />
  )
  const [first] = places
  if (places.length === 1 && first !== undefined) return placeOf(first, true)
  return (
    <>
      <b>{title}</b> <span className={styles.places}>{places.map((place) => placeOf(place, false))}</span>
    </>
  )
}

/** Null where the template is not here: then nobody can say what is anybody's own. */
function whoShaped({ first, second }: PlanPair, { comparison }: Compared): string | null {
  const two = comparison.plans.filter(({ plan }) => plan === first || plan === second)
  if (two.some(({ buyer }) => buyer.wrote === null)) return null
  const wrote = two.filter(({ buyer }) => (buyer.wrote ?? 0) > 0).map(({ plan }) => companyOf(plan, 'buyer'))
  if (wrote.length > 0) return compareWords.alike.some([...new Set(wrote)])
  return compareWords.alike.nobody(companyOf(first, 'buyer'), companyOf(second, 'buyer'))
}
