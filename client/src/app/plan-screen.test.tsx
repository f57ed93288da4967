// @vitest-environment jsdom
import { parsePlanLink, type PlanLink } from '@milepost/protocol'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DeviceProvider, type Device } from '../hooks/device-context.tsx'
import { PlanScreen } from './PlanScreen.tsx'

// What the plan page draws is its own affair; here it only has to be reached.
vi.mock('./PlanPage.tsx', () => ({
  PlanPage: ({ planId }: { readonly planId: string }) => <p>plan {planId}</p>,
}))

const PLAN = 'abcdefghijklmnopqrstu'
const SECRET = 'A'.repeat(43)
const OTHER = `${'B'.repeat(42)}A`

interface World {
  readonly storage: 'kept' | 'memoryOnly'
  readonly answer?: 'other-relay'
}

function setup(address: string, known: boolean, { storage, answer }: World = { storage: 'kept' }) {
  history.replaceState(null, '', address)
  const kept: string[] = []
  let has = known
  const device = {
    storage: { get: () => storage, subscribe: () => () => {} },
    hasPlan: () => has,
    async keepLink(link: PlanLink) {
      await Promise.resolve()
      if (answer !== undefined) return answer
      kept.push(`${link.page} ${link.capability}`)
      has = true
      return link.planId
    },
  }
  const planId = address.split('/')[2]?.split('#')[0] ?? ''
  render(
    <DeviceProvider device={device as unknown as Device}>
      <PlanScreen planId={planId} />
    </DeviceProvider>,
  )
  return kept
}

const heading = async () => (await screen.findByRole('heading', { level: 1 })).textContent
const openPlan = () => screen.findByText(`plan ${PLAN}`)

beforeEach(() => {
  vi.spyOn(console, 'error')
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('a link', () => {
  test('is kept, and its secret leaves the address', async () => {
    const kept = setup(`/p/${PLAN}#${SECRET}`, false)
    await openPlan()
    expect(kept).toEqual([`plan ${SECRET}`])
    expect(location.pathname + location.hash).toBe(`/p/${PLAN}`)
  })

  test('keeps its address in a browser that keeps nothing', async () => {
    setup(`/p/${PLAN}#${SECRET}`, false, { storage: 'memoryOnly' })
    await openPlan()
    expect(location.hash).toBe(`#${SECRET}`)
  })

  test('another one for the plan that is open is kept too', async () => {
    const kept = setup(`/p/${PLAN}#${SECRET}`, false)
    await openPlan()
    location.hash = OTHER
    await waitFor(() => expect(kept).toEqual([`plan ${SECRET}`, `plan ${OTHER}`]))
    await waitFor(() => expect(location.hash).toBe(''))
    await openPlan()
  })
})

describe('what opens nothing says why', () => {
  test.each([
    [`/p/${PLAN}`, 'This address needs its link'],
    [`/p/${PLAN}#`, 'This address needs its link'],
    [`/p/${PLAN}#short`, 'The end of this link is damaged'],
    [`/p/a!#${SECRET}`, 'There is nothing at this address'],
  ])('%s', async (address, title) => {
    const kept = setup(address, false)
    expect(await heading()).toBe(title)
    expect(kept).toEqual([])
    expect(screen.getByRole('link', { name: 'All plans on this device' })).toBeTruthy()
  })

  test('and leads to what this device still has', async () => {
    setup(`/p/${PLAN}#short`, true)
    expect(await heading()).toBe('The end of this link is damaged')
    expect(screen.getByRole('link', { name: 'Open the plan' }).getAttribute('href')).toBe(`/p/${PLAN}`)
  })

  test('a plan that is here from another relay stays what it is', async () => {
    setup(`/p/${PLAN}#${SECRET}`, true, { storage: 'kept', answer: 'other-relay' })
    expect(await heading()).toBe('This plan is here from another relay')
    expect(location.hash).toBe(`#${SECRET}`)
  })
})

test('a kept plan opens without its link', async () => {
  const kept = setup(`/p/${PLAN}`, true)
  await openPlan()
  expect(kept).toEqual([])
  expect(typeof parsePlanLink(`https://relay.example/p/${PLAN}#${SECRET}`)).toBe('object')
})
