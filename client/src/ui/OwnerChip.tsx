// Role first, then a name: "IT Security Lead – Marek Dvořák". A role without a person asks its friendly question, "Who?
// General Counsel"; it is never an error. The company is said to those who cannot see the shape.
import { markWords } from '../words/ui/marks.ts'
import { Avatar } from './Avatar.tsx'
import { classNames } from './class-names.ts'
import styles from './OwnerChip.module.css'
import type { Side } from './side.ts'
import { SideMark } from './SideMark.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface OwnerChipProps {
  readonly side: Side
  /** The role's title. Empty: nobody was asked for yet, and the chip reads "Owner". */
  readonly role: string
  readonly name: string | null
  /** The company's name, for those who cannot see the shape. */
  readonly company: string
  /** `tinted` in milestone rows, `plain` in lists, `mark` (no avatar, quieter) in step rows. */
  readonly look?: 'tinted' | 'plain' | 'mark'
  /** Leave the name out where room is short; the role stays. */
  readonly roleOnly?: boolean
  readonly className?: string | undefined
}

export function OwnerChip(props: OwnerChipProps) {
  return (
    <span className={chipClass(props)}>
      <ChipContent {...props} />
    </span>
  )
}

function chipClass({ side, name, role, look = 'tinted', className }: OwnerChipProps): string {
  const open = isOpen(name)
  return classNames(
    styles.chip,
    styles[side],
    look === 'tinted' && !open && styles.tinted,
    look === 'plain' && !open && styles.plain,
    look === 'mark' && styles.withMark,
    open && look !== 'mark' && styles.open,
    open && role === '' && styles.nobody,
    className,
  )
}

function ChipContent({ side, role, name, company, look = 'tinted', roleOnly = false }: OwnerChipProps) {
  const open = isOpen(name)
  return (
    <>
      {look === 'mark' ? <SideMark side={side} /> : <Avatar side={side} name={name} size={open ? 16 : 20} />}
      <span className={styles.words}>
        {company !== '' && <VisuallyHidden>{company}: </VisuallyHidden>}
        {open && look !== 'mark' ? (
          <>
            <b>{markWords.owner.open}</b>
            {role !== '' && ` ${role}`}
          </>
        ) : (
          <>
            <b>{role === '' ? (name ?? '') : role}</b>
            {!roleOnly && role !== '' && <i> – {open ? markWords.owner.open : name}</i>}
          </>
        )}
      </span>
    </>
  )
}

function isOpen(name: string | null): boolean {
  return name === null || name.trim() === ''
}
