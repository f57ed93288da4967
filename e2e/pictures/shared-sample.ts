// The sample plan, shared: it never leaves a device by itself, so what the browser keeps of it is read there and put on the relay
// as a plan of its own, as any program with a link could. What is on the pictures is then the product with a real plan.
import type { Page } from '@playwright/test'
import * as Y from 'yjs'
import { newPlanId, publishPlan } from '../support/many-plans.ts'
import { makeLink, type GrantWish } from '../support/relay-calls.ts'

export interface SharedSample {
  /** The link of the one who made it. */
  readonly link: string
  /** A link for whoever has that role in the plan. */
  invite(role: string, right: GrantWish['right']): Promise<string>
}

/** `maker`: the role of the one who made it. */
export async function shareSample(page: Page, origin: string, maker: string): Promise<SharedSample> {
  const sample = /\/p\/([^/#?]+)/.exec(page.url())?.[1] ?? ''
  const doc = new Y.Doc()
  for (const bytes of await page.evaluate(readKept, sample)) Y.applyUpdate(doc, Uint8Array.from(bytes))
  const planId = newPlanId()
  doc.getMap('meta').set('planId', planId)
  const link = await publishPlan(origin, planId, doc, holderOf(doc, maker))
  return { link, invite: (role, right) => makeLink(link, { right, ...holderOf(doc, role) }) }
}

function holderOf(doc: Y.Doc, title: string): Omit<GrantWish, 'right'> & { readonly side: 'buyer' | 'seller' } {
  const roles = [...doc.getMap<Y.Map<unknown>>('roles')]
  const [roleId, role] = roles.find(([, each]) => String(each.get('title')) === title) ?? []
  if (roleId === undefined || role === undefined) throw new Error(`the sample has no ${title}`)
  const personId = String(role.get('personId'))
  const name = doc.getMap<Y.Map<unknown>>('people').get(personId)?.get('name')
  if (!(name instanceof Y.Text)) throw new Error(`nobody is ${title} in the sample`)
  return {
    side: role.get('side') === 'seller' ? 'seller' : 'buyer',
    role: title,
    name: name.toJSON(),
    roleId,
    personId,
  }
}

/** Runs in the page: everything that the device keeps of one room. */
async function readKept(room: string): Promise<readonly (readonly number[])[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('milepost')
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')))
  })
  const all = (table: string) =>
    new Promise<readonly { room: string; bytes: Uint8Array }[]>((resolve, reject) => {
      const asking = database.transaction(table).objectStore(table).getAll()
      asking.addEventListener('success', () => resolve(asking.result as { room: string; bytes: Uint8Array }[]))
      asking.addEventListener('error', () => reject(asking.error ?? new Error('not read')))
    })
  const rows = [...(await all('snapshots')), ...(await all('updates'))]
  database.close()
  return rows.filter((row) => row.room === room).map(({ bytes }) => [...bytes])
}
