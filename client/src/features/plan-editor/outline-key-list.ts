/**
 * The outline's keys as they are shown to people. What a key does is decided in `outline-keys.ts`; `outline-keys.test.ts`
 * presses every key of this list there, and looks that no command with a key is missing here.
 */
import { dateWords } from '../../words/dates.ts'
import { outlineKeyWords as words } from '../../words/plan-editor/outline-keys.ts'
import type { OutlineCommand } from './outline-keys.ts'

export interface KeyLine {
  /** As an event names them: 'Alt+ArrowUp'. */
  readonly keys: readonly string[]
  readonly does: string
  /** What the key means in the outline; one of them for each key where they differ. */
  readonly commands: readonly OutlineCommand[]
  /** Whom it works for besides those who write; left out: nobody. */
  readonly alsoFor?: 'readers' | 'commenters'
}

/** A line is selected: the row has the focus, letters are commands. */
export const ROW_KEYS: readonly KeyLine[] = [
  {
    keys: ['ArrowUp', 'ArrowDown'],
    does: words.lineAboveBelow,
    commands: ['rowAbove', 'rowBelow'],
    alsoFor: 'readers',
  },
  { keys: ['ArrowRight', 'ArrowLeft'], does: words.unfoldFold, commands: ['unfold', 'fold'], alsoFor: 'readers' },
  { keys: ['Home', 'End'], does: words.firstLastLine, commands: ['firstRow', 'lastRow'], alsoFor: 'readers' },
  { keys: ['Mod+A'], does: words.selectPlan, commands: ['selectPlan'], alsoFor: 'readers' },
  { keys: ['Enter'], does: words.addBelow, commands: ['addBelow'] },
  { keys: ['F2'], does: words.write, commands: ['write'] },
  { keys: ['Space'], does: words.complete, commands: ['complete'] },
  { keys: ['D'], does: dateWords.dueDate, commands: ['due'] },
  { keys: ['@'], does: words.owner, commands: ['owner'] },
  { keys: ['C'], does: words.comments, commands: ['comment'], alsoFor: 'commenters' },
  { keys: ['/'], does: words.commands, commands: ['commands'] },
  { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], does: words.moveUpDown, commands: ['moveUp', 'moveDown'] },
  { keys: ['Shift+F10'], does: words.menu, commands: ['menu'] },
]

/** A title or benefit is being written: letters are letters. */
export const TEXT_KEYS: readonly KeyLine[] = [
  { keys: ['Enter'], does: words.inText.addBelow, commands: ['addBelow'] },
  { keys: ['Tab'], does: words.inText.indent, commands: ['indent'] },
  { keys: ['Shift+Tab'], does: words.inText.outdent, commands: ['outdent'] },
  { keys: ['ArrowUp', 'ArrowDown'], does: words.inText.textAboveBelow, commands: ['textAbove', 'textBelow'] },
  { keys: ['/'], does: words.inText.commands, commands: ['commands'] },
  { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], does: words.moveUpDown, commands: ['moveUp', 'moveDown'] },
  { keys: ['Mod+Enter'], does: words.complete, commands: ['complete'] },
  { keys: ['Mod+A'], does: words.inText.selectPlan, commands: ['selectPlan'] },
  { keys: ['Escape'], does: words.inText.leave, commands: ['leaveText'] },
]
