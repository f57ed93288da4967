/**
 * One rich text of the plan: still until it is touched, live while it is written, still again when three others were
 * used since. An editor that is not mounted costs nothing and cannot delete what it does not understand; one that is
 * mounted is destroyed in the very transaction that brings something this version does not know.
 */
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { flushSync } from 'react-dom'
import type { XmlFragment } from 'yjs'
import { usePlanSession } from '../../../hooks/plan-session-context.tsx'
import { useSetPresence } from '../../../hooks/use-presences.ts'
import { classNames } from '../../../ui/class-names.ts'
import { WarningIcon } from '../../../ui/icons/icons.tsx'
import { richTextWords } from '../../../words/plan-editor/rich-text.ts'
import { useCaretOwner } from './caret-owner.ts'
import { loadedEditor, loadEditor } from './editor-chunk.ts'
import { editorSlots, type EditorSlot } from './editor-slots.ts'
import styles from './RichText.module.css'
import type { CaretStart, LeaveDirection, RichTextEditor } from './RichTextEditor.tsx'
import { guardRichText, useRichText } from './rich-text-reading.ts'
import { StaticRichText } from './StaticRichText.tsx'

export interface RichTextProps {
  readonly fragment: XmlFragment
  /** Where in the plan it stands, for those who see where others are. */
  readonly at: { readonly kind: string; readonly id: string | null; readonly field: string }
  readonly label: string
  /** Said where nothing is written yet. */
  readonly prompt: string
  readonly canEdit: boolean
  readonly single?: boolean
  readonly inTabOrder?: boolean
  readonly openAtOnce?: boolean
  readonly describedBy?: string
  /** Esc, or an arrow out of the first or last line. `from` is the element that had the caret. */
  readonly onLeave: (direction: LeaveDirection, from: Element) => void
  readonly onFocusChange?: (focused: boolean) => void
  /** It lost the focus and says nothing. */
  readonly onEmptyBlur?: () => void
}

const slots = editorSlots()

interface Live {
  readonly Editor: typeof RichTextEditor
  readonly start: CaretStart
  readonly typed: string
}

export function RichText(props: RichTextProps): ReactNode {
  const {
    fragment,
    at,
    label,
    prompt,
    canEdit,
    single = false,
    inTabOrder = true,
    openAtOnce = false,
    describedBy,
  } = props
  const { awareness, undo } = usePlanSession()
  const { blocks, words, known } = useRichText(fragment)
  const ownerOf = useCaretOwner()
  const setPresence = useSetPresence()
  const still = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [live, setLive] = useState<Live | null>(null)
  const slot = useRef<EditorSlot | null>(null)
  const destroy = useRef<(() => void) | null>(null)
  /** While the editor is on its way, what is typed waits here. */
  const opening = useRef<{ start: CaretStart; typed: string } | null>(null)
  const mayWrite = canEdit && known

  const close = useCallback(() => {
    // First the editor, by hand: React may be later than the transaction that made this necessary.
    destroy.current?.()
    destroy.current = null
    slot.current?.release()
    slot.current = null
    setLive(null)
  }, [])

  // The guard hears of foreign content before the editor does: its observer was there first.
  useEffect(() => (live === null ? undefined : guardRichText(fragment, close)), [live, fragment, close])
  // Where writing ends (a link was lowered), the editor is gone with this very render, its place right after.
  if (live !== null && !mayWrite) setLive(null)
  const isLive = live !== null && mayWrite
  useEffect(() => {
    if (!isLive) return
    return () => {
      slot.current?.release()
      slot.current = null
      destroy.current = null
    }
  }, [isLive])

  const mount = useCallback(
    (Editor: typeof RichTextEditor, start: CaretStart, typed: string) => {
      undo.stopCapturing()
      slot.current = slots.take(() => close())
      flushSync(() => setLive({ Editor, start, typed }))
    },
    [undo, close],
  )

  const open = useCallback(
    (start: CaretStart) => {
      if (!mayWrite || slot.current !== null) return
      const Editor = loadedEditor()
      if (Editor !== null) {
        mount(Editor, start, '')
        return
      }
      if (opening.current !== null) return
      opening.current = { start, typed: '' }
      still.current?.focus()
      void loadEditor()
        .then((Loaded) => {
          const waited = opening.current
          const touched = still.current !== null && still.current.contains(document.activeElement)
          if (waited !== null && touched) mount(Loaded, waited.start, waited.typed)
          return touched
        })
        .catch(() => undefined)
        .finally(() => {
          opening.current = null
        })
    },
    [mayWrite, mount],
  )

  useEffect(() => {
    if (openAtOnce) open('end')
  }, [openAtOnce, open])

  if (live !== null && isLive) {
    const { Editor } = live
    return (
      <div ref={frame} className={styles.live}>
        {words === 0 && blocks.length <= 1 && (
          <p className={classNames(styles.prompt, styles.behind)} aria-hidden="true">
            {prompt}
          </p>
        )}
        <Editor
          fragment={fragment}
          awareness={awareness}
          undo={undo}
          label={label}
          prompt={prompt}
          describedBy={describedBy}
          single={single}
          start={live.start}
          typed={live.typed}
          inTabOrder={inTabOrder}
          ownerOf={ownerOf}
          onLeave={(direction) => {
            if (frame.current !== null) props.onLeave(direction, frame.current)
          }}
          onFocusChange={(focused) => {
            slot.current?.touch()
            undo.stopCapturing()
            setPresence({ at: focused ? at : null, caret: null })
            props.onFocusChange?.(focused)
            if (!focused && words === 0) props.onEmptyBlur?.()
          }}
          onReady={(now) => {
            destroy.current = now
          }}
        />
      </div>
    )
  }

  const writing = mayWrite
    ? {
        role: 'textbox',
        'aria-multiline': !single,
        tabIndex: inTabOrder ? 0 : -1,
        'data-plan-text': 'rich',
        onMouseDown: (event: MouseEvent<HTMLDivElement>) => {
          if (event.button !== 0 || isLink(event.target)) return
          event.preventDefault()
          open({ x: event.clientX, y: event.clientY })
        },
        onFocus: (event: FocusEvent<HTMLDivElement>) => {
          if (event.target === event.currentTarget)
            open(event.currentTarget.dataset['caretAt'] === 'start' ? 'start' : 'end')
        },
        onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => keepTyped(event, opening.current),
      }
    : {}
  return (
    <div>
      <div
        ref={still}
        className={classNames(styles.text, !mayWrite && styles.still)}
        aria-label={label}
        aria-describedby={describedBy}
        {...(mayWrite ? {} : { role: 'group' })}
        {...writing}
      >
        {words === 0 && blocks.length <= 1 ? (
          mayWrite && <p className={styles.prompt}>{prompt}</p>
        ) : (
          <StaticRichText blocks={blocks} />
        )}
      </div>
      {!known && canEdit && (
        <p className={styles.newer}>
          <WarningIcon size={14} />
          {richTextWords.newerVersion}
        </p>
      )}
    </div>
  )
}

function isLink(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a') !== null
}

/** Letters typed before the editor is here are not lost: it starts with them. */
function keepTyped(event: KeyboardEvent, waiting: { typed: string } | null): void {
  if (waiting === null || event.metaKey || event.ctrlKey || event.altKey || event.key.length !== 1) return
  event.preventDefault()
  waiting.typed += event.key
}
