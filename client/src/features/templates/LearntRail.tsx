/**
 * What plans of this device that are done propose for the template, each with its evidence. Taking one over makes a new version;
 * of a template of the product it makes a copy of one's own. Nothing changes by itself.
 */
import { newId, type Plan } from '@milepost/plan'
import { beganWith, isDonePlan, learnFrom, takeOver, type Proposal, type Template } from '@milepost/templates'
import { useEffect, useState } from 'react'
import { usePlans } from '../../hooks/use-plans.ts'
import type { OwnTemplate, TemplateShelf } from '../../hooks/use-templates.ts'
import { Button } from '../../ui/Button.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Link, useNavigate } from '../../ui/Link.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import { templatePageWords } from '../../words/templates/template-page.ts'
import styles from './TemplatePage.module.css'
import { titleOf } from './proposal-title.ts'

const words = templatePageWords.learnt

interface LearntRailProps {
  readonly template: Template
  readonly mine: OwnTemplate | null
  readonly own: readonly OwnTemplate[]
  readonly shelf: TemplateShelf
}

export function LearntRail({ template, mine, own, shelf }: LearntRailProps) {
  const plans = usePlansHere(shelf)
  // A template that is edited is a plan as well, and none that could be compared.
  const listed = new Set<string | null>(usePlans().map(({ planId }) => planId))
  const copy = mine === null ? own.find(({ newest }) => newest.basedOn === template.id) : undefined
  const done = plans?.filter((plan) => beganWith(template, plan) && isDonePlan(plan)).length ?? 0
  const begun = plans?.filter((plan) => plan.template?.id === template.id && listed.has(plan.planId)).length ?? 0
  const proposals = plans === null ? [] : learnFrom(template, plans)
  return (
    <section aria-labelledby="template-learnt">
      <h2 id="template-learnt">{words.title}</h2>
      <p className={styles.lead}>{plans === null ? words.looking : words.plans(done, proposals.length)}</p>
      {begun > 1 && (
        <p className={styles.lead}>
          <Link href={`/compare/${template.id}`}>{words.compare(begun)}</Link>
        </p>
      )}
      {copy !== undefined && proposals.length > 0 && (
        <p className={styles.lead}>
          <Pieces of={words.withYourCopy(<Link href={`/templates/${copy.id}`}>{copy.newest.name}</Link>)} />
        </p>
      )}
      {copy === undefined && <Proposals proposals={proposals} template={template} mine={mine} shelf={shelf} />}
    </section>
  )
}

function Proposals({
  proposals,
  template,
  mine,
  shelf,
}: Omit<LearntRailProps, 'own'> & { readonly proposals: readonly Proposal[] }) {
  const navigate = useNavigate()
  const announce = useAnnounce()
  const [problem, setProblem] = useState(false)

  async function take(proposal: Proposal) {
    const next = takeOver(template, proposal)
    const kept =
      mine === null
        ? { ...next, id: newId(), version: 1, name: words.copyName(template.name), basedOn: template.id }
        : { ...next, version: template.version + 1 }
    const isKept = await shelf.keep(kept)
    setProblem(!isKept)
    if (!isKept) return
    announce.own(words.takenOver(kept.version, kept.name))
    if (mine === null) navigate(`/templates/${kept.id}`)
  }

  if (proposals.length === 0) return null
  return (
    <>
      <ul className={styles.items}>
        {proposals.map((proposal) => {
          const title = titleOf(template, proposal)
          return (
            <li key={`${proposal.kind} ${proposal.milestone} ${title}`}>
              <Pieces of={words.proposal(<b>{title}</b>, words.evidence(proposal))} />
              <div className={styles.ways}>
                <span>{words.change(proposal)}</span>
                <Button
                  size="sm"
                  label={words.takeOverWhat(words.change(proposal), title)}
                  onPress={() => void take(proposal)}
                >
                  {words.takeOver}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {mine === null && <p className={styles.lead}>{words.makesACopy}</p>}
      {problem && (
        <p role="alert" className={styles.problem}>
          {words.outOfSpace}
        </p>
      )}
    </>
  )
}

function usePlansHere(shelf: TemplateShelf): readonly Plan[] | null {
  const [plans, setPlans] = useState<readonly Plan[] | null>(null)
  useEffect(() => {
    let isHere = true
    void shelf.plans().then((found) => isHere && setPlans(found))
    return () => {
      isHere = false
    }
  }, [shelf])
  return plans
}
