// Small updates for tests that look at the wire.
import type { Message } from '@milepost/protocol'
import * as Y from 'yjs'

/** A text typed by one client, as one update. */
export function typed(text: string, clientID = 1): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientID
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

/** Each key one update. */
export function keystrokes(text: string, clientID = 1): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = clientID
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const [at, letter] of [...text].entries()) doc.getText('t').insert(at, letter)
  return updates
}

export function textOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText('t').toJSON()
}

export function textReceived(messages: readonly Message[]): string {
  return textOf(messages.flatMap((message) => ('update' in message ? [message.update] : [])))
}
