// @vitest-environment jsdom
import { parsePlanLink, type PlanId, type PlanLink } from '@milepost/protocol'
import { parseLocalDate } from '@milepost/schedule'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { DeviceProvider, type Device } from '../../hooks/device-context.tsx'
import type { PlanSummary } from '../../hooks/use-plans.ts'
import { DayProvider } from '../../ui/DayProvider.tsx'
import { LinkProvider } from '../../ui/Link.tsx'
import { LiveRegionProvider } from '../../ui/LiveRegion.tsx'
import { openAddressOf } from './pasted-link.ts'
import { planStateWords } from './plan-state-words.ts'
import { ToastProvider } from '../../ui/Toast.tsx'
import type { PortfolioRow } from '../../hooks/use-portfolio.ts'
import type { PlanGlance } from '@milepost/plan'
import { PlansPage } from './PlansPage.tsx'

afterEach(cleanup)

const NOW = Date.parse('2026-06-17T10:00:00Z')
const PLAN = 'abcdefghijklmnopqrstu'
const SECRET = 'A'.repeat(43)

function summary(id: string, more: Partial<PlanSummary> = {}): PlanSummary {
  return {
    planId: id as PlanId,
    title: 'Supplier invoices match themselves',
    buyer: 'Halden Foods',
    seller: 'Quillmark',
    goLive: parseLocalDate('2026-09-21'),
    right: 'edit',
    side: 'buyer',
    page: 'plan',
    relay: 'https://relay.example',
    sample: false,
    waiting: 0,
    openedAt: NOW - 2 * 3_600_000,
    refusal: null,
    ...more,
  }
}

const day = (text: string) => parseLocalDate(text) ?? parseLocalDate('2026-06-17')!
const DAY_MS = 86_400_000

const GLANCE: PlanGlance = {
  day: day('2026-06-17'),
  timeZone: 'UTC',
  title: 'Freight bills checked',
  buyer: 'Halden Foods',
  seller: 'Quillmark',
  createdAt: NOW - 40 * DAY_MS,
  template: null,
  goLive: { finish: day('2026-08-03'), agreed: day('2026-07-20'), slip: 10, done: false },
  keyDate: { title: 'Peak opens', date: day('2026-07-30'), days: -4 },
  next: {
    title: 'Data-processing terms returned',
    milestoneId: 'm',
    milestoneNumber: 3,
    milestoneTitle: 'Terms',
    stepId: 's',
    date: day('2026-06-12'),
    late: 3,
    side: 'buyer',
    role: 'General Counsel',
    person: null,
  },
  acts: { buyer: { side: 'buyer', name: 'Ella Grant', at: NOW - 6 * DAY_MS }, seller: null },
  active: { buyer: { active: 2, people: 5 }, seller: { active: 0, people: 0 } },
  onTime: { buyer: { met: 1, due: 2 }, seller: { met: 2, due: 2 } },
  unnamedRoles: 1,
  lead: null,
}

const CALM: PlanGlance = {
  ...GLANCE,
  goLive: { finish: day('2026-06-08'), agreed: day('2026-06-08'), slip: 0, done: true },
  keyDate: { title: 'Savings review', date: day('2026-09-08'), days: 92 },
  next: null,
  acts: { buyer: null, seller: null },
  active: { buyer: { active: 0, people: 0 }, seller: { active: 0, people: 0 } },
  onTime: null,
  unnamedRoles: 0,
}

function row(room: string, more: Partial<PortfolioRow>): PortfolioRow {
  const blank = {
    glance: null,
    at: NOW,
    askedAt: NOW,
    trend: [],
    share: null,
    shareAt: 0,
    value: null,
    archived: false,
  }
  return { room: room as PlanId, ...blank, ...more }
}

/** Of a team that sells. */
const ours = (id: string, more: Partial<PlanSummary> = {}) => summary(id, { side: 'seller', ...more })

interface Outside {
  readonly answer?: PlanId | 'other-relay'
  readonly rows?: readonly PortfolioRow[]
}

function setup(start: readonly PlanSummary[] = [], { answer = 'abc' as PlanId, rows = [] }: Outside = {}) {
  let plans = start
  const listeners = new Set<() => void>()
  const went: string[] = []
  const kept: PlanLink[] = []
  const removed: string[] = []
  const made: unknown[] = []
  const done: string[] = []
  const still = <T,>(value: T) => ({ get: () => value, subscribe: () => () => {} })
  const map = new Map(rows.map((each) => [each.room, each]))
  const portfolio = {
    plans: still(map),
    refreshing: still({ state: 'resting', done: 0, all: 0 }),
    watch: () => () => {},
    setArchived: async (id: string, archived: boolean) => (done.push(`archived ${id} ${archived}`), true),
    setValue: async (id: string, value: number | null) => (done.push(`value ${id} ${value}`), true),
  }
  const device = {
    plans: {
      get: () => plans,
      subscribe: (listener: () => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    storage: { get: () => 'kept', subscribe: () => () => {} },
    now: () => NOW,
    portfolio: async () => portfolio,
    local: (_key: string, initial: unknown) => ({ ...still(initial), set: () => {} }),
    async keepLink(link: PlanLink) {
      kept.push(link)
      return answer
    },
    async createPlan(_fill: unknown, me: unknown, options: unknown) {
      made.push([me, options])
      return 'sample1'
    },
    async removePlan(id: string) {
      removed.push(id)
      act(() => {
        plans = plans.filter((plan) => plan.planId !== id)
        for (const listener of listeners) listener()
      })
    },
  }
  render(
    <DeviceProvider device={device as unknown as Device}>
      <LinkProvider navigate={(to) => went.push(to)}>
        <LiveRegionProvider>
          <ToastProvider>
            <DayProvider words={{ today: '2026-06-17', format: (day) => day, monthFirst: false, locale: 'en-GB' }}>
              <PlansPage />
            </DayProvider>
          </ToastProvider>
        </LiveRegionProvider>
      </LinkProvider>
    </DeviceProvider>,
  )
  return { went, kept, removed, made, done }
}

describe('the first screen', () => {
  test('offers what works: a new plan, a link, the sample', async () => {
    const { went, made } = setup()
    fireEvent.click(screen.getByRole('link', { name: 'New plan' }))
    expect(went).toEqual(['/new'])
    fireEvent.click(screen.getByRole('button', { name: /See a sample plan/u }))
    await waitFor(() => expect(went).toEqual(['/new', '/p/sample1']))
    expect(made).toEqual([[expect.objectContaining({ side: 'buyer' }), { sample: true }]])
  })

  test('N starts a plan, but not while something is typed or a dialog is open', async () => {
    const { went } = setup()
    fireEvent.keyDown(document.body, { key: 'n', ctrlKey: true })
    fireEvent.click(screen.getByRole('button', { name: 'Open a link you were sent' }))
    fireEvent.keyDown(await screen.findByRole('textbox', { name: 'Link' }), { key: 'n' })
    fireEvent.keyDown(document.body, { key: 'n' })
    expect(went).toEqual([])
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    fireEvent.keyDown(document.body, { key: 'N' })
    expect(went).toEqual(['/new'])
  })
})

describe('a pasted link', () => {
  async function paste(text: string, answer?: 'other-relay') {
    const world = setup([], answer === undefined ? {} : { answer })
    fireEvent.click(screen.getByRole('button', { name: 'Open a link you were sent' }))
    const field = await screen.findByRole('textbox', { name: 'Link' })
    fireEvent.change(field, { target: { value: text } })
    fireEvent.keyDown(field, { key: 'Enter' })
    const note = () => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent
    return { ...world, note }
  }

  test.each([
    ['', 'Paste the link you were sent.'],
    ['hello', 'This is not a link.'],
    ['https://relay.example/', 'This address is not a plan.'],
    [`https://relay.example/p/${PLAN}`, 'The end of the link is missing'],
    [`https://relay.example/p/${PLAN}#short`, 'The end of the link is cut off'],
  ])('%j is refused in words', async (text, words) => {
    const { kept, note } = await paste(text)
    expect(note()).toContain(words)
    expect(kept).toEqual([])
  })

  test('is kept and opened, also with what mail programs leave around it', async () => {
    const { kept, went } = await paste(`<https://relay.example/p/${PLAN}#${SECRET}>.`)
    await waitFor(() => expect(went).toEqual([`/p/${PLAN}`]))
    expect(kept).toHaveLength(1)
  })

  test('of a plan that is here from elsewhere changes nothing', async () => {
    const { went, note } = await paste(`https://relay.example/p/${PLAN}#${SECRET}`, 'other-relay')
    await waitFor(() => expect(note()).toContain('from another relay'))
    expect(went).toEqual([])
  })

  test('for reading keeps its secret in the address only at home', () => {
    const link = parsePlanLink(`https://relay.example/v/${PLAN}#${SECRET}`)
    if (typeof link === 'string') throw new Error(link)
    expect(openAddressOf(link, 'https://relay.example')).toBe(`/v/${PLAN}#${SECRET}`)
    expect(openAddressOf(link, 'https://elsewhere.example')).toBe(`/v/${PLAN}`)
  })
})

describe('the list', () => {
  const rows = () => screen.getAllByRole('row').slice(1)

  test('says of each plan what it is, when it goes live, how far off that is, what comes next and who writes in it', async () => {
    setup([ours('one'), ours('two', { side: 'buyer' }), ours('three', { title: '', goLive: null })], {
      rows: [
        row('one', { glance: GLANCE, value: 210_000, share: { buyer: 31, seller: 69 } }),
        row('two', { glance: CALM }),
      ],
    })
    await waitFor(() => expect(rows()[0]?.textContent).toContain('+10d'))
    expect(rows().map((row) => row.textContent)).toEqual([
      'Halden Foods€210kSupplier invoices match themselvesMon 3 Augagreed 20 Jul4 days after Peak opensmoved the plan by +10dnewData-processing terms returned3 days late?Halden Foods: Who? General Counsel31%Halden Foods: 31% of what was written in 14 days2 of 5 people activeElla, 6 days ago',
      'QuillmarkSupplier invoices match themselvesLive, 8 JunSavings review 8 Septno change, 0dnewNothing comes nextNot countedNobody named yetNothing yet',
      'Halden FoodsNo outcome written yetNot set yet',
    ])
    expect(screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link').getAttribute('href'))).toEqual(
      ['/p/one', '/p/two', '/p/three'],
    )
  })

  test('what waits, what was refused and what one may only read is said where it is so', () => {
    setup([ours('one', { waiting: 3 }), ours('two', { right: 'view', page: 'view' }), ours('three')])
    expect(rows().map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
      'Halden FoodsSupplier invoices match themselves3 waiting to be sent',
      'Halden FoodsSupplier invoices match themselvesRead-only',
      'Halden FoodsSupplier invoices match themselves',
    ])
  })

  const four = () =>
    setup([ours('one'), ours('two'), ours('three', { buyer: 'Northgate' }), ours('gone')], {
      rows: [
        row('one', { glance: GLANCE }),
        row('two', { glance: { ...CALM, acts: { buyer: null, seller: null }, lead: 'Kofi' } }),
        row('three', { glance: { ...GLANCE, buyer: 'Northgate', goLive: null, lead: 'Dana' } }),
        row('gone', { glance: GLANCE, archived: true }),
      ],
    })
  const filter = (name: RegExp) => screen.getByRole('button', { name })

  test('filters count what they would show; one with nothing says what would stand there', async () => {
    four()
    await waitFor(() => expect(filter(/^All/).textContent).toBe('All3'))
    expect(
      within(screen.getByRole('group', { name: 'Filters' }))
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'All3',
      'Off schedule1',
      'Waiting on the buyer2',
      'Waiting on us0',
      'Buyer quiet0',
      'Role to name2',
      'Archived1',
    ])
    fireEvent.click(filter(/^Off schedule/))
    expect(rows()).toHaveLength(1)
    fireEvent.click(filter(/^Waiting on us/))
    expect(screen.getByText('Nothing waits on us. A plan stands here when its next step is ours.')).toBeTruthy()
    fireEvent.click(filter(/^Show all plans/))
    expect(rows()).toHaveLength(3)
    fireEvent.change(screen.getByRole('textbox', { name: 'Find a plan' }), { target: { value: 'northg' } })
    expect(rows()).toHaveLength(1)
    fireEvent.change(screen.getByRole('textbox', { name: 'Find a plan' }), { target: { value: 'nobody' } })
    expect(screen.getByText(/^No plan has “nobody” among/)).toBeTruthy()
  })

  test('F goes to the filters, but not out of a text', async () => {
    four()
    await waitFor(() => expect(filter(/^All/).textContent).toBe('All3'))
    const find = screen.getByRole('textbox', { name: 'Find a plan' })
    find.focus()
    fireEvent.keyDown(find, { key: 'f' })
    expect(document.activeElement).toBe(find)
    fireEvent.keyDown(document.body, { key: 'f' })
    expect(document.activeElement?.textContent).toBe('All3')
  })

  test('a plan is archived here and comes back; its value is kept here', async () => {
    const { done } = four()
    await waitFor(() => expect(rows()).toHaveLength(3))
    const menu = (at: number) =>
      fireEvent.click(screen.getAllByRole('button', { name: /^More for/u })[at] ?? document.body)
    menu(0)
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Archive on this device' }))
    expect(done).toEqual(['archived one true'])
    fireEvent.click(screen.getByRole('button', { name: /^Undo/ }))
    expect(done).toEqual(['archived one true', 'archived one false'])
    menu(0)
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Set its value' }))
    const field = await screen.findByRole('textbox', { name: 'Value a year' })
    fireEvent.change(field, { target: { value: 'much' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(field.getAttribute('aria-invalid')).toBe('true')
    fireEvent.change(field, { target: { value: '€ 1.2m' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(done.at(-1)).toBe('value one 1200000')
  })

  test('by month: what stands in each, what moved out, and what is worth how much', async () => {
    setup([ours('one'), ours('two')], {
      rows: [row('one', { glance: GLANCE, value: 210_000 }), row('two', { glance: CALM, value: 90_000 })],
    })
    const section = await screen.findByRole('region', { name: 'Go-lives by month' })
    expect(section.querySelector('header')?.textContent).toContain('2 plans, €300k a year')
    expect(section.querySelector('header')?.textContent).toContain('75% of commitments met on time (3 of 4)')
    expect(
      within(section)
        .getAllByRole('listitem')
        .slice(0, 3)
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Jun€90kHalden Foods8live',
      'Julagreed €210kHalden Foodsmoved to a later month',
      'Aug€210kHalden Foods3moved in from an earlier month',
    ])
  })

  test('J and K walk the plans', () => {
    setup([summary('one'), summary('two')])
    const [first, second] = screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link'))
    first?.focus()
    const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name })
    key('j')
    expect(document.activeElement).toBe(second)
    key('j')
    expect(document.activeElement).toBe(second)
    key('k')
    expect(document.activeElement).toBe(first)
  })

  test('a plan leaves this device only after a question that says what stays where', async () => {
    const { removed } = setup([summary('one', { waiting: 2 }), summary('two')])
    fireEvent.click(screen.getAllByRole('button', { name: /^More for/u })[0] ?? document.body)
    fireEvent.click(screen.getByRole('menuitem', { name: 'Remove from this device' }))
    const question = await screen.findByRole('dialog', { name: 'Remove from this device' })
    expect(question.textContent).toContain('Everybody else keeps theirs')
    expect(question.textContent).toContain('2 changes made here were not sent yet')
    expect(document.activeElement?.textContent).toBe('Keep it')
    fireEvent.click(within(question).getByRole('button', { name: 'Remove from this device' }))
    await waitFor(() => expect(removed).toEqual(['one']))
    await waitFor(() => expect(rows()).toHaveLength(1))
  })

  test.each([
    [{ sample: true, relay: 'local' }, 'local', 'Sample, on this device only'],
    [{ relay: 'local' }, 'local', 'On this device only'],
    [{ refusal: 'revoked', waiting: 2 }, 'bad', 'Your link was revoked'],
    [{ waiting: 1 }, 'waiting', '1 waiting to be sent'],
    [{}, 'good', 'Synced'],
  ] as const)('%j reads %s: %s', (more, tone, text) => {
    expect(planStateWords(summary('one', more))).toEqual({ tone, text })
  })
})
