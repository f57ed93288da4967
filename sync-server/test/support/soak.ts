// The crowd of the soak: people who type in many rooms, lose their line, write on without one and come back, for hours; and an
// oracle for each room, a document that gets every change at once. Stock clients, so that other servers can be soaked alike.
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Chance } from './seeded.ts'
import { until } from './stock-client.ts'

export interface SoakPerson {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  synced(): Promise<void>
  /** Resolves when all it wrote is on disk, as far as the server says such a thing. */
  kept(): Promise<void>
  leave(): void
}

/** Somebody comes into a room, with what he had before. */
export type Enter = (room: number, doc: Y.Doc) => SoakPerson

const BACK_AFTER_MS = 50

// Each stock provider listens for the end of the process.
process.setMaxListeners(0)

export class Soak {
  readonly #enter: Enter
  readonly #chance: Chance
  readonly #perRoom: number
  readonly #oracles: readonly Y.Doc[]
  readonly #people: SoakPerson[][]
  #lastClient = 1_000
  edits = 0

  constructor(enter: Enter, chance: Chance, rooms: number, perRoom: number) {
    this.#enter = enter
    this.#chance = chance
    this.#perRoom = perRoom
    this.#oracles = Array.from({ length: rooms }, () => new Y.Doc())
    this.#people = this.#oracles.map(() => [])
  }

  get rooms(): number {
    return this.#oracles.length
  }

  get size(): number {
    return this.#people.flat().length
  }

  /** Everybody is there again; those who were never here are new people. */
  gather(): void {
    for (const [room, people] of this.#people.entries()) {
      while (people.length < this.#perRoom) people.push(this.#newPerson(room))
    }
  }

  /** So many turns in which people write, lose their line and find it again; `amid` comes in the middle of it. */
  async work(turns: number, amid: () => Promise<void> = async () => {}): Promise<void> {
    for (let turn = 0; turn < turns; turn++) {
      for (const [room, people] of this.#people.entries()) {
        const person = this.#chance.pick(people)
        if (person === undefined) continue
        const what = this.#chance.below(100)
        if (what < 85) this.#write(person.doc)
        else if (what < 92) person.provider.disconnect()
        else if (what < 99) person.provider.connect()
        else this.#visit(room)
      }
      if (turn === Math.floor(turns / 2)) await amid()
      else await new Promise((resolve) => setImmediate(resolve))
    }
  }

  /** Everybody has a line, everything is kept, and everybody has all of it. */
  async settle(): Promise<void> {
    const all = this.#people.flat()
    for (const { provider } of all) provider.connect()
    await Promise.all(all.map((person) => person.synced()))
    await Promise.all(all.map((person) => person.kept()))
    await Promise.all(this.#people.flatMap((people, room) => people.map(({ doc }) => this.#hasAll(doc, room))))
  }

  leave(): void {
    for (const person of this.#people.flat()) person.leave()
    for (const people of this.#people) people.length = 0
  }

  /** Rooms whose content, as somebody gets it who comes for the first time, is not what was written. */
  async wrongRooms(): Promise<readonly number[]> {
    const wrong: number[] = []
    for (const [room, oracle] of this.#oracles.entries()) {
      const reader = this.#enter(room, new Y.Doc())
      await reader.synced()
      if (!isSame(reader.doc, oracle)) wrong.push(room)
      reader.leave()
    }
    return wrong
  }

  #newPerson(room: number): SoakPerson {
    const doc = new Y.Doc()
    doc.clientID = ++this.#lastClient
    const oracle = this.#oracles[room]
    const person = this.#enter(room, doc)
    person.provider.maxBackoffTime = BACK_AFTER_MS
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== person.provider && oracle) Y.applyUpdate(oracle, update)
    })
    return person
  }

  #write(doc: Y.Doc): void {
    this.edits++
    const text = doc.getText('t')
    if (text.length > 20 && this.#chance.is(0.25))
      text.delete(this.#chance.below(text.length - 5), 1 + this.#chance.below(5))
    else text.insert(this.#chance.below(text.length + 1), 'soak '.slice(0, 1 + this.#chance.below(5)))
  }

  /** Somebody looks in and goes. */
  #visit(room: number): void {
    const visitor = this.#enter(room, new Y.Doc())
    void visitor.synced().then(() => visitor.leave())
  }

  async #hasAll(doc: Y.Doc, room: number): Promise<void> {
    const oracle = this.#oracles[room] ?? new Y.Doc()
    await until(doc, () => isSame(doc, oracle))
  }
}

function isSame(doc: Y.Doc, oracle: Y.Doc): boolean {
  if (doc.getText('t').toJSON() !== oracle.getText('t').toJSON()) return false
  return Buffer.compare(Y.encodeStateVector(doc), Y.encodeStateVector(oracle)) === 0 || sameVectors(doc, oracle)
}

/** The bytes of a state vector stand in any order. */
function sameVectors(one: Y.Doc, other: Y.Doc): boolean {
  const [a, b] = [one, other].map((doc) => Y.decodeStateVector(Y.encodeStateVector(doc)))
  return a?.size === b?.size && [...(a ?? [])].every(([client, clock]) => b?.get(client) === clock)
}
