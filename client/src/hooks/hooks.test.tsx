// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { addMilestone, readPlan, setMeta, setPresence, setText, textAnchor, type MilestoneId } from '@milepost/plan'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { StrictMode, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Device } from '../data/device.ts'
import { openDevice } from '../data/open-device.ts'
import type { PlanSession } from '../data/plan-session.ts'
import { until } from '../data/testing/until.ts'
import { DeviceProvider } from './device-context.tsx'
import { PlanSessionProvider, usePlanSession } from './plan-session-context.tsx'
import { useAccess } from './use-access.ts'
import { useLocal } from './use-local.ts'
import { useMe } from './use-me.ts'
import { usePlanText } from './use-plan-text.ts'
import { useMilestone, usePlan } from './use-plan.ts'
import { usePlans } from './use-plans.ts'
import { usePresences, useSetPresence } from './use-presences.ts'
import { useSyncStatus } from './use-sync-status.ts'
import { useToday } from './use-today.ts'

const ME = { company: 'Quillmark', side: 'seller', role: 'Account executive', name: 'Maya' } as const
/** A quarter to midnight in London: in Berlin it is tomorrow. */
const LATE = Date.UTC(2026, 10, 22, 23, 45)

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
    for (let n = 1; n <= 150; n += 1) addMilestone(doc, { title: `Milestone ${n}` })
  }
  session = device.openPlan(await device.createPlan(fill, ME, { sample: true }))
  await until(() => session.access.get().canEdit)
})

afterEach(async () => {
  cleanup()
  session.release()
  await device.close()
})

function show(children: ReactNode): void {
  render(
    <StrictMode>
      <DeviceProvider device={device}>
        <PlanSessionProvider planId={session.planId}>{children}</PlanSessionProvider>
      </DeviceProvider>
    </StrictMode>,
  )
}

const idOf = (at: number) => readPlan(session.doc).milestones[at]?.id as MilestoneId

test('one changed milestone draws one row of 150', () => {
  const draws = new Map<string, number>()
  function Row({ id }: { readonly id: MilestoneId }) {
    const milestone = useMilestone(id)
    draws.set(id, (draws.get(id) ?? 0) + 1)
    return <li>{milestone?.title}</li>
  }
  const ids = readPlan(session.doc).milestones.map(({ id }) => id)
  show(ids.map((id) => <Row key={id} id={id} />))
  expect(draws.size).toBe(150)
  draws.clear()
  act(() => void setText(session.doc, { in: 'milestones', id: idOf(7), field: 'title' }, 'Changed'))
  expect([...draws.keys()]).toEqual([idOf(7)])
  expect(screen.getByText('Changed')).toBeDefined()
  draws.clear()
  act(() => void setMeta(session.doc, 'buyer', 'Halden Foods'))
  expect(draws.size).toBe(0)
})

test('a text is a value, a way to splice it and the carets of others; typing elsewhere draws nothing', async () => {
  let draws = 0
  let shared: ReturnType<typeof usePlanText> | null = null
  const ref = { in: 'milestones', id: idOf(0), field: 'title' } as const
  function Title() {
    draws += 1
    // A new reference object at every drawing, as callers do.
    shared = usePlanText({ ...ref })
    return <p>{shared.value}</p>
  }
  show(<Title />)
  const text = () => shared as unknown as ReturnType<typeof usePlanText>
  act(() => text().splice(0, 9, 'Stone'))
  expect(screen.getByText('Stone 1')).toBeDefined()

  const before = draws
  act(() => void setText(session.doc, { in: 'milestones', id: idOf(1), field: 'title' }, 'Other'))
  expect(draws).toBe(before)

  const other = somebodyElse('Dana', { ...ref }, 5)
  act(() => other.send())
  expect(text().carets).toEqual([{ at: 5, head: 5, name: 'Dana', side: 'buyer' }])
  act(() => text().splice(0, 0, 'My '))
  expect(text().carets).toEqual([{ at: 8, head: 8, name: 'Dana', side: 'buyer' }])
  act(() => text().onCaret(1, 3))
  await vi.waitFor(() =>
    expect(myPresence()).toMatchObject({
      name: 'Maya',
      side: 'seller',
      at: { kind: 'milestones', id: idOf(0), field: 'title' },
    }),
  )
  let told = 0
  session.awareness.on('update', () => (told += 1))
  act(() => text().onCaret(2, 3))
  act(() => text().onLeave())
  await vi.waitFor(() => expect(myPresence()).toMatchObject({ at: null, caret: null }))
  expect(told, 'what one frame brings is said once').toBe(1)
})

function myPresence(): unknown {
  return session.awareness.getLocalState()?.['presence']
}

/** Another person in the same plan, over the awareness protocol. */
function somebodyElse(name: string, ref: { in: 'milestones'; id: string; field: 'title' }, index: number) {
  const awareness = new Awareness(new Y.Doc())
  const anchor = textAnchor(session.doc, ref, index)
  if (anchor === null) throw new Error('no such text')
  setPresence(awareness, {
    side: 'buyer',
    name,
    role: '',
    personId: null,
    at: null,
    caret: { ref, anchor, head: anchor },
  })
  return {
    send: () => {
      applyAwarenessUpdate(session.awareness, encodeAwarenessUpdate(awareness, [awareness.clientID]), 'test')
      awareness.destroy()
    },
  }
}

test('presences are read once per change, whoever asks; my own place is no change', async () => {
  const seen: unknown[] = []
  function Faces() {
    const presences = usePresences()
    seen.push(presences)
    return <p>{presences.map(({ presence }) => presence.name).join()}</p>
  }
  function Me() {
    const setMyPlace = useSetPresence()
    return (
      <button onClick={() => setMyPlace({ at: { kind: 'steps', id: 's', field: null }, caret: null })}>here</button>
    )
  }
  show([<Faces key="1" />, <Faces key="2" />, <Me key="3" />])
  act(() => somebodyElse('Dana', { in: 'milestones', id: idOf(0), field: 'title' }, 0).send())
  expect(screen.getAllByText('Dana')).toHaveLength(2)
  expect(seen.at(-1)).toBe(seen.at(-2))
  seen.length = 0
  act(() => screen.getByText('here').click())
  await vi.waitFor(() => expect(myPresence()).toMatchObject({ at: { kind: 'steps', id: 's' } }))
  expect(seen).toEqual([])
})

test('under StrictMode the session is the one that others hold, and every opening is paid back', () => {
  const seen = new Set<PlanSession['doc']>()
  let opened = 0
  const openPlan = device.openPlan
  const counting: Device = {
    ...device,
    openPlan(planId) {
      const inner = openPlan(planId)
      opened += 1
      return { ...inner, release: () => ((opened -= 1), inner.release()) }
    },
  }
  function Look() {
    seen.add(usePlanSession().doc)
    return null
  }
  const view = render(
    <StrictMode>
      <DeviceProvider device={counting}>
        <PlanSessionProvider planId={session.planId}>
          <Look />
        </PlanSessionProvider>
      </DeviceProvider>
    </StrictMode>,
  )
  expect([...seen]).toEqual([session.doc])
  expect(opened).toBe(1)
  view.unmount()
  expect(opened).toBe(0)
})

test('when the document is replaced, everything below starts anew with the next one', async () => {
  const docs: PlanSession['doc'][] = []
  function Look() {
    const { doc } = usePlanSession()
    docs.push(doc)
    return <p>{usePlan().milestones.length} milestones</p>
  }
  show(<Look />)
  expect(screen.getByText('150 milestones')).toBeDefined()
  await act(() => device.removePlan(session.planId))
  expect(screen.getByText('0 milestones')).toBeDefined()
  expect(new Set(docs).size).toBe(2)
})

test('status, access, plans, me and settings are live', async () => {
  function Look() {
    const [folded, setFolded] = useLocal<readonly string[]>('folded', [])
    return (
      <>
        <p>
          {useSyncStatus().relay} {useAccess().right} {usePlans().length} {useMe()?.name ?? 'nobody'} {folded.join()}
        </p>
        <button onClick={() => setFolded(['m1', 'm2'])}>fold</button>
      </>
    )
  }
  show(<Look />)
  expect(screen.getByText('local manage 1 nobody')).toBeDefined()
  act(() => device.setMe(ME))
  act(() => screen.getByText('fold').click())
  expect(screen.getByText('local manage 1 Maya m1,m2')).toBeDefined()
})

test('the day is the one in the plan’s time zone, and the next one when that has come', () => {
  function Today() {
    return <p>{useToday()}</p>
  }
  show(<Today />)
  expect(screen.getByText('2026-11-22')).toBeDefined()
  act(() => void setMeta(session.doc, 'timeZone', 'Europe/Berlin'))
  expect(screen.getByText('2026-11-23')).toBeDefined()
  now += 24 * 3_600_000
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  expect(screen.getByText('2026-11-24')).toBeDefined()
})
