// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { addMilestone, readPlan, setGoLive, setMeta, setMilestoneDue, setText, type MilestoneId } from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { type ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Device } from '../data/device.ts'
import { openDevice } from '../data/open-device.ts'
import type { PlanSession } from '../data/plan-session.ts'
import { until } from '../data/testing/until.ts'
import { DeviceProvider } from './device-context.tsx'
import { PlanSessionProvider } from './plan-session-context.tsx'
import { useMilestoneOutlook, useOutlook } from './use-outlook.ts'

const ME = { company: 'Quillmark', side: 'seller', role: 'Account executive', name: 'Maya' } as const
/** A quarter to midnight in London: in Berlin it is tomorrow. */
const LATE = Date.UTC(2026, 10, 22, 23, 45)
const day = (text: string) => parseLocalDate(text) as LocalDate

let device: Device
let session: PlanSession
let now: number

beforeEach(async () => {
  now = LATE
  device = await openDevice({
    indexedDB: new IDBFactory() as unknown as globalThis.IDBFactory,
    IDBKeyRange: IDBKeyRange as unknown as typeof globalThis.IDBKeyRange,
    now: () => now,
    openChannel: () => ({ send: () => {}, close: () => {} }),
  })
  const fill = (doc: PlanSession['doc']) => {
    setMeta(doc, 'timeZone', 'Europe/London')
    for (let n = 1; n <= 40; n += 1) addMilestone(doc, { title: `Milestone ${n}`, estimate: 2 })
  }
  session = device.openPlan(await device.createPlan(fill, ME, { sample: true }))
  await until(() => session.access.get().canEdit)
})

afterEach(async () => {
  cleanup()
  vi.useRealTimers()
  session.release()
  await device.close()
})

function show(children: ReactNode): void {
  render(
    <DeviceProvider device={device}>
      <PlanSessionProvider planId={session.planId}>{children}</PlanSessionProvider>
    </DeviceProvider>,
  )
}

const idOf = (at: number) => readPlan(session.doc).milestones[at]?.id as MilestoneId

test('typing computes nothing; a date does, and draws only the rows that say something else', () => {
  const seen = new Set<unknown>()
  const draws: string[] = []
  function Page() {
    seen.add(useOutlook())
    return null
  }
  function Row({ id }: { readonly id: MilestoneId }) {
    draws.push(id)
    return <li>{useMilestoneOutlook(id)?.finish}</li>
  }
  const ids = readPlan(session.doc).milestones.map(({ id }) => id)
  show([<Page key="page" />, ...ids.map((id) => <Row key={id} id={id} />)])
  expect(seen.size).toBe(1)
  draws.length = 0
  for (const letter of 'Typed') {
    act(() => void setText(session.doc, { in: 'milestones', id: idOf(3), field: 'title' }, letter))
    act(() => void setText(session.doc, { in: 'meta', field: 'title' }, letter))
  }
  expect([seen.size, draws]).toEqual([1, []])
  act(() => void setMilestoneDue(session.doc, idOf(38), day('2027-06-30')))
  expect(seen.size).toBe(2)
  // The one before the last, and the last, which waits for it.
  expect(draws.toSorted()).toEqual([idOf(38), idOf(39)].toSorted())
})

test('today is the day in the plan’s zone and changes at midnight without a reload', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  function Today() {
    const { today, goLive } = useOutlook()
    return (
      <p>
        {today} {goLive?.finish}
      </p>
    )
  }
  act(() => {
    setGoLive(session.doc, idOf(0))
    setMilestoneDue(session.doc, idOf(0), day('2026-11-20'))
  })
  show(<Today />)
  expect(screen.getByText(/^2026-11-22/)).toBeDefined()
  now += 30 * 60_000
  act(() => void vi.advanceTimersByTime(20_000))
  expect(screen.getByText(/^2026-11-23/)).toBeDefined()
  // It is already tomorrow further east.
  now -= 30 * 60_000
  act(() => void setMeta(session.doc, 'timeZone', 'Europe/Berlin'))
  expect(screen.getByText(/^2026-11-23/)).toBeDefined()
})
