// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useNowAndThen } from './use-now-and-then.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const drawn: number[] = []
function Shown({ value, isBusy }: { readonly value: number; readonly isBusy: boolean }) {
  const shown = useNowAndThen(value, isBusy)
  drawn.push(shown)
  return <p>{shown}</p>
}
const text = () => screen.getByRole('paragraph').textContent

test('calm, a value is shown at once; busy, it is shown now and then, and the last one when it is calm again', () => {
  const { rerender } = render(<Shown value={1} isBusy={false} />)
  rerender(<Shown value={2} isBusy={false} />)
  expect(text()).toBe('2')
  // What was shown while it was calm stays where the rush begins.
  rerender(<Shown value={2} isBusy />)
  drawn.length = 0
  for (let value = 3; value <= 20; value += 1) rerender(<Shown value={value} isBusy />)
  expect([text(), new Set(drawn)]).toEqual(['2', new Set([2])])
  act(() => void vi.advanceTimersByTime(1_000))
  expect(text()).toBe('20')
  rerender(<Shown value={21} isBusy />)
  expect(text()).toBe('20')
  rerender(<Shown value={22} isBusy={false} />)
  expect(text()).toBe('22')
})
