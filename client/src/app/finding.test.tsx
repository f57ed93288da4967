// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DeviceProvider, type Device } from '../hooks/device-context.tsx'
import { useActions } from '../hooks/use-actions.ts'
import { LinkProvider } from '../ui/Link.tsx'
import { FindingProvider, preloadFinding, useKeyPage } from './FindingProvider.tsx'
import { keyGroupsOf } from './KeySheet.tsx'
import type { KeyPage } from './page-keys.ts'
import { SearchButton } from './SearchButton.tsx'
import { showTheme } from './theme.ts'

beforeAll(preloadFinding)
beforeEach(() => {
  history.replaceState(null, '', '/p/two')
  showTheme('system')
})
afterEach(cleanup)

const PLANS = [
  { planId: 'one', page: 'plan', title: 'Invoices match', buyer: 'Halden Foods', seller: 'Quillmark' },
  { planId: 'two', page: 'view', title: '', buyer: 'Norrvik', seller: 'Quillmark' },
]

interface Done {
  readonly navigated: string[]
  readonly did: string[]
}

function show(page: KeyPage = 'edit'): Done {
  const done: Done = { navigated: [], did: [] }
  let used: readonly string[] = []
  const device = {
    plans: { get: () => PLANS, subscribe: () => () => undefined },
    local: () => ({
      get: () => used,
      set: (next: readonly string[]) => (used = next),
      subscribe: () => () => undefined,
    }),
  }
  function Page() {
    useKeyPage(page)
    const [value, setValue] = useState('')
    useActions(() => [
      { id: 'row:1', kind: 'milestone', label: 'Numbers agreed', run: () => done.did.push('row') },
      { id: 'agenda', kind: 'action', label: `Agenda ${value}`.trim(), run: () => done.did.push(focused()) },
    ])
    return (
      <>
        <SearchButton />
        <input aria-label="A text" value={value} onChange={(event) => setValue(event.currentTarget.value)} />
      </>
    )
  }
  render(
    <DeviceProvider device={device as unknown as Device}>
      <LinkProvider navigate={(href) => done.navigated.push(href)}>
        <FindingProvider>
          <Page />
        </FindingProvider>
      </LinkProvider>
    </DeviceProvider>,
  )
  return done
}

const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName ?? ''
const press = (key: string, held: { readonly ctrlKey?: boolean; readonly shiftKey?: boolean } = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...held })
const field = () => screen.queryByRole('combobox')
const type = (text: string) => fireEvent.change(field()!, { target: { value: text } })
const options = () => screen.getAllByRole('option').map((option) => option.textContent)
const text = () => {
  const area = screen.getByRole('textbox', { name: 'A text' })
  act(() => area.focus())
  return area
}

describe('the palette', () => {
  test('opens with its key in a text as well, and Escape gives the text back', () => {
    show()
    text()
    press('k', { ctrlKey: true })
    expect(document.activeElement).toBe(field())
    press('Escape')
    expect(field()).toBe(null)
  })

  test('opens from the bar', () => {
    show()
    fireEvent.click(screen.getByRole('button', { name: 'Search' }))
    expect(field()).not.toBe(null)
  })

  test('lists what the page can do at that moment, the ways out and the other plans', () => {
    show()
    fireEvent.change(text(), { target: { value: 'of today' } })
    press('k', { ctrlKey: true })
    expect(options()).toEqual([
      'Numbers agreed',
      'Agenda of today',
      'All plans',
      'New plan',
      'Templates',
      'Appearance: as this device',
      'Appearance: light',
      'Appearance: dark',
      'All keys?',
      'Invoices matchHalden Foods and Quillmark',
    ])
  })

  test('arrows walk it, Enter acts: off the page first, the keyboard where it was', () => {
    const { did } = show()
    text()
    press('k', { ctrlKey: true })
    press('ArrowDown')
    press('Enter')
    expect(field()).toBe(null)
    expect(did).toEqual(['A text'])
  })

  test('what was used lately comes first the next time', () => {
    const { navigated } = show()
    press('k', { ctrlKey: true })
    type('inv match')
    press('Enter')
    expect(navigated).toEqual(['/p/one'])
    press('k', { ctrlKey: true })
    expect(options()[0]).toContain('Invoices match')
    expect(within(screen.getByRole('group', { name: 'Recent' })).getAllByRole('option')).toHaveLength(1)
  })

  test('says where nothing is found', () => {
    show()
    press('k', { ctrlKey: true })
    type('zebra')
    expect(screen.getByRole('status').textContent).toBe('Nothing here is called that')
    press('Enter')
    expect(field()).not.toBe(null)
  })

  test('changes the look', () => {
    show()
    press('k', { ctrlKey: true })
    type('dark')
    press('Enter')
    expect(document.documentElement.dataset['theme']).toBe('dark')
  })

  test('its key closes it again, and opens nothing over another panel', () => {
    show()
    press('k', { ctrlKey: true })
    press('k', { ctrlKey: true })
    expect(field()).toBe(null)
    press('?')
    expect(screen.getByRole('dialog', { name: 'Keys' })).toBeTruthy()
    press('k', { ctrlKey: true })
    expect(field()).toBe(null)
  })
})

describe('the sheet of keys', () => {
  test('opens with ? outside of texts, and from the palette', () => {
    show()
    text()
    press('?')
    expect(screen.queryByRole('dialog')).toBe(null)
    act(() => (document.activeElement as HTMLElement).blur())
    press('?')
    expect(screen.getByRole('dialog', { name: 'Keys' })).toBeTruthy()
    cleanup()
    show()
    press('k', { ctrlKey: true })
    type('all keys')
    press('Enter')
    expect(screen.getByRole('dialog', { name: 'Keys' })).toBeTruthy()
  })

  test('says its keys in words to those who hear it', () => {
    show()
    press('?')
    const everywhere = screen.getByRole('region', { name: 'Everywhere' })
    expect(everywhere.textContent).toContain('Control KFind plans')
  })

  test.each<[KeyPage, readonly string[]]>([
    ['edit', ['Everywhere', 'On a line of the plan', 'In a title or benefit']],
    ['read', ['Everywhere', 'On a line of the plan']],
    ['plans', ['Everywhere', 'List of plans']],
    ['other', ['Everywhere']],
  ])('on a page to %s it lists what works there', (page, titles) => {
    show(page)
    press('?')
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual(titles)
  })

  test('tells a reader nothing that changes a plan, and a commenter where comments are', () => {
    const keysOf = (page: KeyPage) => keyGroupsOf(page).flatMap(({ lines }) => lines.flatMap(({ keys }) => keys))
    expect(keysOf('read')).toEqual([
      'Mod+K',
      '?',
      'F6',
      'ArrowUp',
      'ArrowDown',
      'ArrowRight',
      'ArrowLeft',
      'Home',
      'End',
      'Mod+A',
    ])
    expect(keysOf('comment')).toEqual([...keysOf('read'), 'C'])
    expect(keysOf('edit')).toContain('Mod+Z')
  })
})
