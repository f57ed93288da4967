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
  /** What is seen instead of the name of the place. */
  readonly text?: string
  readonly look?: 'line' | 'place'
}

export function Place({ evidence, href, goToEvidence, text, look = 'place' }: PlaceProps) {
  const place = evidenceText(evidence)
  // What is heard has what is seen in it.
  const seen = text === undefined || place.includes(text) ? place : `${place}, ${text}`
  return (
    <Link
      href={href}
      className={look === 'line' ? styles.line : styles.seen}
      label={`${pipelineWords.evidence.label}: ${seen}`}
      onFollow={() => goToEvidence(href, evidence.target)}
    >
      {text ?? place}
    </Link>
  )
}
