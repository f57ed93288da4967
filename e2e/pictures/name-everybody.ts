// Every role of a plan gets a person: a plan of a few weeks has names in it, and nobody should have to type thirty for a picture.
import * as Y from 'yjs'
import { newPlanId } from '../support/many-plans.ts'
import { StockClient } from '../support/stock-client.ts'

const NAMES = {
  buyer: ['Nadia Berg', 'Oskar Lind', 'Ruth Adeyemi', 'Pavel Horák', 'Lena Vogt', 'Samir Haddad', 'Greta Olsen', 'Tom Brandt'],
  seller: ['Dana Okafor', 'Tomás Reyes', 'Priya Raman', 'Colin Hart', 'Yuki Sato', 'Ben Ames'],
} // prettier-ignore

const WRITING = 2

/** `at`: when the first two of the buyer's began to write. */
export async function nameEverybody(link: string, at: number): Promise<void> {
  const watching = await StockClient.join(link)
  const arrived = new Promise<void>((resolve) => watching.doc.getMap('people').observe(() => resolve()))
  const writer = await StockClient.join(link)
  writer.doc.transact(() => name(writer.doc, at))
  await arrived
  writer.leave()
  watching.leave()
}

function name(doc: Y.Doc, at: number): void {
  const writers = doc.getMap('writers')
  const left = { buyer: [...NAMES.buyer], seller: [...NAMES.seller] }
  for (const role of doc.getMap<Y.Map<unknown>>('roles').values()) {
    const side = role.get('side') === 'seller' ? 'seller' : 'buyer'
    const person = typeof role.get('personId') === 'string' ? undefined : left[side].shift()
    if (person === undefined) continue
    const id = newPlanId()
    const record = new Y.Map<unknown>()
    record.set('name', new Y.Text(person))
    record.set('side', side)
    record.set('archived', null)
    doc.getMap('people').set(id, record)
    role.set('personId', id)
    const isWriting = side === 'buyer' && left.buyer.length >= NAMES.buyer.length - WRITING
    if (isWriting)
      writers.set(`${1 + left.buyer.length}`, { grantId: null, personId: id, side, name: person, from: at })
  }
}
