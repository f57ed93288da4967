/**
 * What a key means in the outline of milestones and steps: the table of the design, and nothing else. It is pure, so
 * the whole keyboard can be read and tested in one place; doing it is `use-outline-commands`.
 *
 * A line is either *selected* (the row has the focus, letters are commands) or *being written* (a text has the focus,
 * letters are letters). Escape goes from the text to the row, so that Tab moves on from there as everywhere else.
 */
export interface KeyPress {
  readonly key: string
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly composing: boolean
}

export interface KeyPlace {
  readonly kind: 'milestone' | 'step' | 'add'
  /** `row`: the line is selected; `title`, `benefit`: its text is being written; `control`: a button inside it has the focus. */
  readonly part: 'row' | 'title' | 'benefit' | 'control'
  readonly canEdit: boolean
  /** The text under the caret is empty. */
  readonly empty: boolean
  /** The caret stands in the first (last) line of its text, without a selection. */
  readonly atStart: boolean
  readonly atEnd: boolean
  /** The caret stands where a word begins: at the start of the text or behind a space, without a selection. */
  readonly atWord: boolean
  /** All of the text is selected. */
  readonly allSelected: boolean
}

export type OutlineCommand =
  | 'addBelow'
  | 'leaveList'
  | 'indent'
  | 'outdent'
  | 'moveUp'
  | 'moveDown'
  | 'complete'
  | 'unfold'
  | 'fold'
  | 'rowAbove'
  | 'rowBelow'
  | 'firstRow'
  | 'lastRow'
  | 'textAbove'
  | 'textBelow'
  | 'leaveText'
  | 'selectPlan'
  | 'write'
  | 'due'
  | 'owner'
  | 'comment'
  | 'menu'
  | 'commands'
  /** Without a key of their own: the command menu names them. */
  | 'addStep'
  | 'addMilestone'
  | 'notes'
  | 'removeEmpty'
  /** The key would leave the outline or write a character that has no meaning here: it is swallowed. */
  | 'nothing'

/** Null where the key keeps its usual meaning. */
export function outlineCommand(press: KeyPress, place: KeyPlace): OutlineCommand | null {
  if (press.composing || place.part === 'control') return null
  return place.part === 'row' ? onRow(press, place) : inText(press, place)
}

function onRow({ key, mod, alt, shift }: KeyPress, { kind, canEdit }: KeyPlace): OutlineCommand | null {
  const mayChange = canEdit && kind !== 'add'
  // The signs first, whatever is held with them: on many keyboards they are written with AltGr (Ctrl+Alt to a browser on
  // Windows) or Option.
  if (mayChange && key === '@') return 'owner'
  if (mayChange && key === '/') return 'commands'
  if (alt) {
    if (!mayChange || mod || shift) return null
    return key === 'ArrowUp' ? 'moveUp' : key === 'ArrowDown' ? 'moveDown' : null
  }
  if (mod) return key === 'Enter' && mayChange ? 'complete' : isLetter(key, 'a') ? 'selectPlan' : null
  switch (key) {
    case 'ArrowUp':
      return 'rowAbove'
    case 'ArrowDown':
      return 'rowBelow'
    case 'Home':
      return 'firstRow'
    case 'End':
      return 'lastRow'
    case 'ArrowRight':
      return kind === 'add' ? null : 'unfold'
    case 'ArrowLeft':
      return 'fold'
  }
  if (kind !== 'add' && (key === 'c' || key === 'C')) return 'comment'
  // On an "add" line Enter and Space press the button, as everywhere.
  if (!mayChange) return null
  switch (key) {
    case 'Enter':
      return shift ? null : 'addBelow'
    case ' ':
      return 'complete'
    case 'F2':
      return 'write'
    case 'd':
    case 'D':
      return 'due'
    case 'ContextMenu':
      return 'menu'
    case 'F10':
      return shift ? 'menu' : null
    default:
      return null
  }
}

function inText({ key, mod, alt, shift }: KeyPress, place: KeyPlace): OutlineCommand | null {
  const { kind, part, empty } = place
  if (key === '/' && part === 'title' && place.atWord) return 'commands'
  if (alt) return mod || shift ? null : key === 'ArrowUp' ? 'moveUp' : key === 'ArrowDown' ? 'moveDown' : null
  // The first Mod+A is the field's own; where nothing is left to select there, it takes the whole plan.
  if (mod) return key === 'Enter' ? 'complete' : isLetter(key, 'a') && place.allSelected ? 'selectPlan' : null
  switch (key) {
    case 'Enter':
      if (shift) return 'nothing'
      return kind === 'step' && empty ? 'leaveList' : 'addBelow'
    case 'Tab':
      if (part !== 'title') return null
      if (kind === 'milestone') return shift ? 'nothing' : 'indent'
      return shift ? 'outdent' : 'nothing'
    case 'Escape':
      return 'leaveText'
    case 'Backspace':
      return part === 'title' && empty ? 'removeEmpty' : null
    case 'ArrowUp':
      return !shift && place.atStart ? 'textAbove' : null
    case 'ArrowDown':
      return !shift && place.atEnd ? 'textBelow' : null
    default:
      return null
  }
}

/** With Caps Lock on it is a capital. */
function isLetter(key: string, letter: string): boolean {
  return key.toLowerCase() === letter
}
