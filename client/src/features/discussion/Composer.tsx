/**
 * Where a comment is written: several lines, Mod+Enter sends, "@" offers roles and people. What is being written is a setting of
 * this device at every letter, so closing the panel, or the tab, loses nothing of it.
 */
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/click-events-have-key-events --
   the combobox pattern: the keys are the text's, and no element of the page is an option that can hold a mark and a name */
import { TEXT_LIMITS, type MentionId } from '@milepost/plan'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useLocal } from '../../hooks/use-local.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import floating from '../../ui/floating.module.css'
import { Kbd } from '../../ui/Kbd.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import { isModKey } from '../../ui/platform.ts'
import { SideMark } from '../../ui/SideMark.tsx'
import unseen from '../../ui/VisuallyHidden.module.css'
import { commonWords } from '../../words/common.ts'
import { commentsWords } from '../../words/discussion/comments.ts'
import styles from './Discussion.module.css'
import { findMentionable, mentionables, mentionedIn, mentionQuery, type Mentionable } from './mentions.ts'

export interface ComposerProps {
  readonly label: string
  readonly send: string
  /** Where what is written is kept until it is sent. */
  readonly draftKey: string
  /** What stands there where nothing was begun yet. */
  readonly begin?: string
  readonly focusAtOnce?: boolean
  /** False: it could not be added; the words stay. */
  readonly onSend: (body: string, mentions: readonly MentionId[]) => boolean
  readonly onCancel?: () => void
}

const texts = commentsWords.composer
const MOST_OFFERED = 6
const NO_DRAFT: readonly string[] = []

export function Composer({
  label,
  send,
  draftKey,
  begin = '',
  focusAtOnce = false,
  onSend,
  onCancel,
}: ComposerProps): ReactNode {
  const id = useId()
  const plan = usePlan()
  // A list of one: also a draft with nothing in it is one, where something stood there before.
  const [draft, setDraft] = useLocal<readonly string[]>(draftKey, NO_DRAFT)
  const text = draft[0] ?? begin
  const [caret, setCaret] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  const [failed, setFailed] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const all = mentionables(plan)
  const asked = caret === null ? null : mentionQuery(text, caret)
  const offered = asked === null ? [] : findMentionable(all, asked.query).slice(0, MOST_OFFERED)
  const current = offered[Math.min(active, offered.length - 1)]

  function submit() {
    if (text.trim() === '') return field.current?.focus()
    const isSent = onSend(text, mentionedIn(text, all))
    setFailed(!isSent)
    if (!isSent) return
    setDraft(NO_DRAFT)
    setCaret(null)
  }

  function take({ words }: Mentionable) {
    if (asked === null || field.current === null) return
    const end = asked.from + 1 + words.length + 1
    setDraft([`${text.slice(0, asked.from)}@${words} ${text.slice(caret ?? text.length)}`])
    setCaret(null)
    const area = field.current
    // Once the text is there.
    requestAnimationFrame(() => {
      area.focus()
      area.setSelectionRange(end, end)
    })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && isModKey(event)) {
      event.preventDefault()
      return submit()
    }
    if (current === undefined) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined)
      setActive((at) => (Math.min(at, offered.length - 1) + step + offered.length) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(current)
    else if (event.key === 'Escape') setCaret(null)
    else return
    event.preventDefault()
    // The panel around it would close.
    event.stopPropagation()
  }

  return (
    <div className={styles.composer}>
      <label htmlFor={id} className={unseen.hidden}>
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        className={styles.field}
        rows={2}
        placeholder={label}
        value={text}
        maxLength={TEXT_LIMITS.comment}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the panel opens to write in it
        autoFocus={focusAtOnce}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-people`}
        aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
        onChange={(event) => {
          setDraft([event.target.value])
          setCaret(event.target.selectionStart)
          setActive(0)
        }}
        onBlur={() => setCaret(null)}
        onKeyDown={onKeyDown}
      />
      {offered.length > 0 && (
        <ul id={`${id}-people`} role="listbox" aria-label={texts.people} className={styles.people}>
          {offered.map((one) => (
            <li
              key={one.id}
              id={`${id}-${one.id}`}
              role="option"
              aria-selected={one === current}
              className={classNames(floating.item, styles.person)}
              onPointerMove={() => setActive(offered.indexOf(one))}
              // The text keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(one)}
            >
              <SideMark side={one.side} />
              <b>{one.words}</b>
              {one.role !== one.words && one.role !== '' && <i>{one.role}</i>}
            </li>
          ))}
        </ul>
      )}
      {failed && (
        <p role="alert" className={styles.failed}>
          {texts.failed}
        </p>
      )}
      <div className={styles.send}>
        <span className={styles.hint}>
          <Pieces of={texts.keys(<Kbd keys="Mod+Enter" />, <Kbd keys="@" />)} />
        </span>
        {onCancel !== undefined && (
          <Button
            size="sm"
            look="quiet"
            onPress={() => {
              setDraft(NO_DRAFT)
              onCancel()
            }}
          >
            {commonWords.cancel}
          </Button>
        )}
        <Button size="sm" onPress={submit}>
          {send}
        </Button>
      </div>
    </div>
  )
}
