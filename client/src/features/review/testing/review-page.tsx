/** The review over a real plan in memory, with a real undo; what a press leads to is a list. */
import { createPlan, planUndo, type Author, type PlanDoc, type ReviewTarget } from '@milepost/plan'
import { render } from '@testing-library/react'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { DeviceProvider, type Device } from '../../../hooks/device-context.tsx'
import { PlanSessionProvider } from '../../../hooks/plan-session-context.tsx'
import { LiveRegionProvider } from '../../../ui/LiveRegion.tsx'
import { ToastProvider } from '../../../ui/Toast.tsx'
import { ReviewRail } from '../ReviewRail.tsx'

export const NOW = Date.parse('2026-06-17T10:00:00Z')
const DANA: Author = { side: 'seller', name: 'Dana Okafor', personId: null }

export interface ReviewPageOptions {
  readonly fill?: (doc: PlanDoc) => void
  readonly canEdit?: boolean
}

export function showReview({ fill, canEdit = true }: ReviewPageOptions = {}) {
  const ydoc = new Y.Doc()
  const doc = createPlan(
    ydoc,
    { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' },
    { now: () => NOW, writer: { ...DANA, grantId: 'me' } },
  )
  fill?.(doc)
  const undo = planUndo(doc)
  const session = {
    planId: 'plan',
    doc,
    undo,
    awareness: new Awareness(ydoc),
    access: constant({ right: canEdit ? 'edit' : 'view', side: 'seller', known: true, canEdit }),
    status: constant({ relay: 'synced' }),
    ended: constant(false),
    retry: () => undefined,
    release: () => undefined,
  }
  const device = { now: () => NOW, openPlan: () => session }
  const asked: ReviewTarget[] = []
  const view = render(
    <DeviceProvider device={device as unknown as Device}>
      <LiveRegionProvider>
        <ToastProvider>
          <PlanSessionProvider planId={'plan' as Parameters<typeof PlanSessionProvider>[0]['planId']}>
            <ReviewRail onGo={(target) => asked.push(target)} />
          </PlanSessionProvider>
        </ToastProvider>
      </LiveRegionProvider>
    </DeviceProvider>,
  )
  return { doc, undo, asked, view }
}

function constant<T>(value: T) {
  return { get: () => value, subscribe: () => () => undefined }
}
