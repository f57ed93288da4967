/** The line under the head of the plan: a starting point only, or a template that is being edited. */
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useTemplateShelf } from '../../hooks/use-templates.ts'
import { Link } from '../../ui/Link.tsx'
import { StartingPoint } from './StartingPoint.tsx'
import styles from './StartingPoint.module.css'

export function UnderTheLead() {
  const { planId } = usePlanSession()
  const shelf = useTemplateShelf()
  const templateId = shelf?.templateOfDraft(planId) ?? null
  if (templateId === null) return <StartingPoint />
  return (
    <p className={styles.line}>
      You are editing a template, on this device only. Milestones, steps, roles, estimates and links are kept; dates,
      names and comments are not. <Link href={`/templates/${templateId}`}>Back to the template</Link>, and save later.
    </p>
  )
}
