/**
 * The outline's keys as they are shown to people. What a key does is decided in `outline-keys.ts`; `outline-keys.test.ts`
 * presses every key of this list there, and looks that no command with a key is missing here.
 */
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
    does: 'Line above, line below',
    commands: ['rowAbove', 'rowBelow'],
    alsoFor: 'readers',
  },
  { keys: ['ArrowRight', 'ArrowLeft'], does: 'Unfold, fold', commands: ['unfold', 'fold'], alsoFor: 'readers' },
  { keys: ['Home', 'End'], does: 'First line, last line', commands: ['firstRow', 'lastRow'], alsoFor: 'readers' },
  { keys: ['Mod+A'], does: 'The whole plan, to copy it', commands: ['selectPlan'], alsoFor: 'readers' },
  { keys: ['Enter'], does: 'New milestone or step below', commands: ['addBelow'] },
  { keys: ['F2'], does: 'Write in the title', commands: ['write'] },
  { keys: ['Space'], does: 'Complete or reopen', commands: ['complete'] },
  { keys: ['D'], does: 'Due date', commands: ['due'] },
  { keys: ['@'], does: 'Owner', commands: ['owner'] },
  { keys: ['C'], does: 'Comments', commands: ['comment'], alsoFor: 'commenters' },
  { keys: ['/'], does: 'Commands for this line', commands: ['commands'] },
  { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], does: 'Move up, move down', commands: ['moveUp', 'moveDown'] },
  { keys: ['Shift+F10'], does: 'Everything that can be done with it', commands: ['menu'] },
]

/** A title or benefit is being written: letters are letters. */
export const TEXT_KEYS: readonly KeyLine[] = [
  { keys: ['Enter'], does: 'New milestone or step below; on an empty step: leave the list', commands: ['addBelow'] },
  { keys: ['Tab'], does: 'Make the milestone a step of the one above', commands: ['indent'] },
  { keys: ['Shift+Tab'], does: 'Make the step a milestone', commands: ['outdent'] },
  { keys: ['ArrowUp', 'ArrowDown'], does: 'Text above, text below', commands: ['textAbove', 'textBelow'] },
  { keys: ['/'], does: 'Commands, at the start of a word', commands: ['commands'] },
  { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], does: 'Move up, move down', commands: ['moveUp', 'moveDown'] },
  { keys: ['Mod+Enter'], does: 'Complete or reopen', commands: ['complete'] },
  { keys: ['Mod+A'], does: 'All of the text; once more: the whole plan', commands: ['selectPlan'] },
  { keys: ['Escape'], does: 'Leave the text for the line', commands: ['leaveText'] },
]
