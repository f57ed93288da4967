/**
 * The drawer of what was removed: nothing in a plan is deleted, and here it can be brought back, with whatever others wrote
 * into it meanwhile. Who wrote that after the removal cannot be told from the document, so nothing is said of it.
 */
import type { ReactNode } from 'react'
import { agoText } from '../../../format/ago.ts'
import { companyOf } from '../../../format/names.ts'
import { useDevice } from '../../../hooks/device-context.tsx'
import { usePlan } from '../../../hooks/use-plan.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogBody } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import {
  CalendarIcon,
  CheckIcon,
  FileIcon,
  FlagIcon,
  MilestoneIcon,
  PersonIcon,
  UndoIcon,
} from '../../../ui/icons/icons.tsx'
import { lineWords } from '../../../words/lines.ts'
import { removedWords as words } from '../../../words/plan-editor/removed.ts'
import { removedLines, type RemovedKind, type RemovedLine } from './removed-lines.ts'
import styles from './RemovedDialog.module.css'

export interface RemovedDialogProps {
  readonly onRestore: (line: RemovedLine) => void
  readonly onClose: () => void
}

const ICONS: Record<RemovedKind, ReactNode> = {
  milestone: <MilestoneIcon />,
  step: <CheckIcon />,
  role: <PersonIcon />,
  person: <PersonIcon />,
  keyDate: <CalendarIcon />,
  objective: <FlagIcon />,
  criterion: <FileIcon />,
  decision: <FileIcon />,
  expectation: <FileIcon />,
  option: <FileIcon />,
}

export function RemovedDialog({ onRestore, onClose }: RemovedDialogProps): ReactNode {
  const plan = usePlan()
  const { now } = useDevice()
  const lines = removedLines(plan)
  return (
    <Dialog title={words.title} lead={words.lead} isOpen onClose={onClose} size="lg">
      <DialogBody>
        {lines.length === 0 ? (
          <EmptyState title={words.none}>{words.noneYet}</EmptyState>
        ) : (
          <ul className={styles.list} aria-label={words.list}>
            {lines.map((line) => (
              <li key={line.id} className={styles.line}>
                <span className={styles.icon}>{ICONS[line.kind]}</span>
                <span className={styles.words}>
                  <b>{titleOf(line)}</b>
                  <small>{line.words}</small>
                </span>
                <small className={styles.who}>
                  {whoOf(line, (side) => companyOf(plan, side))}
                  <time dateTime={new Date(line.removed.at).toISOString()}>{agoText(line.removed.at, now())}</time>
                </small>
                <Button size="sm" label={words.restoreLabel(titleOf(line))} onPress={() => onRestore(line)}>
                  <UndoIcon size={14} />
                  {words.restore}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </DialogBody>
    </Dialog>
  )
}

function titleOf({ title }: RemovedLine): string {
  return title === '' ? lineWords.untitled : title
}

function whoOf({ removed }: RemovedLine, company: (side: 'buyer' | 'seller') => string): string {
  return removed.by.name === '' ? company(removed.by.side) : removed.by.name
}
