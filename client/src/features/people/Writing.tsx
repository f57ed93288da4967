/**
 * How the writing of the plan is shared, under the people in the rail: one bar, and by person behind a press. Contribution and
 * never attention: whoever only reads is not counted, and both sides see the same. It comes after the first view.
 */
import { useState, type ReactNode } from 'react'
import { useDevice } from '../../hooks/device-context.tsx'
import { useActions } from '../../hooks/use-actions.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { useWritten, type Written, type WrittenState } from '../../hooks/use-written.ts'
import { Button } from '../../ui/Button.tsx'
import { PersonIcon } from '../../ui/icons/icons.tsx'
import { latePart } from '../../ui/late-part.tsx'
import { writingWords as words } from '../../words/people/writing.ts'
import { ShareBar } from './ShareBar.tsx'
import { countedAtText } from './counted-at-text.ts'
import styles from './Writing.module.css'
import { percentOf, writtenLines } from './written-lines.ts'

const WritingDialog = latePart(() => import('./WritingDialog.tsx').then((module) => module.WritingDialog))

export function Writing(): ReactNode {
  const plan = usePlanFields('buyer', 'seller')
  const { now } = useDevice()
  const { written, state, ask } = useWritten()
  const [isOpen, setOpen] = useState(false)
  const open = () => {
    ask()
    setOpen(true)
  }
  useActions(() => [
    {
      id: 'writing',
      kind: 'action',
      label: words.dialog.title,
      alias: words.alias,
      icon: <PersonIcon />,
      run: open,
    },
  ])
  const percent = percentOf(writtenLines(written, null, 'late', now()))
  const said = saidInstead(written, state)
  return (
    <section className={styles.writing} aria-labelledby="writing-heading">
      <div className={styles.head}>
        <h3 id="writing-heading">{words.late}</h3>
        <Button look="quiet" size="sm" className={styles.open} label={words.byPersonOf} onPress={open}>
          {words.byPerson}
        </Button>
      </div>
      {percent === null ? <p className={styles.said}>{said}</p> : <ShareBar plan={plan} percent={percent} />}
      {percent !== null && written !== null && (state === 'unreachable' || state === 'refused') && (
        <p className={styles.said}>{words.asOf(countedAtText(written.at, now()))}</p>
      )}
      {isOpen && <WritingDialog written={written} state={state} onClose={() => setOpen(false)} />}
    </section>
  )
}

/** Why there is no bar. */
function saidInstead(written: Written | null, state: WrittenState): string {
  if (written !== null) return words.nobody
  return state === 'resting' ? words.asking : words[state]
}
