/** The line under the head of the plan: a starting point only, or a template that is being edited. */
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useTemplateShelf } from '../../hooks/use-templates.ts'
import { Link } from '../../ui/Link.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import { planTemplatesWords as words } from '../../words/templates/plan-templates.ts'
import { StartingPoint } from './StartingPoint.tsx'
import styles from './StartingPoint.module.css'

export function UnderTheLead() {
  const { planId } = usePlanSession()
  const shelf = useTemplateShelf()
  const templateId = shelf?.templateOfDraft(planId) ?? null
  if (templateId === null) return <StartingPoint />
  return (
    <p className={styles.line}>
      <Pieces of={words.editing(<Link href={`/templates/${templateId}`}>{words.backToTemplate}</Link>)} />
    </p>
  )
}
