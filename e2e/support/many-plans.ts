// Many plans at once, by a program that is not ours: each is a copy of one that was made in the app, with other companies and
// other dates, put on the relay as any client with a link could. Forty plans made by hand would take a story an hour.
import { randomBytes } from 'node:crypto'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { GrantWish } from './relay-calls.ts'
import { StockClient } from './stock-client.ts'

const HELLO = 101
const DAY = 24 * 60 * 60 * 1000

export interface PlanWish {
  readonly buyer: string
  readonly title?: string
  readonly seller?: string
  /** Calendar days by which every date lies later than in the plan it is a copy of. */
  readonly later?: number
  /** Calendar days by which go-live moved after its dates were agreed; left out: nothing was agreed. */
  readonly slipped?: number
  /** Whose link it is that comes back. */
  readonly side?: 'buyer' | 'seller'
}

/** The links of the new plans, each with the right to manage. */
export async function manyPlans(link: string, wishes: readonly PlanWish[]): Promise<readonly string[]> {
  const first = await StockClient.join(link)
  const bytes = Y.encodeStateAsUpdate(first.doc)
  first.leave()
  const links: string[] = []
  for (const wish of wishes) {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, bytes)
    const planId = newPlanId()
    doc.transact(() => rewrite(doc, planId, wish))
    const { side = 'seller' } = wish
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as one person would
    links.push(
      await publishPlan(new URL(link).origin, planId, doc, { side, role: 'Sales manager', name: 'Kofi Mensah' }),
    )
  }
  return links
}

/** 21 random letters, as every id of a plan. */
export function newPlanId(): string {
  return randomBytes(16).toString('base64url').slice(0, 21)
}

function rewrite(doc: Y.Doc, planId: string, wish: PlanWish): void {
  const meta = doc.getMap('meta')
  meta.set('planId', planId)
  meta.set('buyer', wish.buyer)
  if (wish.seller !== undefined) meta.set('seller', wish.seller)
  const title = meta.get('title')
  if (title instanceof Y.Text && wish.title !== undefined) {
    title.delete(0, title.length)
    title.insert(0, wish.title)
  }
  const milestones = [...doc.getMap<Y.Map<unknown>>('milestones')]
  for (const [, milestone] of milestones) move(milestone, wish.later ?? 0)
  if (wish.slipped === undefined) return
  const by = { side: 'seller', name: 'Dana Okafor', personId: null }
  const days = milestones.flatMap(([id, milestone]) => {
    const date = milestone.get('due')
    return typeof date === 'string' ? [[id, { date, estimate: milestone.get('estimate') ?? null, gap: null }]] : []
  })
  const offer = new Y.Map<unknown>()
  offer.set('offer', { n: 1, side: 'seller', by, at: Date.now(), days: Object.fromEntries(days) })
  offer.set('accepted', { side: 'buyer', by: { ...by, side: 'buyer', name: 'Ingrid Solheim' }, at: Date.now() })
  doc.getMap('offers').set(newPlanId(), offer)
  const goLive = doc.getMap<Y.Map<unknown>>('milestones').get(String(meta.get('goLiveId')))
  if (goLive !== undefined) move(goLive, wish.slipped)
}

function move(milestone: Y.Map<unknown>, days: number): void {
  const due = milestone.get('due')
  if (typeof due === 'string') milestone.set('due', new Date(Date.parse(due) + days * DAY).toISOString().slice(0, 10))
}

/** Puts a document on the relay as a plan, and answers the link of who made it. */
export async function publishPlan(
  origin: string,
  planId: string,
  doc: Y.Doc,
  by: Omit<GrantWish, 'right'>,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const response = await fetch(`${origin}/api/plans`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ planId, ...by }),
  })
  if (!response.ok) throw new Error(`the relay made no plan: ${response.status} ${await response.text()}`)
  const provider = new WebsocketProvider(`${origin.replace(/^http/, 'ws')}/sync`, planId, doc, {
    protocols: ['milepost.v1', `cap.${secret}`],
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  provider.messageHandlers[HELLO] = () => undefined
  await new Promise<void>((done) => provider.once('sync', () => done()))
  const link = `${origin}/p/${planId}#${secret}`
  provider.destroy()
  // It looks after who is there for as long as the document lives, and a program would not end.
  provider.awareness.destroy()
  // The relay has it once somebody else gets it from there.
  const reader = await StockClient.join(link)
  reader.leave()
  if (Y.encodeStateVector(reader.doc).length < 2) throw new Error('the plan has not arrived')
  return link
}
