/** A part of the templates beside an open plan: a real plan in memory, and a device whose templates are a list. */
import { createPlan, planUndo, type Author, type PlanDoc } from '@milepost/plan'
import type { Template } from '@milepost/templates'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import * as Y from 'yjs'
import { DeviceProvider, type Device } from '../../../hooks/device-context.tsx'
import { PlanSessionProvider } from '../../../hooks/plan-session-context.tsx'
import type { OwnTemplate } from '../../../hooks/use-templates.ts'
import { LiveRegionProvider } from '../../../ui/LiveRegion.tsx'
import { ToastProvider } from '../../../ui/Toast.tsx'

export const NOW = Date.parse('2026-06-17T10:00:00Z')
const INGRID: Author = { side: 'buyer', name: 'Ingrid Solheim', personId: null }

export interface OpenPlanOptions {
  readonly part: ReactNode
  readonly fill?: (doc: PlanDoc) => void
  readonly canEdit?: boolean
  readonly relay?: 'synced' | 'local'
  readonly own?: readonly Template[]
}

export function showWithPlan({ part, fill, canEdit = true, relay = 'synced', own = [] }: OpenPlanOptions) {
  const ydoc = new Y.Doc()
  const seed = { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' }
  const doc = createPlan(ydoc, seed, { now: () => NOW, writer: { ...INGRID, grantId: 'me' } })
  fill?.(doc)
  const session = {
    planId: 'plan',
    doc,
    undo: planUndo(doc),
    access: constant({ right: canEdit ? 'edit' : 'view', side: 'buyer', known: true, canEdit, canComment: canEdit }),
    status: constant({ relay }),
    ended: constant(false),
    retry: () => undefined,
    release: () => undefined,
  }
  const kept: Template[] = []
  const templates = own.map((newest): OwnTemplate => {
    return { id: newest.id, newest, versions: [{ template: newest, keptAt: NOW }] }
  })
  const shelf = {
    own: constant(templates),
    keep: (template: Template) => Promise.resolve(kept.push(template) > 0),
    draftOf: () => null,
    templateOfDraft: () => null,
  }
  const device = { now: () => NOW, openPlan: () => session, templates: () => Promise.resolve(shelf) }
  const view = render(
    <DeviceProvider device={device as unknown as Device}>
      <LiveRegionProvider>
        <ToastProvider>
          <PlanSessionProvider planId={'plan' as Parameters<typeof PlanSessionProvider>[0]['planId']}>
            {part}
          </PlanSessionProvider>
        </ToastProvider>
      </LiveRegionProvider>
    </DeviceProvider>,
  )
  return { doc, kept, view }
}

function constant<T>(value: T) {
  return { get: () => value, subscribe: () => () => undefined }
}
