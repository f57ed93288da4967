// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LiveRegionProvider } from '../../ui/LiveRegion.tsx'
import { useSaid } from './use-said.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const onNone = vi.fn<() => void>()

function News({ count }: { readonly count: number }) {
  useSaid(count, `${count} changes`, onNone)
  return null
}

const page = (count: number) => (
  <LiveRegionProvider>
    <News count={count} />
  </LiveRegionProvider>
)

function said(): string {
  act(() => void vi.advanceTimersByTime(20_000))
  return document.querySelector('[data-announces="remote"]')?.textContent ?? ''
}

test('news that come in two parts are told as what they are together, and fewer of them are not told again', () => {
  const { rerender } = render(page(1))
  expect(said()).toBe('1 changes')
  rerender(page(4))
  expect(said()).toBe('4 changes')
  rerender(page(3))
  expect(said()).toBe('4 changes')
  expect(onNone).not.toHaveBeenCalled()
  rerender(page(0))
  expect(onNone).toHaveBeenCalledOnce()
})
