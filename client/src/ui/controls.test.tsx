// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Avatar } from './Avatar.tsx'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Checkbox } from './Checkbox.tsx'
import { Dialog, DialogBody } from './Dialog.tsx'
import { Explained } from './Explained.tsx'
import { Link, LinkProvider } from './Link.tsx'
import { LiveRegionProvider, useAnnounce } from './LiveRegion.tsx'
import { Menu } from './Menu.tsx'
import { OwnerChip } from './OwnerChip.tsx'
import { Popover } from './Popover.tsx'
import { Ring } from './Ring.tsx'
import { SearchMenu } from './SearchMenu.tsx'
import { Select } from './Select.tsx'
import { Stone } from './Stone.tsx'
import { ToastProvider, TOAST_TIME, useToast } from './Toast.tsx'
import { WordCount } from './WordCount.tsx'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const CFO = 'CFO'
const COUNSEL = 'General Counsel'

const said = (element: HTMLElement) => element.textContent

describe('marks say in words what they show', () => {
  test.each([
    [4, 'moved the plan by +4d'],
    [-2, 'won back −2d'],
    [0, 'no change, 0d'],
  ])('a badge of %d', (days, words) => {
    render(<Badge days={days} />)
    expect(said(document.body)).toBe(words)
  })
  test('a stone, a ring, a count of words', () => {
    const { container } = render(
      <>
        <Stone number={3} state="now" /> <Stone number={1} state="done" /> <Ring done={3} total={5} />{' '}
        <WordCount words={24} /> <WordCount words={36} /> <WordCount words={41} />
      </>,
    )
    expect(said(container)).toBe(
      'Milestone 3, in progress Milestone 1, done 3/53 of 5 steps done 24 words, 6 to go 36 words 41 words, 1 over',
    )
  })
  test('an owner: company, role, name; and a question where nobody is named', () => {
    const { container, rerender } = render(
      <OwnerChip side="buyer" role={CFO} name="Astrid Nygaard" company="Halden Foods" />,
    )
    expect(said(container)).toBe('ANHalden Foods: CFO – Astrid Nygaard')
    rerender(<OwnerChip side="buyer" role={COUNSEL} name={null} company="Halden Foods" />)
    expect(said(container)).toBe('?Halden Foods: Who? General Counsel')
  })
  test('an avatar is named only where no words stand beside it', () => {
    render(<Avatar side="seller" name="Dana Okafor" label="Dana Okafor, you" />)
    expect(screen.getByRole('img', { name: 'Dana Okafor, you' }).textContent).toBe('DO')
  })
})

describe('a menu', () => {
  function setup(chosen?: string) {
    const picked: string[] = []
    const entry = (id: string, label: string) => ({ id, label, onAction: () => picked.push(id) })
    render(
      <Menu
        label="More"
        trigger={<Button>More</Button>}
        groups={[
          { entries: [entry('up', 'Move up'), entry('down', 'Move down')] },
          { title: 'Away', entries: [entry('remove', 'Remove')] },
          { title: 'Nothing', entries: [] },
        ]}
        {...(chosen === undefined ? {} : { chosen })}
      />,
    )
    return picked
  }
  const button = () => screen.getByRole('button', { name: 'More', hidden: true })
  const focused = () => document.activeElement?.getAttribute('data-label')

  test('says that it opens, opens on press, and begins at its first entry', () => {
    setup()
    expect(button().getAttribute('aria-haspopup')).toBe('menu')
    fireEvent.click(button())
    expect(button().getAttribute('aria-expanded')).toBe('true')
    expect(screen.getByRole('menu', { name: 'More' })).toBeTruthy()
    expect(screen.getAllByRole('group')).toHaveLength(2)
    expect(focused()).toBe('Move up')
  })

  test('the arrows walk, letters find, Home and End jump', () => {
    setup()
    fireEvent.click(button())
    const key = (name: string) => {
      fireEvent.keyDown(document.activeElement ?? document.body, { key: name })
      return focused()
    }
    expect(['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'm'].map(key)).toEqual([
      'Move down',
      'Remove',
      'Move up',
      'Remove',
      'Move up',
      'Remove',
      'Move up',
    ])
  })

  test('taking an entry does it, closes, and gives the focus back', async () => {
    const picked = setup()
    button().focus()
    fireEvent.keyDown(button(), { key: 'ArrowDown' })
    fireEvent.click(screen.getByRole('menuitem', { name: 'Remove' }))
    expect(picked).toEqual(['remove'])
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    await waitFor(() => expect(document.activeElement).toBe(button()))
  })

  test('Escape closes and does nothing', async () => {
    const picked = setup()
    fireEvent.click(button())
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    expect(picked).toEqual([])
  })

  test('of a choice, the one that stands is marked and has the focus', () => {
    setup('down')
    fireEvent.click(button())
    expect(screen.getByRole('menuitemradio', { name: 'Move down' }).getAttribute('aria-checked')).toBe('true')
    expect(focused()).toBe('Move down')
  })
})

test('a select says what stands and changes only to something else', async () => {
  const changed: string[] = []
  function Rights() {
    const [value, setValue] = useState<'view' | 'edit'>('view')
    return (
      <Select
        label="Access"
        value={value}
        onChange={(next) => {
          changed.push(next)
          setValue(next)
        }}
        options={[
          { value: 'view', label: 'Read-only' },
          { value: 'edit', label: 'Can edit' },
        ]}
      />
    )
  }
  render(<Rights />)
  fireEvent.click(screen.getByRole('button', { name: 'Access Read-only' }))
  fireEvent.click(screen.getByRole('menuitemradio', { name: 'Read-only' }))
  expect(changed).toEqual([])
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  fireEvent.click(screen.getByRole('button', { name: 'Access Read-only' }))
  fireEvent.click(screen.getByRole('menuitemradio', { name: 'Can edit' }))
  expect(changed).toEqual(['edit'])
  expect(await screen.findByRole('button', { name: 'Access Can edit' })).toBeTruthy()
})

test('a menu inside a dialog has the keyboard, although the dialog holds on to it', async () => {
  render(
    <Dialog title="Share this plan" isOpen onClose={() => {}}>
      <DialogBody>
        <Select
          label="Access"
          value="edit"
          onChange={() => {}}
          options={[
            { value: 'view', label: 'Read-only' },
            { value: 'edit', label: 'Can edit' },
          ]}
        />
      </DialogBody>
    </Dialog>,
  )
  const field = await screen.findByRole('button', { name: 'Access Can edit' })
  act(() => field.focus())
  fireEvent.keyDown(field, { key: 'ArrowDown' })
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('menuitemradio', { name: 'Can edit' })))
})

test('a popover is a named dialog that hands out its own way to close', async () => {
  render(
    <Popover label="Owner" trigger={<Button>Open</Button>}>
      {(close) => <Button onPress={close}>Done</Button>}
    </Popover>,
  )
  expect(screen.queryByRole('dialog')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Open' }))
  expect(screen.getAllByRole('dialog', { name: 'Owner' }).length).toBeGreaterThan(0)
  fireEvent.click(screen.getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a dialog has a name, closes on Esc, and costs nothing before it was opened', async () => {
  const onClose = vi.fn<() => void>()
  const { rerender } = render(
    <Dialog title="Share this plan" isOpen={false} onClose={onClose}>
      <DialogBody>links</DialogBody>
    </Dialog>,
  )
  expect(screen.queryByText('links')).toBeNull()
  rerender(
    <Dialog title="Share this plan" isOpen onClose={onClose}>
      <DialogBody>links</DialogBody>
    </Dialog>,
  )
  const dialog = screen.getByRole('dialog', { name: 'Share this plan' })
  fireEvent.keyDown(dialog, { key: 'Escape' })
  expect(onClose).toHaveBeenCalledTimes(1)
})

describe('a list that one types into', () => {
  function setup(props: Partial<Parameters<typeof SearchMenu>[0]> = {}) {
    const picked: string[] = []
    render(
      <SearchMenu
        label="Owner"
        onPick={(id) => picked.push(id)}
        groups={[
          {
            title: 'Already in this plan',
            items: [
              { id: 'astrid', label: 'Astrid Nygaard', detail: 'CFO' },
              { id: 'marek', label: 'Marek Dvořák', detail: 'IT Security Lead' },
            ],
          },
          { title: 'Not here yet', items: [{ id: 'link', label: 'Create a link', always: true }] },
        ]}
        {...props}
      />,
    )
    return picked
  }
  const box = () => screen.getByRole('combobox', { name: 'Owner' })
  const options = () => screen.queryAllByRole('option').map((option) => option.textContent)
  const type = (text: string) => fireEvent.change(box(), { target: { value: text } })
  const active = () => document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent

  test('finds without accents and by detail, and keeps what is always there', () => {
    setup()
    type('dvorak')
    expect(options()).toEqual(['Marek DvořákIT Security Lead', 'Create a link'])
    type('security lead')
    expect(options()).toEqual(['Marek DvořákIT Security Lead', 'Create a link'])
    type('zzz')
    expect(options()).toEqual(['Create a link'])
  })

  test('arrows walk in a ring while the field keeps the focus, Enter takes', () => {
    const picked = setup()
    expect(active()).toContain('Astrid')
    fireEvent.keyDown(box(), { key: 'ArrowUp' })
    expect(active()).toBe('Create a link')
    fireEvent.keyDown(box(), { key: 'ArrowDown' })
    fireEvent.keyDown(box(), { key: 'ArrowDown' })
    expect(active()).toContain('Marek')
    fireEvent.keyDown(box(), { key: 'Enter' })
    expect(picked).toEqual(['marek'])
  })

  test('offers to make what is not there, but not twice', () => {
    const made: string[] = []
    setup({ create: { label: (text) => `Add “${text}”`, onCreate: (text) => made.push(text) } })
    type('  General Counsel ')
    expect(options()).toEqual(['Add “General Counsel”', 'Create a link'])
    fireEvent.keyDown(box(), { key: 'Enter' })
    expect(made).toEqual(['General Counsel'])
    type('astrid nygaard')
    expect(options().some((option) => option?.startsWith('Add'))).toBe(false)
  })
})

describe('a notice', () => {
  function Page({ onUndo }: { readonly onUndo: () => void }) {
    const toast = useToast()
    return (
      <Button onPress={() => toast({ text: 'Step removed', action: { label: 'Undo', onAction: onUndo } })}>
        Remove
      </Button>
    )
  }
  const remove = () => fireEvent.click(screen.getByRole('button', { name: 'Remove' }))
  const shown = () => screen.queryAllByText('Step removed').length

  test('stays eight seconds, longer while one is on it', () => {
    vi.useFakeTimers()
    render(
      <ToastProvider>
        <Page onUndo={() => {}} />
      </ToastProvider>,
    )
    remove()
    act(() => vi.advanceTimersByTime(TOAST_TIME - 1))
    expect(shown()).toBe(1)
    const item = screen.getByText('Step removed').closest('li')
    if (item === null) throw new Error('a notice is in a list')
    fireEvent.pointerEnter(item)
    act(() => vi.advanceTimersByTime(TOAST_TIME * 2))
    expect(shown()).toBe(1)
    fireEvent.pointerLeave(item)
    act(() => vi.advanceTimersByTime(TOAST_TIME))
    expect(shown()).toBe(0)
  })

  test('undoes once, and F6 leads there and back', () => {
    const onUndo = vi.fn<() => void>()
    render(
      <ToastProvider>
        <Page onUndo={onUndo} />
      </ToastProvider>,
    )
    screen.getByRole('button', { name: 'Remove' }).focus()
    remove()
    fireEvent.keyDown(document.body, { key: 'F6' })
    const region = screen.getByRole('region', { name: 'Notices' })
    expect(region.contains(document.activeElement)).toBe(true)
    fireEvent.keyDown(document.body, { key: 'F6' })
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove' }))
    fireEvent.click(screen.getByRole('button', { name: /Undo/u }))
    expect(onUndo).toHaveBeenCalledTimes(1)
    expect(shown()).toBe(0)
  })

  test('is neither hidden nor outside while a dialog is open', () => {
    render(
      <ToastProvider>
        <Page onUndo={() => {}} />
        <Dialog title="Share" isOpen onClose={() => {}}>
          links
        </Dialog>
      </ToastProvider>,
    )
    expect(screen.getByRole('region', { name: 'Notices' }).closest('[aria-hidden="true"], [inert]')).toBeNull()
  })
})

test('announcements reach a polite region that no dialog hides', () => {
  function Page() {
    const announce = useAnnounce()
    return <Button onPress={() => announce.own('Milestone 4 moved to place 3')}>Move</Button>
  }
  render(
    <LiveRegionProvider>
      <Page />
      <Dialog title="Share" isOpen={false} onClose={() => {}}>
        links
      </Dialog>
    </LiveRegionProvider>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Move' }))
  expect(screen.getAllByRole('status').map((region) => region.textContent)).toContain('Milestone 4 moved to place 3')
})

test('a checkbox is a real one; read-only it is a mark with a word', () => {
  const onChange = vi.fn<(checked: boolean) => void>()
  const { rerender } = render(<Checkbox checked={false} label="Done: Data-flow map" onChange={onChange} />)
  fireEvent.click(screen.getByRole('checkbox', { name: 'Done: Data-flow map' }))
  expect(onChange).toHaveBeenCalledWith(true)
  rerender(<Checkbox checked readOnly />)
  expect(screen.queryByRole('checkbox')).toBeNull()
  expect(screen.getByText('Done')).toBeTruthy()
})

describe('a link', () => {
  const went: string[] = []
  afterEach(() => went.splice(0))
  function setup(href: string) {
    render(
      <LinkProvider navigate={(to) => went.push(to)}>
        <Link href={href}>go</Link>
      </LinkProvider>,
    )
    return screen.getByRole('link', { name: 'go' })
  }
  test('inside the app goes without loading the page, except where the browser was asked for more', () => {
    const link = setup('/p/abc')
    expect(fireEvent.click(link)).toBe(false)
    expect(fireEvent.click(link, { ctrlKey: true })).toBe(true)
    expect(fireEvent.click(link, { metaKey: true })).toBe(true)
    expect(went).toEqual(['/p/abc'])
  })
  test.each(['https://example.com/', '//example.com/'])(
    '%s is the browser’s, and tells nobody where it came from',
    (href) => {
      const link = setup(href)
      fireEvent.click(link)
      expect(went).toEqual([])
      expect(link.getAttribute('rel')).toBe('noreferrer noopener')
    },
  )
})

describe('words that have more to say', () => {
  const words = () => screen.getByRole('button', { name: '5 working days off' })

  test('say it on press, ask for it only then, and Esc takes it away', async () => {
    const text = vi.fn<() => string>(() => '7 lost, 2 won back')
    render(<Explained text={text}>5 working days off</Explained>)
    expect(text).not.toHaveBeenCalled()
    fireEvent.click(words())
    expect(screen.getByRole('tooltip').textContent).toBe('7 lost, 2 won back')
    expect(document.getElementById(words().getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      '7 lost, 2 won back',
    )
    fireEvent.keyDown(words(), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull())
    expect(words().getAttribute('aria-describedby')).toBeNull()
  })

  test('may stay out of the tab order', () => {
    render(
      <Explained text="more" inTabOrder={false}>
        5 working days off
      </Explained>,
    )
    expect(words().tabIndex).toBe(-1)
  })
})
