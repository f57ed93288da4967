// A line of the plan that several people may be typing in at once: title, benefit, step. A plain `<textarea>` that grows
// with its text, because input methods, spelling, dictation and screen readers know it; a mirror of the text behind it
// gives it its height and carries the carets of the others.
//
//   typed  -> the one splice that the caret tells -> `shared.splice`      (also while an input method composes)
//   shared -> the textarea, its caret kept        (waits while an input method composes; then both are merged)
//
// Line breaks do not exist here: Enter is the caller's key, pasted ones become spaces. Undo is the plan's, not the field's.
import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  type Ref,
} from 'react'
import { classNames } from './class-names.ts'
import { isModKey } from './platform.ts'
import styles from './SharedTextField.module.css'
import { Mirror, caretLine, type RemoteCaret } from './TextMirror.tsx'
import { placeMap, rebaseSplice, spliceBetween } from './text-splice.ts'

export type { RemoteCaret } from './TextMirror.tsx'

/** A text that others may change too. After `splice` returns, the next render carries the new value. */
export interface SharedText {
  readonly value: string
  splice(at: number, remove: number, insert: string): void
  readonly carets: readonly RemoteCaret[]
  /** Where the reader's caret stands (`head` is the moving end), for the others to see. */
  onCaret(at: number, head: number): void
  onLeave(): void
}

/** What a key was pressed on. */
export interface TextPlace {
  readonly value: string
  readonly at: number
  readonly head: number
  readonly shift: boolean
}

export interface SharedTextFieldHandle {
  /** Puts the caret there: a place, the start or the end. */
  focus(place?: number | 'start' | 'end' | 'all'): void
  readonly element: HTMLTextAreaElement | null
}

export interface SharedTextFieldProps {
  readonly shared: SharedText
  /** What the field is: "Title of milestone 3". */
  readonly label: string
  readonly placeholder?: string
  /** The reader may not change it: words, not a control. */
  readonly readOnly?: boolean
  readonly maxLength?: number
  /** Enter without a modifier. It never makes a line break. */
  readonly onEnter?: (place: TextPlace) => void
  /** Tab and Shift+Tab; answer true to keep the focus here. */
  readonly onTab?: (place: TextPlace) => boolean
  /** Up on the first line or Down on the last; answer true when the caret went elsewhere. */
  readonly onArrowOut?: (direction: 'up' | 'down', place: TextPlace) => boolean
  /** Backspace at the very start with nothing selected; answer true when it did something. */
  readonly onBackspaceAtStart?: (place: TextPlace) => boolean
  readonly onEscape?: () => void
  readonly onUndo?: () => void
  readonly onRedo?: () => void
  /** Every other key comes here first; `preventDefault` keeps it from the field. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>, place: TextPlace) => void
  /** Before a paste; `preventDefault` keeps it from the field (a list becomes steps). */
  readonly onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  readonly onFocus?: () => void
  readonly onBlur?: () => void
  readonly autoFocus?: boolean
  /** False in a list with one tab stop of its own: the arrows lead here, Tab does not. */
  readonly inTabOrder?: boolean
  readonly invalid?: boolean
  readonly describedBy?: string
  readonly ref?: Ref<SharedTextFieldHandle>
  readonly className?: string | undefined
}

/** What the page shows for a text: a line break of a foreign client keeps its place as a space. */
function shownText(value: string): string {
  return value.replaceAll(/[\n\r\u2028\u2029]/gu, ' ')
}

/** Longer than titles are meant to be: where it would take more than a few lines, the field scrolls in itself. */
const LONG = 160

export function SharedTextField(props: SharedTextFieldProps) {
  const { shared, label, placeholder, readOnly = false, className } = props
  const value = shownText(shared.value)
  if (readOnly) {
    return (
      <span className={classNames(styles.field, styles.readOnly, value.length > LONG && styles.long, className)}>
        <Mirror text={value} carets={shared.carets} visible />
        {value === '' && placeholder !== undefined && <span className={styles.placeholder}>{placeholder}</span>}
      </span>
    )
  }
  return <EditableText {...props} value={value} label={label} />
}

function EditableText({
  shared,
  value,
  label,
  placeholder,
  maxLength,
  onEnter,
  onTab,
  onArrowOut,
  onBackspaceAtStart,
  onEscape,
  onUndo,
  onRedo,
  onKeyDown,
  onPaste,
  onFocus,
  onBlur,
  autoFocus = false,
  inTabOrder = true,
  invalid = false,
  describedBy,
  ref,
  className,
}: SharedTextFieldProps & { readonly value: string }) {
  const element = useRef<HTMLTextAreaElement>(null)
  const mirror = useRef<HTMLSpanElement>(null)
  /** What the textarea held after the last step that we know of. */
  const held = useRef(value)
  const composing = useRef(false)
  const caretSent = useRef<readonly [number, number] | null>(null)
  const [, renderAgain] = useReducer((count: number) => count + 1, 0)
  // Only the first: a later one would be written into the element with every letter, and laid out again, for nobody.
  const [atFirst] = useState(value)

  useImperativeHandle(ref, () => ({ focus: (place) => focusAt(element.current, place), element: element.current }), [])

  // The textarea is written by hand: React would put the caret at the end with every remote letter.
  // Runs after every render, because a splice that was refused leaves `value` as it was.
  useLayoutEffect(() => {
    const area = element.current
    if (area === null || composing.current || area.value === value) {
      if (!composing.current) held.current = value
      return
    }
    const focused = area.ownerDocument.activeElement === area
    const place = placeMap(area.value, value)
    const [start, end, direction] = [place(area.selectionStart), place(area.selectionEnd), area.selectionDirection]
    area.value = value
    held.current = value
    if (focused) area.setSelectionRange(start, end, direction)
  })

  // A field that goes away while its caret is seen takes the caret with it.
  const leave = useRef(shared.onLeave)
  useEffect(() => {
    leave.current = shared.onLeave
  })
  useEffect(
    () => () => {
      if (caretSent.current !== null) leave.current()
    },
    [],
  )

  // React's own `onBeforeInput` is another event than the browser's.
  const history = useRef({ onUndo, onRedo })
  useEffect(() => {
    history.current = { onUndo, onRedo }
  })
  useEffect(() => {
    const area = element.current
    const take = (event: InputEvent) => takeHistory(event, history.current.onUndo, history.current.onRedo)
    area?.addEventListener('beforeinput', take)
    return () => area?.removeEventListener('beforeinput', take)
  }, [])

  function place(shift = false): TextPlace {
    const area = element.current
    const { at, head } = area === null ? { at: 0, head: 0 } : caretOf(area)
    return { value: area?.value ?? value, at, head, shift }
  }

  function onInput(event: FormEvent<HTMLTextAreaElement>) {
    const area = event.currentTarget
    const before = held.current
    const typed = shownText(area.value)
    if (typed !== area.value) {
      const { selectionStart, selectionEnd } = area
      area.value = typed
      area.setSelectionRange(selectionStart, selectionEnd)
    }
    const splice = spliceBetween(before, typed, area.selectionEnd)
    held.current = typed
    if (splice === null) return
    // Without an input method at work `value` is `before`, and this is the splice itself.
    const splices = before === value ? [splice] : rebaseSplice(splice, before, value)
    for (const { at, remove, insert } of splices) shared.splice(at, remove, insert)
    renderAgain()
  }

  function sendCaret() {
    const area = element.current
    if (area === null || composing.current || area.ownerDocument.activeElement !== area) return
    const { at, head } = caretOf(area)
    if (caretSent.current?.[0] === at && caretSent.current[1] === head) return
    caretSent.current = [at, head]
    shared.onCaret(at, head)
  }

  function onKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    // While an input method composes, every key is its own (also in Safari, where the last Enter says 229).
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const here = place(event.shiftKey)
    onKeyDown?.(event, here)
    if (event.defaultPrevented) return
    if (isUndoKey(event)) {
      event.preventDefault()
      if (event.shiftKey || event.key.toLowerCase() === 'y') onRedo?.()
      else onUndo?.()
      return
    }
    const plain = !event.metaKey && !event.ctrlKey && !event.altKey
    if (event.key === 'Enter') {
      event.preventDefault()
      if (plain) onEnter?.(here)
      return
    }
    if (!plain) return
    if (event.key === 'Escape') {
      onEscape?.()
      return
    }
    if (answers(event, here)) event.preventDefault()
  }

  function answers(event: KeyboardEvent<HTMLTextAreaElement>, here: TextPlace): boolean {
    const collapsed = here.at === here.head
    if (event.key === 'Tab') return onTab?.(here) ?? false
    if (event.key === 'Backspace') return (collapsed && here.at === 0 && onBackspaceAtStart?.(here)) || false
    if ((event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || event.shiftKey || !collapsed) return false
    const line = caretLine(mirror.current, here.head)
    if (event.key === 'ArrowUp') return (line.first && onArrowOut?.('up', here)) || false
    return (line.last && onArrowOut?.('down', here)) || false
  }

  return (
    <span className={classNames(styles.field, className)}>
      <span className={classNames(styles.stack, value.length > LONG && styles.long)}>
        <Mirror ref={mirror} text={value} carets={shared.carets} placeholder={placeholder} />
        <textarea
          ref={element}
          className={styles.area}
          defaultValue={atFirst}
          rows={1}
          tabIndex={inTabOrder ? undefined : -1}
          aria-label={label}
          aria-invalid={invalid ? true : undefined}
          aria-describedby={describedBy}
          placeholder={placeholder}
          maxLength={maxLength}
          autoComplete="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a line that was just made is where one types on
          autoFocus={autoFocus}
          enterKeyHint="enter"
          onInput={onInput}
          onKeyDown={onKey}
          onPaste={onPaste}
          onSelect={sendCaret}
          onCompositionStart={() => {
            composing.current = true
          }}
          onCompositionEnd={() => {
            composing.current = false
            // What others wrote meanwhile is shown now.
            renderAgain()
            sendCaret()
          }}
          onFocus={() => {
            onFocus?.()
            sendCaret()
          }}
          onBlur={() => {
            // Some browsers leave a composition by blur alone.
            composing.current = false
            caretSent.current = null
            shared.onLeave()
            onBlur?.()
            renderAgain()
          }}
        />
      </span>
    </span>
  )
}

function caretOf(area: HTMLTextAreaElement): { at: number; head: number } {
  const { selectionStart, selectionEnd, selectionDirection } = area
  return selectionDirection === 'backward'
    ? { at: selectionEnd, head: selectionStart }
    : { at: selectionStart, head: selectionEnd }
}

function focusAt(area: HTMLTextAreaElement | null, place: number | 'start' | 'end' | 'all' = 'end') {
  if (area === null) return
  area.focus()
  const { length } = area.value
  const at = place === 'start' || place === 'all' ? 0 : place === 'end' ? length : Math.min(place, length)
  area.setSelectionRange(at, place === 'all' ? length : at)
}

function isUndoKey(event: KeyboardEvent): boolean {
  if (!isModKey(event) || event.altKey) return false
  const key = event.key.toLowerCase()
  return key === 'z' || (key === 'y' && !event.shiftKey)
}

/** The browser's own undo (its menu, a shaken phone) would bring back texts of before remote changes: the plan's undo does it. */
function takeHistory(event: InputEvent, onUndo?: () => void, onRedo?: () => void) {
  if (event.inputType === 'historyUndo') {
    event.preventDefault()
    onUndo?.()
  } else if (event.inputType === 'historyRedo') {
    event.preventDefault()
    onRedo?.()
  }
}
