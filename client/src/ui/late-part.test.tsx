// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { latePart } from './late-part.tsx'

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const Part = ({ word }: { readonly word: string }) => <p>{word}</p>

test('a part that cannot be fetched says so, takes nothing along, and is fetched when it is opened again', async () => {
  let isOnline = false
  const Late = latePart(async () => {
    await Promise.resolve()
    if (!isOnline) throw new TypeError('Failed to fetch dynamically imported module')
    return Part
  })
  await Late.preload()
  const page = render(
    <>
      <h1>The page</h1>
      <Late word="here" />
    </>,
  )
  expect((await screen.findByRole('alert')).textContent).toContain('has not arrived yet')
  expect(screen.getByRole('heading', { name: 'The page' })).toBeTruthy()
  page.unmount()

  isOnline = true
  render(<Late word="here" />)
  expect(await screen.findByText('here')).toBeTruthy()
})

test('once it is here it is drawn at once', async () => {
  const Late = latePart(() => Promise.resolve(Part))
  await Late.preload()
  render(<Late word="at once" />)
  expect(screen.getByText('at once')).toBeTruthy()
})

test('what goes wrong inside of it is not taken for a missing part', async () => {
  const Late = latePart(() =>
    Promise.resolve(() => {
      throw new Error('broken inside')
    }),
  )
  await Late.preload()
  expect(() => render(<Late />)).toThrow('broken inside')
})
