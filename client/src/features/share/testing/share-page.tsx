// The share dialog over a real plan in memory and a relay that is a list: what a test expects of the relay it reads there.
import { addPerson, addRole, createPlan, nameRole, planUndo, readPlan, type Author, type PlanDoc } from '@milepost/plan'
import { rightAtLeast, type GrantView, type Right } from '@milepost/protocol'
import { act, render } from '@testing-library/react'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import {
  DeviceProvider,
  type Device,
  type MadeLink,
  type NewLink,
  type PlanSharing,
  type SharingProblem,
} from '../../../hooks/device-context.tsx'
import { PlanSessionProvider } from '../../../hooks/plan-session-context.tsx'
import type { Access } from '../../../hooks/use-access.ts'
import type { Revocation } from '../../../hooks/use-revocations.ts'
import { LiveRegionProvider } from '../../../ui/LiveRegion.tsx'
import { ToastProvider } from '../../../ui/Toast.tsx'
import { ShareDialog } from '../ShareDialog.tsx'

export const NOW = Date.parse('2026-06-17T10:00:00Z')
const DANA: Author = { side: 'seller', name: 'Dana Okafor', personId: null }

export interface Cell<T> {
  get(): T
  set(value: T): void
  subscribe(listener: () => void): () => void
}

export function cell<T>(initial: T): Cell<T> {
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
      return () => listeners.delete(listener)
    },
  }
}

export function grant(id: string, more: Partial<GrantView> = {}): GrantView {
  return {
    id,
    right: 'edit',
    side: 'buyer',
    role: '',
    name: '',
    roleId: null,
    personId: null,
    createdAt: NOW,
    lastSeenAt: null,
    online: false,
    edits: 0,
    usedAt: null,
    expiresAt: null,
    revokedAt: null,
    revokedBy: null,
    madeBy: 'me',
    ...more,
  }
}

export const ME = grant('me', {
  right: 'manage',
  side: 'seller',
  role: 'Account executive',
  name: 'Dana Okafor',
  online: true,
  usedAt: NOW,
  madeBy: null,
  you: true,
})

export interface SharePageOptions {
  readonly right?: Right
  readonly grants?: readonly GrantView[]
  /** What the relay answers to everything. */
  readonly problem?: SharingProblem
  /** Links whose secret is still known here. */
  readonly known?: readonly string[]
}

export function showShareDialog({ right = 'manage', grants = [ME], problem, known = [] }: SharePageOptions = {}) {
  const ydoc = new Y.Doc()
  const doc = createPlan(
    ydoc,
    { planId: 'plan', buyer: 'Halden Foods', seller: 'Quillmark' },
    { now: () => NOW, writer: { ...DANA, grantId: 'me' } },
  )
  addRole(doc, { title: 'General Counsel', side: 'buyer' })
  const cfo = addRole(doc, { title: 'CFO', side: 'buyer' })
  const astrid = addPerson(doc, { name: 'Astrid Nygaard', side: 'buyer' })
  if (cfo !== null) nameRole(doc, cfo, astrid)

  const relay = fakeRelay(grants, problem ?? null, known)
  const access: Access = {
    right,
    side: 'seller',
    role: 'Account executive',
    name: 'Dana Okafor',
    grantId: 'me',
    roleId: null,
    personId: null,
    known: true,
    canEdit: rightAtLeast(right, 'edit'),
    canComment: rightAtLeast(right, 'comment'),
    loweredFrom: null,
    refusedLink: null,
  }
  const session = {
    planId: 'plan',
    doc,
    undo: planUndo(doc),
    awareness: new Awareness(ydoc),
    access: cell(access),
    status: cell({ relay: problem === 'unreachable' ? 'offline' : 'synced' }),
    ended: cell(false),
    retry: () => undefined,
    release: () => undefined,
  }
  const device = { now: () => NOW, openPlan: () => session, sharing: () => relay.sharing }
  const closed: string[] = []
  const view = render(
    <DeviceProvider device={device as unknown as Device}>
      <LiveRegionProvider>
        <ToastProvider>
          <PlanSessionProvider planId={'plan' as Parameters<typeof PlanSessionProvider>[0]['planId']}>
            <ShareDialog startWith={null} onClose={() => closed.push('closed')} />
          </PlanSessionProvider>
        </ToastProvider>
      </LiveRegionProvider>
    </DeviceProvider>,
  )
  return { doc, relay, view, closed, roster: () => rosterOf(doc) }
}

/** 'CFO – Astrid Nygaard', 'General Counsel – ?' */
function rosterOf(doc: PlanDoc): readonly string[] {
  const { roles, people } = readPlan(doc)
  return roles.map(({ title, personId }) => `${title} – ${people.find(({ id }) => id === personId)?.name ?? '?'}`)
}

function fakeRelay(start: readonly GrantView[], first: SharingProblem | null, known: readonly string[]) {
  let problem = first
  const grants = cell<readonly GrantView[] | null>(null)
  const refused = cell<SharingProblem | null>(null)
  const secrets = new Set(known)
  const asked: string[] = []
  let all = start
  let count = 0

  function answer(): SharingProblem | null {
    act(() => {
      refused.set(problem)
      if (problem === null) grants.set(all)
    })
    return problem
  }
  function change(id: string, fields: Partial<GrantView>): SharingProblem | null {
    if (problem === null) all = all.map((one) => (one.id === id ? { ...one, ...fields } : one))
    return answer()
  }
  function make(link: NewLink): MadeLink | SharingProblem {
    if (problem !== null) return problem
    count += 1
    const { roleId = null, personId = null, expiresAt: _, ...words } = link
    const made = grant(`new${count}`, { ...words, roleId, personId })
    all = [...all, made]
    secrets.add(made.id)
    answer()
    return { grant: made, url: `https://relay.example/p/plan#secret-of-${made.id}` }
  }
  const sharing: PlanSharing = {
    grants,
    problem: refused,
    async refresh() {
      await Promise.resolve()
      return answer()
    },
    revocations: cell<readonly Revocation[]>([]),
    async refreshRevocations() {},
    async createGrant(link) {
      asked.push(`create ${link.side} ${link.role} ${link.name} ${link.right}`)
      return make(link)
    },
    async renewGrant(id) {
      asked.push(`renew ${id}`)
      const old = all.find((one) => one.id === id)
      if (old === undefined) return 'noSuchGrant'
      change(id, { revokedAt: NOW, revokedBy: 'me' })
      return make(old)
    },
    async changeRight(id, right) {
      asked.push(`right ${id} ${right}`)
      return change(id, { right })
    },
    async revoke(id, options) {
      asked.push(`revoke ${id}${options?.withMade === true ? ' with made' : ''}`)
      return change(id, { revokedAt: NOW, revokedBy: 'me' })
    },
    async undoRevoke(id, right) {
      asked.push(`give back ${id} ${right}`)
      return change(id, { revokedAt: null, revokedBy: null, right })
    },
    urlOf: (id) => (secrets.has(id) ? `https://relay.example/p/plan#secret-of-${id}` : null),
  }
  /** Somebody else made a link, and the page has not heard of it. */
  const elsewhere = (made: GrantView) => {
    all = [...all, made]
  }
  const fail = (now: SharingProblem) => {
    problem = now
  }
  return { sharing, asked, grants: () => all, elsewhere, fail }
}
