/**
 * The live editor of one rich text: everything of Tiptap is reached from this file, and this file is loaded as its own
 * chunk. It is made by hand in a layout effect, not by `useEditor`: the caret must be set from the click right
 * after the first render of the shared text, and the guard must be able to destroy the editor in the middle of a
 * Yjs transaction, where no React state is fast enough.
 */
import type { EditorView } from '@tiptap/pm/view'
import { TextSelection } from '@tiptap/pm/state'
import { Editor } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { useEffectEvent, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { XmlFragment } from 'yjs'
import { parseSafeLink, type PlanUndo } from '@milepost/plan'
import { isModKey } from '../../../ui/platform.ts'
import { FormatBar } from './FormatBar.tsx'
import styles from './RichText.module.css'
import { SafeLink } from './safe-link.ts'
import { yjsBinding, type CaretOwner } from './yjs-binding.ts'

/** Where the caret stands when the editor opens: at the point that was clicked, or at one end. */
export type CaretStart = { readonly x: number; readonly y: number } | 'start' | 'end'

/** `plan`: all of the text was selected, and once more is the whole plan. */
export type LeaveDirection = 'up' | 'down' | 'row' | 'plan'

export interface RichTextEditorProps {
  readonly fragment: XmlFragment
  readonly awareness: Awareness
  /** The plan's one undo: the editor has none of its own. */
  readonly undo: PlanUndo
  readonly label: string
  readonly prompt: string
  readonly describedBy: string | undefined
  /** One paragraph: Enter leaves the text, and what is pasted becomes one line. */
  readonly single: boolean
  readonly start: CaretStart
  /** What was typed while the editor was still on its way. */
  readonly typed: string
  readonly inTabOrder: boolean
  readonly ownerOf: (clientId: number) => CaretOwner | null
  readonly onLeave: (direction: LeaveDirection) => void
  readonly onFocusChange: (focused: boolean) => void
  /** Hands out how to destroy this editor at once, for the guard. */
  readonly onReady: (destroy: () => void) => void
}

export function RichTextEditor(props: RichTextEditorProps): ReactNode {
  const { fragment, awareness, undo, single, label, prompt, describedBy, inTabOrder } = props
  const host = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const open = useEffectEvent((element: HTMLElement) => {
    undo.track(ySyncPluginKey)
    const made = new Editor({
      element,
      // The style element it would inject is refused by the page's content policy; its rules stand in our style sheet.
      injectCSS: false,
      extensions: [
        StarterKit.configure({
          undoRedo: false,
          trailingNode: false,
          codeBlock: false,
          horizontalRule: false,
          heading: { levels: [3] },
          dropcursor: { class: styles.dropCursor ?? '', color: false },
          // Ours judges addresses.
          link: false,
        }),
        SafeLink,
        yjsBinding({
          fragment,
          awareness,
          ownerOf: props.ownerOf,
          classes: {
            caret: styles.caret ?? '',
            flag: styles.flag ?? '',
            selection: styles.selection ?? '',
            moved: styles.moved ?? '',
          },
        }),
      ],
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'aria-placeholder': prompt,
          ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
          ...(inTabOrder ? {} : { tabindex: '-1' }),
          class: styles.editor ?? '',
          'data-plan-text': 'rich',
        },
        handleKeyDown: (view, event) =>
          undoByKey(event, undo) ||
          selectPlanByKey(view, event, props.onLeave) ||
          leaveByKey(view, event, single, props.onLeave),
        handlePaste: (view, event) => single && pasteOneLine(view, event),
        handleDOMEvents: {
          focus: () => (props.onFocusChange(true), false),
          blur: () => (props.onFocusChange(false), false),
          beforeinput: (_view, event) => undoByMenu(event, undo),
        },
        handleClick: (view, _position, event) => followLink(view, event),
      },
    })
    placeCaret(made.view, props.start)
    if (props.typed !== '') made.view.dispatch(made.state.tr.insertText(props.typed))
    made.view.focus()
    props.onReady(() => made.destroy())
    return made
  })

  useLayoutEffect(() => {
    if (host.current === null) return
    const opened = open(host.current)
    setEditor(opened)
    return () => opened.destroy()
    // oxlint-disable-next-line react/exhaustive-deps -- another text or another room is another editor; nothing else is
  }, [fragment, awareness])

  return (
    <>
      <div ref={host} className={styles.host} />
      {!single && editor !== null && <FormatBar editor={editor} />}
    </>
  )
}

function placeCaret(view: EditorView, start: CaretStart): void {
  const { doc } = view.state
  const at =
    typeof start === 'string'
      ? start === 'start'
        ? 0
        : doc.content.size
      : (view.posAtCoords({ left: start.x, top: start.y })?.pos ?? doc.content.size)
  const selection = TextSelection.near(doc.resolve(at), start === 'start' ? 1 : -1)
  view.dispatch(view.state.tr.setSelection(selection))
}

/** Own changes of the whole plan, in the order they were made. */
function undoByKey(event: KeyboardEvent, undo: PlanUndo): boolean {
  if (!isModKey(event) || event.altKey) return false
  const key = event.key.toLowerCase()
  if (key === 'z') return (event.shiftKey ? undo.redo() : undo.undo(), true)
  if (key === 'y' && !event.shiftKey) return (undo.redo(), true)
  return false
}

/** The browser's own undo (its menu, a shaken phone) knows nothing of what others typed meanwhile. */
function undoByMenu(event: InputEvent, undo: PlanUndo): boolean {
  if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false
  event.preventDefault()
  if (event.inputType === 'historyUndo') undo.undo()
  else undo.redo()
  return true
}

function selectPlanByKey(view: EditorView, event: KeyboardEvent, leave: RichTextEditorProps['onLeave']): boolean {
  if (!isModKey(event) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'a') return false
  const { doc, selection } = view.state
  // All of it, whether the selection takes in the paragraphs or only their words.
  if (selection.from > 1 || selection.to < doc.content.size - 1) return false
  return (event.preventDefault(), leave('plan'), true)
}

function leaveByKey(
  view: EditorView,
  event: KeyboardEvent,
  single: boolean,
  leave: RichTextEditorProps['onLeave'],
): boolean {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return false
  if (event.key === 'Escape') return (leave('row'), true)
  if (event.key === 'Enter' && single) return (leave('down'), true)
  if (event.shiftKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return false
  takeCaretOfPage(view)
  if (!view.state.selection.empty) return false
  if (event.key === 'ArrowUp' && atEdge(view, 'up')) return (leave('up'), true)
  if (event.key === 'ArrowDown' && atEdge(view, 'down')) return (leave('down'), true)
  return false
}

/**
 * The browser moves the caret at once and tells of it later: on a busy machine the next key comes in between, and
 * would be judged by where the caret was.
 */
function takeCaretOfPage(view: EditorView): void {
  const shown = view.dom.ownerDocument.getSelection()
  if (shown === null || shown.anchorNode === null || shown.focusNode === null) return
  if (!view.dom.contains(shown.anchorNode) || !view.dom.contains(shown.focusNode)) return
  const anchor = view.posAtDOM(shown.anchorNode, shown.anchorOffset)
  const head = view.posAtDOM(shown.focusNode, shown.focusOffset)
  const { doc, selection, tr } = view.state
  if (anchor === selection.anchor && head === selection.head) return
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))))
}

/** Whether the caret stands in the first (last) line of the whole text, not only of its own paragraph. */
function atEdge(view: EditorView, direction: 'up' | 'down'): boolean {
  if (!view.endOfTextblock(direction)) return false
  const { $head } = view.state.selection
  const beyond =
    direction === 'up'
      ? TextSelection.findFrom(view.state.doc.resolve($head.before()), -1, true)
      : TextSelection.findFrom(view.state.doc.resolve($head.after()), 1, true)
  return beyond === null
}

function pasteOneLine(view: EditorView, event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  view.dispatch(view.state.tr.insertText(text.replace(/\s*[\r\n]+\s*/g, ' ')).scrollIntoView())
  return true
}

function followLink(view: EditorView, event: MouseEvent): boolean {
  if (!(event.metaKey || event.ctrlKey) || !(event.target instanceof HTMLElement)) return false
  const link = event.target.closest('a')
  if (link === null || !view.dom.contains(link)) return false
  const href = parseSafeLink(link.getAttribute('href'))
  if (href !== null) window.open(href, '_blank', 'noopener,noreferrer')
  return href !== null
}
