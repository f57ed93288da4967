// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { DateField, type DateFieldProps } from './DateField.tsx'
import { DayProvider } from './DayProvider.tsx'

afterEach(cleanup)

const words = { today: '2026-06-17', format: (day: string) => `<${day}>`, monthFirst: false, locale: 'en-GB' }

function setup(props: Partial<DateFieldProps> = {}) {
  const changes: (string | null)[] = []
  const onDone = vi.fn<() => void>()
  function Field() {
    const [value, setValue] = useState<string | null>(props.value === undefined ? '2026-09-21' : props.value)
    return (
      <DayProvider words={words}>
        <DateField
          label="Go-live"
          onDone={onDone}
          {...props}
          value={value}
          onChange={(next) => {
            changes.push(next)
            setValue(next)
          }}
        />
      </DayProvider>
    )
  }
  render(<Field />)
  return { changes, onDone }
}

const input = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Go-live' })
const type = (text: string) => fireEvent.change(input(), { target: { value: text } })
const note = () => document.getElementById(input().getAttribute('aria-describedby') ?? '')?.textContent

test('a typed day is understood while one types and kept with Enter', () => {
  const { changes, onDone } = setup()
  expect(input().value).toBe('<2026-09-21>')
  type('28 sep')
  expect(note()).toBe('<2026-09-28>')
  expect(changes).toEqual([])
  fireEvent.keyDown(input(), { key: 'Enter' })
  expect(changes).toEqual(['2026-09-28'])
  expect(input().value).toBe('<2026-09-28>')
  expect(onDone).toHaveBeenCalledTimes(1)
})

test('leaving the field keeps it too, and the same day is no change', () => {
  const { changes } = setup()
  type('21 sep')
  fireEvent.blur(input())
  expect(changes).toEqual([])
  type('fri')
  fireEvent.blur(input())
  expect(changes).toEqual(['2026-06-19'])
})

test('what is no day is said and stays to be mended; Esc brings the old one back', () => {
  const { changes, onDone } = setup()
  type('soon')
  fireEvent.keyDown(input(), { key: 'Enter' })
  expect(input().getAttribute('aria-invalid')).toBe('true')
  expect(note()).toBe('“soon” is not a day. Try 21 Sep, Fri or +5.')
  expect(input().value).toBe('soon')
  fireEvent.keyDown(input(), { key: 'Escape' })
  expect(input().value).toBe('<2026-09-21>')
  expect(input().getAttribute('aria-invalid')).toBeNull()
  expect([changes, onDone.mock.calls]).toEqual([[], []])
})

test('an emptied field clears the day, where it may be empty', () => {
  const { changes } = setup()
  type('')
  fireEvent.keyDown(input(), { key: 'Enter' })
  expect(changes).toEqual([null])
  cleanup()
  const kept = setup({ clearable: false })
  type('')
  fireEvent.keyDown(input(), { key: 'Enter' })
  expect(kept.changes).toEqual([])
  expect(input().value).toBe('<2026-09-21>')
})

test('for what is over, a day to come is refused in words', () => {
  const { changes } = setup({ value: null, latest: '2026-06-17' })
  type('20 june 2026')
  fireEvent.keyDown(input(), { key: 'Enter' })
  expect(note()).toBe('<2026-06-20> has not come yet.')
  type('mon')
  fireEvent.keyDown(input(), { key: 'Enter' })
  expect(changes).toEqual(['2026-06-15'])
})

test('the calendar is there on demand, shows the day, and a press keeps another', async () => {
  const { changes } = setup({ marked: new Map([['2026-09-30', 'Contract ends']]) })
  fireEvent.click(screen.getByRole('button', { name: 'Go-live: open the calendar' }))
  const grid = await screen.findByRole('grid')
  expect(within(grid).getByRole('button', { name: /21 September 2026 selected/u })).toBeTruthy()
  expect(within(grid).getByText(/Contract ends/u)).toBeTruthy()
  fireEvent.click(within(grid).getByRole('button', { name: /28 September 2026/u }))
  expect(changes).toEqual(['2026-09-28'])
  await waitFor(() => expect(screen.queryByRole('grid')).toBeNull())
})

test('the calendar can take the day away', async () => {
  const { changes } = setup()
  fireEvent.click(screen.getByRole('button', { name: 'Go-live: open the calendar' }))
  fireEvent.click(await screen.findByRole('button', { name: 'No date' }))
  expect(changes).toEqual([null])
})
