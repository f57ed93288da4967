// The place a statement was read from, as a link: in another tab it opens the plan, here it leads to the line itself.
import type { Evidence } from '@milepost/plan'
import { Link } from '../../ui/Link.tsx'
import { evidenceText, pipelineWords } from '../../words/pipeline.ts'
import type { GoToEvidence } from './ComparePage.tsx'
import styles from './ComparePage.module.css'

interface PlaceProps {
  readonly evidence: Evidence
  readonly href: string
  readonly goToEvidence: GoToEvidence
  /** Where the name of the place is said already. */
  readonly text?: string
}

export function Place({ evidence, href, goToEvidence, text }: PlaceProps) {
  const place = evidenceText(evidence)
  const seen = text === undefined ? place : `${place}, ${text}`
  return (
    <Link
      href={href}
      className={styles.seen}
      label={`${pipelineWords.evidence.label}: ${seen}`}
      onFollow={() => goToEvidence(href, evidence.target)}
    >
      {text ?? place}
    </Link>
  )
}
