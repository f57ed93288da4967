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

function setup(start: readonly PlanSummary[] = [], answer: PlanId | 'other-relay' = 'abc' as PlanId) {
  let plans = start
  const listeners = new Set<() => void>()
  const went: string[] = []
  const kept: PlanLink[] = []
  const removed: string[] = []
  const made: unknown[] = []
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
          <DayProvider words={{ today: '2026-06-17', format: (day) => day, monthFirst: false, locale: 'en-GB' }}>
            <PlansPage />
          </DayProvider>
        </LiveRegionProvider>
      </LinkProvider>
    </DeviceProvider>,
  )
  return { went, kept, removed, made }
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
    const world = setup([], answer)
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

  test('says of each plan what it is, when it goes live, what one may do, what waits', () => {
    setup([
      summary('one'),
      summary('two', { title: '', goLive: null, right: 'view', page: 'view', waiting: 3, side: 'seller' }),
    ])
    expect(rows().map((row) => row.textContent)).toEqual([
      'Halden Foods and QuillmarkSupplier invoices match themselvesMon 21 SeptCan editHalden FoodsSynced2 h ago',
      'Halden Foods and QuillmarkNo outcome written yetNot set yetRead-onlyQuillmark3 waiting to be sent2 h ago',
    ])
    expect(screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link').getAttribute('href'))).toEqual(
      ['/p/one', '/v/two'],
    )
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
