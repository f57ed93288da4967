/**
 * What plans of this device that are done propose for the template, each with its evidence. Taking one over makes a new version;
 * of a template of the product it makes a copy of one's own. Nothing changes by itself.
 */
import { newId, type Plan } from '@milepost/plan'
import { beganWith, isDonePlan, learnFrom, takeOver, type Proposal, type Template } from '@milepost/templates'
import { useEffect, useState } from 'react'
import { countWords, capitalised } from '../../format/count.ts'
import type { OwnTemplate, TemplateShelf } from '../../hooks/use-templates.ts'
import { Button } from '../../ui/Button.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Link, useNavigate } from '../../ui/Link.tsx'
import styles from './TemplatePage.module.css'
import { evidenceWords, proposalWords, titleOf } from './template-words.ts'

interface LearntRailProps {
  readonly template: Template
  readonly mine: OwnTemplate | null
  readonly own: readonly OwnTemplate[]
  readonly shelf: TemplateShelf
}

export function LearntRail({ template, mine, own, shelf }: LearntRailProps) {
  const plans = usePlansHere(shelf)
  const copy = mine === null ? own.find(({ newest }) => newest.basedOn === template.id) : undefined
  const done = plans?.filter((plan) => beganWith(template, plan) && isDonePlan(plan)).length ?? 0
  const proposals = plans === null ? [] : learnFrom(template, plans)
  return (
    <section aria-labelledby="template-learnt">
      <h2 id="template-learnt">Learnt from plans that are done</h2>
      <p className={styles.lead}>
        {plans === null ? 'Looking at the plans on this device.' : plansWords(done, proposals.length)}
      </p>
      {copy !== undefined && proposals.length > 0 && (
        <p className={styles.lead}>
          What they propose stands with your own copy: <Link href={`/templates/${copy.id}`}>{copy.newest.name}</Link>
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
        ? { ...next, id: newId(), version: 1, name: `${template.name}, our way`, basedOn: template.id }
        : { ...next, version: template.version + 1 }
    const isKept = await shelf.keep(kept)
    setProblem(!isKept)
    if (!isKept) return
    announce.own(`Taken over: version ${kept.version} of ${kept.name}`)
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
              <b>{title}</b> {evidenceWords(proposal)}.
              <div className={styles.ways}>
                <span>{proposalWords(proposal)}</span>
                <Button
                  size="sm"
                  label={`Take over: ${proposalWords(proposal)}, ${title}`}
                  onPress={() => void take(proposal)}
                >
                  Take over
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {mine === null && <p className={styles.lead}>The first one you take over makes a copy of your own.</p>}
      {problem && (
        <p role="alert" className={styles.problem}>
          This device is out of space. The change is only in this tab.
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

function plansWords(done: number, proposals: number): string {
  if (done === 0) return 'No plan on this device that began with it is live yet.'
  const plans = `${capitalised(countWords(done, 'plan'))} on this device began with it and ${done === 1 ? 'is' : 'are'} live.`
  if (proposals > 0) return `${plans} Nothing changes until you take it over.`
  return done === 1 ? `${plans} It takes two to say something.` : `${plans} They went about as it says.`
}
