/**
 * The marks of a rich text as buttons, for fingers and for those who do not know the keys. Pressing one never takes the
 * caret out of the text; what is pressed is read from the editor, so keys and buttons always agree.
 */
import { useEditorState, type Editor } from '@tiptap/react'
import type { ReactNode } from 'react'
import { classNames } from '../../../ui/class-names.ts'
import { BulletListIcon, NumberedListIcon, QuoteIcon } from '../../../ui/icons/icons.tsx'
import { keycapsOf } from '../../../ui/platform.ts'
import { formatBarWords as words } from '../../../words/plan-editor/format-bar.ts'
import styles from './FormatBar.module.css'

interface Format {
  readonly name: string
  readonly label: string
  /** As one presses it, `Mod` standing for the platform's key. */
  readonly keys: string
  readonly face: ReactNode
  readonly toggle: (editor: Editor) => boolean
}

const FORMATS: readonly Format[] = [
  {
    name: 'bold',
    label: words.bold,
    keys: 'Mod+B',
    face: <b>{words.boldLetter}</b>,
    toggle: (editor) => editor.commands.toggleBold(),
  },
  {
    name: 'italic',
    label: words.italic,
    keys: 'Mod+I',
    face: <i>{words.italicLetter}</i>,
    toggle: (editor) => editor.commands.toggleItalic(),
  },
  {
    name: 'bulletList',
    label: words.bulletList,
    keys: 'Mod+Shift+8',
    face: <BulletListIcon size={14} />,
    toggle: (editor) => editor.commands.toggleBulletList(),
  },
  {
    name: 'orderedList',
    label: words.orderedList,
    keys: 'Mod+Shift+7',
    face: <NumberedListIcon size={14} />,
    toggle: (editor) => editor.commands.toggleOrderedList(),
  },
  {
    name: 'blockquote',
    label: words.quote,
    keys: 'Mod+Shift+B',
    face: <QuoteIcon size={14} />,
    toggle: (editor) => editor.commands.toggleBlockquote(),
  },
]

export function FormatBar({ editor }: { readonly editor: Editor }): ReactNode {
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => (now.isDestroyed ? [] : FORMATS.map(({ name }) => now.isActive(name))),
  })
  return (
    <div className={styles.bar} role="toolbar" aria-label={words.label}>
      {FORMATS.map(({ name, label, keys, face, toggle }, at) => (
        <button
          key={name}
          type="button"
          // The keyboard has the keys themselves; Tab goes on to what comes after the text.
          tabIndex={-1}
          className={classNames(styles.format, active[at] === true && styles.on)}
          aria-label={label}
          aria-pressed={active[at] === true}
          title={`${label} (${keycapsOf(keys).join('+')})`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            if (!editor.isDestroyed) toggle(editor)
          }}
        >
          {face}
        </button>
      ))}
    </div>
  )
}
