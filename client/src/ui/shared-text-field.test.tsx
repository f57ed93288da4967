// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createRef, useSyncExternalStore } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  SharedTextField,
  type RemoteCaret,
  type SharedTextFieldHandle,
  type SharedTextFieldProps,
} from './SharedTextField.tsx'
import { applySplice } from './text-splice.ts'

afterEach(cleanup)

/** A text as the plan holds it: local and remote splices, a gate that may be shut. */
function sharedText(value: string, { locked = false } = {}) {
  let text = value
  let carets: readonly RemoteCaret[] = []
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((listener) => listener())
  const store = {
    splices: [] as { at: number; remove: number; insert: string }[],
    carets: [] as (readonly [number, number] | 'left')[],
    get value() {
      return text
    },
    remote(at: number, remove: number, insert: string) {
      act(() => {
        text = applySplice(text, { at, remove, insert })
        tell()
      })
    },
    others(next: readonly RemoteCaret[]) {
      act(() => {
        carets = next
        tell()
      })
    },
  }
  let snapshot = { text, carets }
  function Field(props: Partial<SharedTextFieldProps>) {
    const { text: shown, carets: seen } = useSyncExternalStore(
      (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      () => {
        if (snapshot.text !== text || snapshot.carets !== carets) snapshot = { text, carets }
        return snapshot
      },
    )
    return (
      <SharedTextField
        label="Title"
        {...props}
        shared={{
          value: shown,
          carets: seen,
          splice(at, remove, insert) {
            store.splices.push({ at, remove, insert })
            if (locked) return
            text = applySplice(text, { at, remove, insert })
            tell()
          },
          onCaret: (at, head) => store.carets.push([at, head]),
          onLeave: () => store.carets.push('left'),
        }}
      />
    )
  }
  return { store, Field }
}

function field(): HTMLTextAreaElement {
  return screen.getByRole('textbox', { name: 'Title' })
}

/** What a browser does for one change of a text: the value, the caret behind what was typed, the event. */
function typeOver(start: number, end: number, insert: string) {
  const area = field()
  area.setRangeText(insert, start, end, 'end')
  fireEvent.input(area)
}

function press(key: string, more: Partial<KeyboardEventInit> = {}): boolean {
  return !fireEvent.keyDown(field(), { key, ...more })
}

describe('typing', () => {
  test('is one splice where the caret was', () => {
    const { store, Field } = sharedText('aab')
    render(<Field />)
    field().focus()
    typeOver(1, 1, 'a')
    expect(store.splices).toEqual([{ at: 1, remove: 0, insert: 'a' }])
    typeOver(0, 4, 'x')
    expect(store.value).toBe('x')
    expect(field().value).toBe('x')
  })

  test('line breaks of a paste become spaces', () => {
    const { store, Field } = sharedText('')
    render(<Field />)
    typeOver(0, 0, 'one\ntwo\u2028three')
    expect(store.value).toBe('one two three')
    expect(field().value).toBe('one two three')
    expect(field().selectionStart).toBe(13)
  })

  test('what the plan does not take goes away again', () => {
    const { store, Field } = sharedText('fixed', { locked: true })
    render(<Field />)
    typeOver(5, 5, '!')
    expect(store.value).toBe('fixed')
    expect(field().value).toBe('fixed')
  })

  test('a line break that a foreign client wrote keeps its place', () => {
    const { store, Field } = sharedText('a\nb')
    render(<Field />)
    expect(field().value).toBe('a b')
    typeOver(3, 3, 'c')
    expect(store.value).toBe('a\nbc')
  })
})

describe('what others write', () => {
  test('keeps the caret with its letter', () => {
    const { store, Field } = sharedText('one two')
    render(<Field />)
    field().focus()
    field().setSelectionRange(4, 7, 'backward')
    store.remote(0, 0, 'ONE ')
    expect(field().value).toBe('ONE one two')
    expect([field().selectionStart, field().selectionEnd, field().selectionDirection]).toEqual([8, 11, 'backward'])
    store.remote(0, 11, 'gone')
    expect(field().value).toBe('gone')
  })

  test('takes no focus', () => {
    const { store, Field } = sharedText('one')
    render(<Field />)
    store.remote(3, 0, ' two')
    expect(document.activeElement).toBe(document.body)
  })
})

describe('while an input method composes', () => {
  test('what others write waits, and both are kept', () => {
    const { store, Field } = sharedText('plan')
    render(<Field />)
    field().focus()
    field().setSelectionRange(4, 4)
    fireEvent.compositionStart(field())
    typeOver(4, 4, 'k')
    store.remote(0, 0, 'the ')
    expect(field().value).toBe('plank')
    typeOver(5, 5, 'a')
    expect(field().value).toBe('planka')
    typeOver(4, 6, 'か')
    expect(field().value).toBe('planか')
    store.remote(0, 3, 'our')
    expect(field().value).toBe('planか')
    fireEvent.compositionEnd(field())
    expect(store.value).toBe('our planか')
    expect(field().value).toBe('our planか')
    expect(field().selectionStart).toBe(9)
  })

  test('its keys are its own', () => {
    const { Field } = sharedText('a')
    const onEnter = vi.fn<NonNullable<SharedTextFieldProps['onEnter']>>()
    render(<Field onEnter={onEnter} />)
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true })
    fireEvent.keyDown(field(), { key: 'Enter', keyCode: 229 })
    expect(onEnter).not.toHaveBeenCalled()
  })

  test('leaving the field ends it', () => {
    const { store, Field } = sharedText('a')
    render(<Field />)
    field().focus()
    fireEvent.compositionStart(field())
    typeOver(1, 1, 'b')
    store.remote(0, 0, 'x')
    fireEvent.blur(field())
    expect(field().value).toBe('xab')
  })
})

describe('keys', () => {
  test('Enter never breaks the line, and says where it was pressed', () => {
    const { Field } = sharedText('abc')
    const onEnter = vi.fn<NonNullable<SharedTextFieldProps['onEnter']>>()
    render(<Field onEnter={onEnter} />)
    field().focus()
    field().setSelectionRange(1, 1)
    expect(press('Enter')).toBe(true)
    expect(press('Enter', { shiftKey: true })).toBe(true)
    expect(press('Enter', { ctrlKey: true })).toBe(true)
    expect(onEnter.mock.calls.map(([place]) => place)).toEqual([
      { value: 'abc', at: 1, head: 1, shift: false },
      { value: 'abc', at: 1, head: 1, shift: true },
    ])
  })

  test('Tab stays only where it did something', () => {
    const { Field } = sharedText('abc')
    const { rerender } = render(<Field onTab={({ shift }) => !shift} />)
    field().focus()
    expect(press('Tab')).toBe(true)
    expect(press('Tab', { shiftKey: true })).toBe(false)
    rerender(<Field />)
    expect(press('Tab')).toBe(false)
  })

  test('arrows leave at the edges, and nowhere while something is selected', () => {
    const { Field } = sharedText('abc')
    const onArrowOut = vi.fn<(...args: readonly unknown[]) => boolean>(() => true)
    render(<Field onArrowOut={onArrowOut} />)
    field().focus()
    field().setSelectionRange(1, 1)
    expect(press('ArrowUp')).toBe(true)
    expect(press('ArrowDown')).toBe(true)
    expect(press('ArrowDown', { shiftKey: true })).toBe(false)
    field().setSelectionRange(0, 2)
    expect(press('ArrowDown')).toBe(false)
    expect(onArrowOut.mock.calls.map((call: readonly unknown[]) => call[0])).toEqual(['up', 'down'])
  })

  test('Backspace at the very start is the caller’s', () => {
    const { Field } = sharedText('abc')
    const onBackspaceAtStart = vi.fn<(...args: readonly unknown[]) => boolean>(() => true)
    render(<Field onBackspaceAtStart={onBackspaceAtStart} />)
    field().focus()
    field().setSelectionRange(0, 0)
    expect(press('Backspace')).toBe(true)
    field().setSelectionRange(0, 2)
    expect(press('Backspace')).toBe(false)
    field().setSelectionRange(1, 1)
    expect(press('Backspace')).toBe(false)
    expect(onBackspaceAtStart).toHaveBeenCalledTimes(1)
  })

  test('undo is the plan’s, by key and by the browser’s own menu', () => {
    const { Field } = sharedText('abc')
    const onUndo = vi.fn<() => void>()
    const onRedo = vi.fn<() => void>()
    render(<Field onUndo={onUndo} onRedo={onRedo} />)
    expect(press('z', { ctrlKey: true })).toBe(true)
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe(true)
    expect(press('y', { ctrlKey: true })).toBe(true)
    expect([onUndo.mock.calls.length, onRedo.mock.calls.length]).toEqual([1, 2])
    expect(press('z')).toBe(false)
    const before = new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true })
    fireEvent(field(), before)
    expect(before.defaultPrevented).toBe(true)
    expect(onUndo).toHaveBeenCalledTimes(2)
  })

  test('Escape is told, other keys come by first and can be taken', () => {
    const { Field } = sharedText('abc')
    const onEscape = vi.fn<() => void>()
    const onEnter = vi.fn<NonNullable<SharedTextFieldProps['onEnter']>>()
    const onKeyDown = vi.fn<NonNullable<SharedTextFieldProps['onKeyDown']>>((event) => {
      if (event.key === 'Enter' && event.ctrlKey) event.preventDefault()
    })
    render(<Field onEscape={onEscape} onEnter={onEnter} onKeyDown={onKeyDown} />)
    press('Escape')
    press('Enter', { ctrlKey: true })
    expect(onEscape).toHaveBeenCalledTimes(1)
    expect(onEnter).not.toHaveBeenCalled()
    expect(onKeyDown).toHaveBeenCalledTimes(2)
  })
})

describe('carets', () => {
  test('one’s own is told once for each place, and taken back on leaving', () => {
    const { store, Field } = sharedText('abc')
    render(<Field />)
    field().focus()
    // React tells of no selection while a button is down, wherever it went down.
    fireEvent.mouseUp(field())
    field().setSelectionRange(1, 3, 'backward')
    fireEvent.select(field())
    fireEvent.select(field())
    fireEvent.blur(field())
    expect(store.carets.filter((caret) => caret !== 'left')).toContainEqual([3, 1])
    expect(store.carets.filter((caret) => Array.isArray(caret) && caret[0] === 3)).toHaveLength(1)
    expect(store.carets.at(-1)).toBe('left')
  })

  test('goes with the field', () => {
    const { store, Field } = sharedText('abc')
    const { unmount } = render(<Field />)
    field().focus()
    unmount()
    expect(store.carets.at(-1)).toBe('left')
  })

  test('others’ stand between the letters and change no text', () => {
    const { store, Field } = sharedText('one two')
    const { container } = render(<Field />)
    store.others([
      { at: 0, head: 3, name: 'Dana', side: 'seller' },
      { at: 7, head: 7, name: 'Marek', side: 'buyer' },
      { at: 99, head: -4, name: 'Odd', side: 'buyer' },
    ])
    const mirror = container.querySelector('[aria-hidden="true"]')
    const names = [...container.querySelectorAll('[data-name]')].map((flag) => flag.getAttribute('data-name'))
    expect(names.toSorted()).toEqual(['Dana', 'Marek', 'Odd'])
    expect(mirror?.textContent?.replace('\u200b', '')).toBe('one two')
    expect(field().value).toBe('one two')
  })
})

describe('for somebody who may only read', () => {
  test('it is words, not a control', () => {
    const { Field } = sharedText('one two')
    render(<Field readOnly />)
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByText('one two')).toBeTruthy()
  })
})

test('focus goes where it is asked', () => {
  const { Field } = sharedText('abc')
  const handle = createRef<SharedTextFieldHandle>()
  render(<Field ref={handle} />)
  handle.current?.focus('start')
  expect([field().selectionStart, field().selectionEnd]).toEqual([0, 0])
  handle.current?.focus('all')
  expect([field().selectionStart, field().selectionEnd]).toEqual([0, 3])
  handle.current?.focus(99)
  expect(field().selectionStart).toBe(3)
  expect(document.activeElement).toBe(field())
})
