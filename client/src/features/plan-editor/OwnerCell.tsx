/** Who owns a line: the role first, then its person. An unnamed role is a friendly question, no owner a quiet one. */
import { readPlan, type PlanDoc, type RoleId } from '@milepost/plan'
import { useCallback, type ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { usePlanPart } from '../../hooks/use-plan.ts'
import { classNames } from '../../ui/class-names.ts'
import { PersonIcon } from '../../ui/icons/icons.tsx'
import { OwnerChip } from '../../ui/OwnerChip.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { outlineWords as words } from '../../words/plan-editor/outline.ts'
import styles from './Outline.module.css'
import { useOutline, type LineRef } from './outline-context.tsx'

export interface OwnerCellProps {
  readonly line: LineRef
  readonly ownerRole: RoleId | null
}

export function OwnerCell({ line, ownerRole }: OwnerCellProps): ReactNode {
  const { canEdit, open } = useOutline()
  const role = usePlanPart(
    useCallback((doc: PlanDoc) => readPlan(doc).roles.find(({ id }) => id === ownerRole) ?? null, [ownerRole]),
  )
  const personId = role?.personId ?? null
  const person = usePlanPart(
    useCallback((doc: PlanDoc) => readPlan(doc).people.find(({ id }) => id === personId) ?? null, [personId]),
  )
  const company = usePlanPart(
    useCallback((doc: PlanDoc) => (role === null ? '' : companyOf(readPlan(doc), role.side)), [role]),
  )
  const chip = role !== null && (
    <OwnerChip
      side={role.side}
      role={role.title}
      name={person?.name ?? null}
      company={company}
      look={line.kind === 'step' ? 'mark' : 'tinted'}
    />
  )
  if (!canEdit) return <div className={styles.owner}>{chip}</div>
  return (
    <div className={styles.owner}>
      <button
        type="button"
        className={classNames(styles.ownerButton, role === null && styles.quiet)}
        data-side={role?.side}
        data-anchor="owner"
        tabIndex={-1}
        aria-haspopup="dialog"
        onClick={(event) => open('owner', line, event.currentTarget)}
      >
        {chip === false ? (
          <span className={styles.nobody}>
            <PersonIcon size={14} />
            {words.owner.none}
          </span>
        ) : (
          chip
        )}
        {/* The chip's own words come first, so that what is seen and what is said begin alike. */}
        <VisuallyHidden>{role === null ? words.owner.choose : words.owner.change}</VisuallyHidden>
      </button>
    </div>
  )
}
