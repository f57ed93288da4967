/** A new key date: what happens and when; the reason is asked for at once, because nobody comes back for it. */
import { addKeyDate } from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { useState, type ReactNode } from 'react'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { keyDateFormWords as words } from '../../words/key-dates/forms.ts'
import styles from './KeyDates.module.css'

export function AddKeyDate({ close }: { readonly close: () => void }): ReactNode {
  const { doc, undo } = usePlanSession()
  const [title, setTitle] = useState('')
  const [day, setDay] = useState<LocalDate | null>(null)
  const [why, setWhy] = useState('')
  const [compelling, setCompelling] = useState(false)
  const [missing, setMissing] = useState(false)
  const add = () => {
    if (title.trim() === '') return setMissing(true)
    undo.stopCapturing()
    addKeyDate(doc, {
      title: title.trim(),
      why: why.trim(),
      span: day === null ? null : { from: day, to: day },
      side: 'buyer',
      compelling,
    })
    close()
  }
  return (
    <div className={styles.form}>
      <TextInput
        label={words.title}
        value={title}
        onChange={(next) => {
          setTitle(next)
          setMissing(false)
        }}
        onEnter={add}
        placeholder={words.titleExample}
        error={missing ? words.needsTitle : null}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a panel opens on its one field
        autoFocus
      />
      <DateField
        label={words.day}
        value={day}
        onChange={(next) => setDay(next === null ? null : parseLocalDate(next))}
      />
      <TextInput label={words.why} value={why} onChange={setWhy} onEnter={add} placeholder={words.whyExample} />
      <Checkbox checked={compelling} onChange={setCompelling}>
        {words.compelling}
      </Checkbox>
      <p className={styles.ways}>
        <Button look="primary" size="sm" onPress={add}>
          {words.add}
        </Button>
      </p>
    </div>
  )
}
