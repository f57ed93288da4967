import { describe, expect, test } from 'vitest'
import { ROW_KEYS, TEXT_KEYS, type KeyLine } from './outline-key-list.ts'
import { outlineCommand, type KeyPlace, type OutlineCommand } from './outline-keys.ts'

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
    atWord: words.includes('word') || words.includes('empty'),
    allSelected: words.includes('selected') || words.includes('empty'),
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
  ['/', 'milestone row', 'commands'],
  ['/', 'step row', 'commands'],
  ['/', 'add row', null],
  ['/', 'milestone title word', 'commands'],
  ['/', 'step title empty', 'commands'],
  ['/', 'milestone title', null],
  ['/', 'milestone benefit word', null],
  ['Shift+/', 'milestone title word', 'commands'],
  // AltGr: Ctrl and Alt to a browser on Windows, Option on a Mac.
  ['Mod+Alt+@', 'step row', 'owner'],
  ['Alt+@', 'milestone row', 'owner'],
  ['Alt+/', 'milestone title word', 'commands'],
  ['Mod+a', 'milestone title', null],
  ['Mod+a', 'milestone title selected', 'selectPlan'],
  ['Mod+A', 'milestone benefit selected', 'selectPlan'],
  ['a', 'milestone title selected', null],
  ['Mod+a', 'milestone row', 'selectPlan'],
  ['Mod+a', 'step row reader', 'selectPlan'],
])('%s on a %s: %s', (keys, where, expected) => {
  expect(outlineCommand(press(keys), place(where))).toBe(expected)
})

test.each(['Enter', 'Space', 'd', '@', '/', 'Mod+Alt+@', 'Alt+ArrowUp', 'Mod+Enter', 'F2', 'Shift+F10'])(
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

describe('the keys that are shown are the keys that work', () => {
  /** Where each group's keys are pressed; a key that works in one place only is found there. */
  const ROWS = ['milestone row', 'step row']
  const TEXTS = ['milestone title', 'step title', 'milestone title word', 'milestone title start end selected']
  const shown = [
    ...ROW_KEYS.map((line) => ({ line, places: ROWS })),
    ...TEXT_KEYS.map((line) => ({ line, places: TEXTS })),
  ]
  const pressed = (keys: string, places: readonly string[]) =>
    places.map((at) => outlineCommand(press(keys), place(at)))
  const commandsOf = (line: KeyLine) =>
    line.keys.map((keys, at) => ({ keys, command: line.commands[at] ?? line.commands[0] }))

  test.each(shown.flatMap(({ line, places }) => commandsOf(line).map((one) => ({ ...one, does: line.does, places }))))(
    '$keys: $does',
    ({ keys, command, places }) => {
      expect(pressed(keys, places)).toContain(command)
    },
  )

  test.each(ROW_KEYS.filter(({ alsoFor }) => alsoFor === 'readers'))('$keys for a reader too', (line) => {
    for (const { keys, command } of commandsOf(line))
      expect(outlineCommand(press(keys), place('milestone row reader'))).toBe(command)
  })

  test.each(ROW_KEYS.filter(({ alsoFor }) => alsoFor === undefined))('$keys for nobody who reads', (line) => {
    for (const { keys } of commandsOf(line))
      expect(outlineCommand(press(keys), place('milestone row reader'))).toBe(null)
  })

  test('and every command with a key is shown', () => {
    /** Commands that no key of their own leads to, or that are what a key does anyway. */
    const unshown: readonly OutlineCommand[] = ['nothing', 'removeEmpty', 'leaveList']
    const keys = [
      'Enter',
      'Tab',
      'Escape',
      'Backspace',
      'Space',
      'F2',
      'F10',
      'ContextMenu',
      'Home',
      'End',
      '@',
      '/',
      '?',
    ]
    const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']
    const letters = [...'abcdefghijklmnopqrstuvwxyz']
    const presses = [...keys, ...arrows, ...letters].flatMap((key) =>
      ['', 'Mod+', 'Alt+', 'Shift+', 'Mod+Shift+', 'Alt+Shift+'].map((held) => held + key),
    )
    const places = [...ROWS, ...TEXTS, 'milestone benefit', 'step title empty', 'add row']
    const works = new Set(presses.flatMap((keysPressed) => pressed(keysPressed, places)).filter((one) => one !== null))
    const listed = new Set(shown.flatMap(({ line }) => line.commands))
    expect([...works].filter((one) => !unshown.includes(one)).toSorted()).toEqual([...listed].toSorted())
  })
})
