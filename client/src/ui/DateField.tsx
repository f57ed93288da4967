// A day, typed or picked. Typing is quickest ("21 sep", "fri", "+5"), so the field is a text field that says what it
// understood while one types; the calendar is behind its button and loaded when it is first opened.
import { useId, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { Button as PressButton } from 'react-aria-components'
import { dayFieldWords as words } from '../words/ui/day-field.ts'
import { classNames } from './class-names.ts'
import field from './field.module.css'
import styles from './DateField.module.css'
import { useDayWords } from './DayProvider.tsx'
import { CalendarIcon, ChevronDownIcon } from './icons/icons.tsx'
import { latePart } from './late-part.tsx'
import { Popover } from './Popover.tsx'
import { parseTypedDate } from './typed-date.ts'
import unseen from './VisuallyHidden.module.css'

const CalendarPanel = latePart(
  () => import('./CalendarPanel.tsx').then((module) => module.CalendarPanel),
  <div className={styles.loading} />,
)

export interface DateFieldProps {
  readonly label: string
  readonly hideLabel?: boolean
  /** YYYY-MM-DD, or null for none. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly placeholder?: string
  /** Not after this day (a day somebody finished something on). Also makes "mon" mean the last Monday. */
  readonly latest?: string
  /** May be emptied; else leaving it empty brings the day back. */
  readonly clearable?: boolean
  /** `field` in forms; `quiet` in rows: words until one hovers or types. */
  readonly look?: 'field' | 'quiet'
  /** Days to mark with a flag in the calendar, and what they are. */
  readonly marked?: ReadonlyMap<string, string>
  readonly autoFocus?: boolean
  /** What is being typed, as far as it is a day yet: for a preview that follows the keys. */
  readonly onHeard?: (value: string | null) => void
  /** Enter, with the day that is kept by it. */
  readonly onEnter?: (value: string | null) => void
  /** After Enter or a picked day: where the caller goes on. */
  readonly onDone?: () => void
  readonly onEscape?: () => void
  readonly ref?: Ref<HTMLInputElement>
  readonly className?: string | undefined
}

export function DateField({
  label,
  hideLabel = false,
  value,
  onChange,
  placeholder = words.placeholder,
  latest,
  clearable = true,
  look = 'field',
  marked,
  autoFocus = false,
  onHeard,
  onEnter,
  onDone,
  onEscape,
  ref,
  className,
}: DateFieldProps) {
  const { today, format, monthFirst, locale } = useDayWords()
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const understood =
    typed === null ? null : parseTypedDate(typed, { today, monthFirst, locale, past: latest !== undefined })
  const tooLate = understood !== null && latest !== undefined && understood > latest
  const heard =
    typed === null || typed.trim() === '' ? null : understood === null || tooLate ? null : format(understood)

  function keep(day: string | null) {
    setTyped(null)
    setProblem(null)
    if (day !== value) onChange(day)
  }

  /** Answers whether what stands there could be kept. */
  function commit(): boolean {
    if (typed === null) return true
    if (typed.trim() === '') {
      keep(clearable ? null : value)
      return true
    }
    if (understood === null) setProblem(words.notADay(typed.trim()))
    else if (tooLate) setProblem(words.notYet(format(understood)))
    else {
      keep(understood)
      return true
    }
    return false
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      const day = typed === null ? value : typed.trim() === '' ? (clearable ? null : value) : understood
      if (!commit()) return
      onEnter?.(day)
      onDone?.()
    } else if (event.key === 'Escape' && (typed !== null || problem !== null)) {
      event.preventDefault()
      event.stopPropagation()
      setTyped(null)
      setProblem(null)
      onHeard?.(null)
    } else if (event.key === 'Escape') {
      onEscape?.()
    } else if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault()
      setOpen(true)
    }
  }

  const shown = typed ?? (value === null ? '' : format(value))
  return (
    <div className={classNames(styles.wrap, styles[look], className)}>
      <label htmlFor={id} className={hideLabel ? unseen.hidden : field.label}>
        {label}
      </label>
      <div
        ref={frame}
        className={classNames(
          styles.frame,
          look === 'field' && field.box,
          look === 'field' && problem !== null && field.bad,
        )}
      >
        {look === 'field' && <CalendarIcon />}
        <input
          id={id}
          ref={ref}
          className={classNames(field.bare, styles.input)}
          value={shown}
          placeholder={placeholder}
          size={look === 'quiet' ? Math.max(10, shown.length) : undefined}
          autoComplete="off"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a key of its row
          autoFocus={autoFocus}
          aria-invalid={problem === null ? undefined : true}
          aria-describedby={`${id}-note`}
          onChange={(event) => {
            const text = event.currentTarget.value
            setTyped(text)
            setProblem(null)
            onHeard?.(parseTypedDate(text, { today, monthFirst, locale, past: latest !== undefined }))
          }}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => {
            commit()
          }}
          onKeyDown={onKeyDown}
        />
        {heard !== null && heard !== shown && (
          <span className={styles.understood} aria-hidden="true">
            {heard}
          </span>
        )}
        <Popover
          label={words.pickFor(label)}
          placement="bottom end"
          anchor={frame}
          isOpen={open}
          onOpenChange={setOpen}
          flush
          trigger={
            <PressButton className={styles.pick ?? ''} aria-label={words.openFor(label)}>
              {look === 'field' ? <ChevronDownIcon size={14} /> : <CalendarIcon size={14} />}
            </PressButton>
          }
        >
          <CalendarPanel
            value={value}
            today={today}
            latest={latest ?? null}
            marked={marked ?? null}
            {...(clearable && value !== null ? { onClear: () => pick(null) } : {})}
            onPick={pick}
          />
        </Popover>
      </div>
      <span id={`${id}-note`} className={problem === null ? unseen.hidden : styles.problem} aria-live="polite">
        {problem ?? heard ?? ''}
      </span>
    </div>
  )

  function pick(day: string | null) {
    setOpen(false)
    keep(day)
    onDone?.()
  }
}
