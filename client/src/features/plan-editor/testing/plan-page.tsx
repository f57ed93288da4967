/**
 * The plan document on a page of its own, for tests: a real plan in memory, a real undo and awareness, and a device that
 * keeps nothing. What a test changes (the right, the status) it changes through the cells it gets back.
 */
import { createPlan, planUndo, type Author, type PlanDoc } from '@milepost/plan'
import { render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { DeviceProvider, type Device } from '../../../hooks/device-context.tsx'
import { PlanSessionProvider } from '../../../hooks/plan-session-context.tsx'
import type { Access } from '../../../hooks/use-access.ts'
import type { SyncStatus, UnsentChange } from '../../../hooks/use-sync-status.ts'
import { DayProvider } from '../../../ui/DayProvider.tsx'
import { LiveRegionProvider } from '../../../ui/LiveRegion.tsx'
import { ToastProvider } from '../../../ui/Toast.tsx'
import { preloadOutline } from '../outline-chunks.ts'
import { PlanEditor } from '../PlanEditor.tsx'

// A panel is there in the moment its key is pressed.
await preloadOutline()

export const TODAY = '2026-06-17'
const NOW = Date.parse(`${TODAY}T10:00:00Z`)
const INGRID: Author = { side: 'buyer', name: 'Ingrid Solheim', personId: null }

export interface TestCell<T> {
  get(): T
  set(value: T): void
  subscribe(listener: () => void): () => void
}

export interface PlanPageParts {
  readonly doc: PlanDoc
  readonly awareness: Awareness
  readonly access: TestCell<Access>
  readonly status: TestCell<SyncStatus>
  readonly unsent: TestCell<readonly UnsentChange[]>
  readonly view: RenderResult
}

export const EDIT: Access = {
  right: 'edit',
  side: 'buyer',
  role: 'AP Director',
  name: 'Ingrid Solheim',
  grantId: 'grant',
  roleId: null,
  personId: null,
  known: true,
  canEdit: true,
  canComment: true,
  loweredFrom: null,
  refusedLink: null,
}

export const READ: Access = {
  ...EDIT,
  right: 'view',
  role: 'CFO',
  name: 'Astrid Nygaard',
  canEdit: false,
  canComment: false,
}

const SAVED: SyncStatus = {
  kept: 'kept',
  relay: 'synced',
  waiting: 0,
  refusal: null,
  lastSyncedAt: NOW,
  clockOff: false,
  incomplete: false,
  nearlyFull: false,
  damage: 'none',
}

export interface PlanPageOptions {
  readonly fill?: (doc: PlanDoc) => void
  readonly access?: Access
  readonly beside?: ReactNode
}

export function showPlanPage({ fill, access: right = EDIT, beside }: PlanPageOptions = {}): PlanPageParts {
  const ydoc = new Y.Doc()
  const doc = createPlan(
    ydoc,
    { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' },
    { now: () => NOW, writer: { ...INGRID, grantId: 'grant' } },
  )
  fill?.(doc)
  const awareness = new Awareness(ydoc)
  const access = cell(right)
  const status = cell(SAVED)
  const unsent = cell<readonly UnsentChange[]>([])
  const session = {
    planId: 'plan',
    doc,
    undo: planUndo(doc),
    awareness,
    access,
    status,
    loaded: cell('loaded'),
    unsent,
    ended: cell(false),
    retry: () => undefined,
    release: () => undefined,
  }
  const settings = new Map<string, TestCell<unknown>>()
  const device = {
    plans: cell([]),
    me: cell(null),
    relay: 'https://relay.example',
    now: () => NOW,
    openPlan: () => session,
    local: (key: string, initial: unknown) => {
      const setting = settings.get(key) ?? cell(initial)
      settings.set(key, setting)
      return setting
    },
  }
  const view = render(
    <DeviceProvider device={device as unknown as Device}>
      <LiveRegionProvider>
        <ToastProvider>
          <DayProvider words={{ today: TODAY, format: (day) => day, monthFirst: false, locale: 'en-GB' }}>
            <PlanSessionProvider planId={'plan' as never}>
              <PlanEditor />
              {beside}
            </PlanSessionProvider>
          </DayProvider>
        </ToastProvider>
      </LiveRegionProvider>
    </DeviceProvider>,
  )
  return { doc, awareness, access, status, unsent, view }
}

function cell<T>(initial: T): TestCell<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
