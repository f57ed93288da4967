/**
 * A text to take along: the agenda of the next meeting, or a note to an executive of the other side. It is in the clipboard
 * the moment it opens; it is shown, because nobody sends what they have not read.
 */
import type { RoleId } from '@milepost/plan'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useAccess } from '../../hooks/use-access.ts'
import { useOutlook } from '../../hooks/use-outlook.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { CheckIcon, CopyIcon } from '../../ui/icons/icons.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Select } from '../../ui/Select.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { meetingNoteWords } from '../../words/schedule/meeting-notes.ts'
import { agendaText, escalationText, executivesOf } from './meeting-notes.ts'
import styles from './NotesDialog.module.css'

const words = meetingNoteWords.dialog

export interface NotesDialogProps {
  readonly kind: 'agenda' | 'escalation'
  readonly onClose: () => void
}

export function NotesDialog({ kind, onClose }: NotesDialogProps): ReactNode {
  const plan = usePlan()
  const outlook = useOutlook()
  const { side } = useAccess()
  const from = side ?? 'seller'
  const executives = executivesOf(plan, from)
  const [chosen, setChosen] = useState<RoleId | null>(executives[0] ?? null)
  const text =
    kind === 'agenda' ? agendaText(plan, outlook) : chosen === null ? '' : escalationText(plan, outlook, chosen, from)
  const { state, copy } = useClipboard()
  const opening = useRef(kind === 'agenda' ? text : null)
  useEffect(() => {
    if (opening.current !== null) void copy(opening.current)
    opening.current = null
  }, [copy])
  const options = executives.flatMap((id) => {
    const role = plan.roles.find((one) => one.id === id)
    if (role === undefined) return []
    const name = plan.people.find((one) => one.id === role.personId)?.name
    return [
      {
        value: id,
        label: name === undefined ? role.title : `${name}, ${role.title}`,
        icon: <SideMark side={role.side} />,
      },
    ]
  })
  return (
    <Dialog
      title={words[kind].title}
      lead={words[kind].lead}
      isOpen
      onClose={onClose}
      footer={
        text === '' ? undefined : (
          <Button look="primary" onPress={() => void copy(text)}>
            {state === 'copied' ? <CheckIcon /> : <CopyIcon />}
            {state === 'copied' ? words.copied : words.copy}
          </Button>
        )
      }
    >
      <DialogBody className={styles.body}>
        {kind === 'escalation' &&
          (chosen === null ? (
            <p>{words.escalation.nobody}</p>
          ) : (
            <Select label={words.escalation.to} value={chosen} options={options} onChange={setChosen} />
          ))}
        {text !== '' && (
          <textarea
            className={styles.text}
            aria-label={words[kind].text}
            readOnly
            value={text}
            rows={Math.min(22, text.split('\n').length + 2)}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
        {state === 'refused' && <p className={styles.hint}>{words.copyByHand}</p>}
      </DialogBody>
    </Dialog>
  )
}

type Clipboard = 'idle' | 'copied' | 'refused'

function useClipboard() {
  const announce = useAnnounce()
  const [state, setState] = useState<Clipboard>('idle')
  const say = useRef(announce.own)
  const [copy] = useState(() => async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
      say.current(words.copied)
    } catch {
      setState('refused')
    }
  })
  return { state, copy }
}
