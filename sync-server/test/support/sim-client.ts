// A client of the simulation: a document, and the conversation of y-websocket with barriers, over a line that may break.
import { decodeFrame, encodeMessage, isFrameProblem, type Message } from '@milepost/protocol'
import * as Y from 'yjs'
import type { Chance } from './seeded.ts'

/** What was in a document when it asked whether all of it is on disk. */
export interface Snapshot {
  readonly vector: ReadonlyMap<number, number>
  readonly deleted: ReturnType<typeof Y.createDeleteSetFromStructStore>
}

export class SimClient {
  readonly doc = new Y.Doc()
  /** Everything this client was ever told is on disk. */
  readonly acked: Snapshot[] = []
  readonly #chance: Chance
  #send: ((frame: Uint8Array) => void) | null = null
  #asked = new Map<number, Snapshot>()
  #lastBarrier = 0
  isSynced = false

  constructor(clientId: number, chance: Chance) {
    this.doc.clientID = clientId
    this.#chance = chance
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#say({ type: 'update', update })
    })
  }

  get isConnected(): boolean {
    return this.#send !== null
  }

  connected(send: (frame: Uint8Array) => void): void {
    this.#send = send
    this.#say({ type: 'syncStep1', vector: Y.encodeStateVector(this.doc) })
  }

  disconnected(): void {
    this.#send = null
    this.#asked = new Map()
    this.isSynced = false
  }

  hear(frame: Uint8Array): void {
    const messages = decodeFrame(frame, 'relay')
    if (isFrameProblem(messages)) throw new Error(messages.problem)
    for (const message of messages) this.#take(message)
  }

  ask(): void {
    if (!this.isConnected) return
    const vector = Y.decodeStateVector(Y.encodeStateVector(this.doc))
    this.#asked.set(++this.#lastBarrier, { vector, deleted: Y.createDeleteSetFromStructStore(this.doc.store) })
    this.#say({ type: 'barrier', n: this.#lastBarrier })
  }

  edit(): void {
    const chance = this.#chance
    const text = this.doc.getText('t')
    const list = this.doc.getArray('a')
    const kind = chance.below(9)
    if (kind < 4) text.insert(chance.below(text.length + 1), 'abcdefgh'.slice(0, 1 + chance.below(8)))
    else if (kind === 4 && text.length > 0) text.delete(chance.below(text.length), 1)
    else if (kind === 5) this.doc.getMap('m').set(`k${chance.below(4)}`, chance.below(100))
    else if (kind === 6) this.doc.getMap('records').set(`r${chance.below(3)}`, new Y.Map([['title', new Y.Text('x')]]))
    else if (kind === 7) list.insert(chance.below(list.length + 1), [chance.below(100)])
    else if (list.length > 0) list.delete(chance.below(list.length), 1)
  }

  #take(message: Message): void {
    switch (message.type) {
      case 'syncStep1':
        this.#say({ type: 'syncStep2', update: Y.encodeStateAsUpdate(this.doc, message.vector) })
        break
      case 'syncStep2':
      case 'update':
        Y.applyUpdate(this.doc, message.update, this)
        if (message.type === 'syncStep2') this.isSynced = true
        break
      case 'barrierAnswer': {
        const snapshot = this.#asked.get(message.n)
        if (snapshot !== undefined && message.status === 0) this.acked.push(snapshot)
        break
      }
      default:
        break
    }
  }

  #say(message: Message): void {
    this.#send?.(encodeMessage(message))
  }
}
