/** What is in a template: its milestones, each with what it takes, its role and its steps, and the roles of both sides. */
import type { Template, TemplateMilestone } from '@milepost/templates'
import { SideMark } from '../../ui/SideMark.tsx'
import { Stone } from '../../ui/Stone.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { templateWords as words } from '../../words/templates/template.ts'
import styles from './TemplateOutline.module.css'

export function TemplateOutline({ template }: { readonly template: Template }) {
  const { milestones, goLive, result } = template
  return (
    <>
      <ol className={styles.milestones} aria-label={words.milestones}>
        {milestones.map((milestone, at) => (
          <li key={milestone.key} className={styles.milestone}>
            <Stone number={at + 1} state={milestone.key === goLive || milestone.key === result ? 'goal' : 'next'} />
            <div className={styles.what}>
              <h3>{milestone.title === '' ? words.unnamedMilestone : milestone.title}</h3>
              {milestone.benefit !== '' && <p>{milestone.benefit}</p>}
              <Steps milestone={milestone} template={template} />
            </div>
            <RoleOf template={template} role={milestone.owner} />
            <span className={styles.days}>{words.takes(milestone)}</span>
          </li>
        ))}
      </ol>
      <Roles template={template} />
    </>
  )
}

function Steps({ milestone, template }: { readonly milestone: TemplateMilestone; readonly template: Template }) {
  const { steps, title } = milestone
  if (steps.length === 0) return null
  return (
    <details className={styles.steps}>
      <summary>
        {words.steps(steps.length)}
        <VisuallyHidden>{words.ofMilestone(title)}</VisuallyHidden>
      </summary>
      <ul>
        {steps.map((step) => (
          <li key={step.key}>
            <span>
              {step.title}
              {step.outcome !== '' && <small>{step.outcome}</small>}
            </span>
            <RoleOf template={template} role={step.owner} />
            <span className={styles.days}>{step.estimate === null ? '' : words.days(step.estimate)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function RoleOf({ template, role: key }: { readonly template: Template; readonly role: string | null }) {
  const role = template.roles.find((one) => one.key === key)
  return (
    <span className={styles.role}>
      {role !== undefined && (
        <>
          <SideMark side={role.side} />
          <VisuallyHidden>{words.sideBefore[role.side]}</VisuallyHidden>
          {role.title}
        </>
      )}
    </span>
  )
}

function Roles({ template: { roles } }: { readonly template: Template }) {
  if (roles.length === 0) return null
  return (
    <section className={styles.roles} aria-labelledby="template-roles">
      <h2 id="template-roles">{words.roles(roles.length)}</h2>
      <ul>
        {roles.map(({ key, side, title }) => (
          <li key={key}>
            <SideMark side={side} />
            <VisuallyHidden>{words.sideBefore[side]}</VisuallyHidden>
            {title}
          </li>
        ))}
      </ul>
    </section>
  )
}
