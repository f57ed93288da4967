import { expect, test } from 'vitest'
import { outlineCommand, type KeyPlace } from './outline-keys.ts'

/** 'Alt+ArrowUp' as a press. */
function press(keys: string, composing = false) {
  const parts = keys.split('+')
  const key = parts.pop() ?? ''
  return {
    key: key === 'Space' ? ' ' : key,
    mod: parts.includes('Mod'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    composing,
  }
}

function place(text: string): KeyPlace {
  const words = text.split(' ')
  return {
    kind: words.includes('step') ? 'step' : words.includes('add') ? 'add' : 'milestone',
    part: words.includes('title')
      ? 'title'
      : words.includes('benefit')
        ? 'benefit'
        : words.includes('control')
          ? 'control'
          : 'row',
    canEdit: !words.includes('reader'),
    empty: words.includes('empty'),
    atStart: words.includes('start'),
    atEnd: words.includes('end'),
  }
}

test.each([
  ['Enter', 'milestone title', 'addBelow'],
  ['Enter', 'milestone benefit', 'addBelow'],
  ['Enter', 'milestone row', 'addBelow'],
  ['Enter', 'step title', 'addBelow'],
  ['Enter', 'step title empty', 'leaveList'],
  ['Enter', 'milestone title empty', 'addBelow'],
  ['Shift+Enter', 'milestone title', 'nothing'],
  ['Enter', 'add row', null],
  ['Tab', 'milestone title', 'indent'],
  ['Shift+Tab', 'step title', 'outdent'],
  ['Tab', 'step title', 'nothing'],
  ['Shift+Tab', 'milestone title', 'nothing'],
  ['Tab', 'milestone benefit', null],
  ['Tab', 'milestone row', null],
  ['Shift+Tab', 'step row', null],
  ['Alt+ArrowUp', 'milestone row', 'moveUp'],
  ['Alt+ArrowDown', 'step title', 'moveDown'],
  ['Alt+ArrowDown', 'milestone row reader', null],
  ['Space', 'milestone row', 'complete'],
  ['Space', 'step row', 'complete'],
  ['Space', 'milestone title', null],
  ['Space', 'add row', null],
  ['Mod+Enter', 'milestone title', 'complete'],
  ['Mod+Enter', 'step row', 'complete'],
  ['ArrowRight', 'milestone row', 'unfold'],
  ['ArrowLeft', 'milestone row', 'fold'],
  ['ArrowRight', 'milestone row reader', 'unfold'],
  ['ArrowUp', 'step row', 'rowAbove'],
  ['ArrowDown', 'step row reader', 'rowBelow'],
  ['ArrowUp', 'step title start', 'textAbove'],
  ['ArrowUp', 'step title end', null],
  ['ArrowDown', 'milestone title end', 'textBelow'],
  ['Shift+ArrowDown', 'milestone title end', null],
  ['Escape', 'milestone title', 'leaveText'],
  ['Escape', 'milestone row', null],
  ['d', 'milestone row', 'due'],
  ['D', 'step row', 'due'],
  ['d', 'milestone title', null],
  ['Mod+d', 'milestone row', null],
  ['@', 'step row', 'owner'],
  ['@', 'step title', null],
  ['F2', 'milestone row', 'write'],
  ['Shift+F10', 'milestone row', 'menu'],
  ['Backspace', 'milestone title empty', 'removeEmpty'],
  ['Backspace', 'milestone title', null],
  ['Backspace', 'milestone benefit empty', null],
  ['Home', 'step row', 'firstRow'],
  ['End', 'step row', 'lastRow'],
  ['x', 'milestone row', null],
])('%s on a %s: %s', (keys, where, expected) => {
  expect(outlineCommand(press(keys), place(where))).toBe(expected)
})

test.each(['Enter', 'Space', 'd', '@', 'Alt+ArrowUp', 'Mod+Enter', 'F2', 'Shift+F10'])(
  '%s changes nothing for a reader',
  (keys) => {
    expect(outlineCommand(press(keys), place('milestone row reader'))).toBe(null)
  },
)

test('a key that belongs to an input method is left to it', () => {
  expect(outlineCommand(press('Enter', true), place('milestone title'))).toBe(null)
})

test('a button inside a line keeps its keys', () => {
  expect(outlineCommand(press('Space'), place('milestone control'))).toBe(null)
})
