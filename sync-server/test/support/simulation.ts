// The relay's rooms, a few clients, a line to each and a disk, in one thread and without a clock: every order of events
// follows from a seed. Sockets are left out (they have tests of their own); what a socket does with changes and barriers
// is here: checks, hands in, and answers when the room says what became of it.
import {
  CLOSE,
  LIMITS,
  decodeFrame,
  encodeMessage,
  isFrameProblem,
  parseRoom,
  roomOf,
  type CloseMeaning,
  type Message,
  type Right,
  type RoomName,
} from '@milepost/protocol'
import * as Y from 'yjs'
import { SILENT_LOG } from '../../src/log.ts'
import { createMetrics } from '../../src/metrics.ts'
import type { Member } from '../../src/rooms/member.ts'
import { Rooms } from '../../src/rooms/registry.ts'
import type { PendingUpdate, Room } from '../../src/rooms/room.ts'
import { directMerger } from '../../src/rooms/testing/direct-merger.ts'
import { Barriers } from '../../src/socket/barriers.ts'
import { GroupCommit } from '../../src/storage/group-commit.ts'
import { PLAN, newGrant, newPlan } from '../../src/storage/testing/storage-contract.ts'
import { fakeTimer, type FakeTimer } from './fake-timer.ts'
import type { Chance } from './seeded.ts'
import { SimClient } from './sim-client.ts'
import { simDisk, type SimDisk } from './sim-disk.ts'

const ROOM = roomOf(PLAN)

// A room of a few hundred changes goes through everything that a large one does.
Object.assign(LIMITS, { tailRows: 16, tailBytes: 2_000, collectFromBytes: 500, mainThreadRows: 24, mergeFanIn: 8 })

export interface SimulationOptions {
  readonly chance: Chance
  readonly clients: number
  /** Updates come twice, late and in another order. Then nobody asks whether they are on disk. */
  readonly isDisorderly?: boolean
}

export class Simulation {
  readonly clients: readonly SimClient[]
  readonly disk: SimDisk
  readonly timer: FakeTimer = fakeTimer()
  readonly #chance: Chance
  readonly #isDisorderly: boolean
  readonly #merger = directMerger()
  #rooms!: Rooms
  #lines = new Map<SimClient, Line>()

  constructor({ chance, clients, isDisorderly = false }: SimulationOptions) {
    this.#chance = chance
    this.#isDisorderly = isDisorderly
    this.disk = simDisk(chance)
    this.clients = Array.from({ length: clients }, (_, at) => new SimClient(100 + at, chance))
  }

  async start(): Promise<void> {
    await this.disk.inner.createPlan(newPlan(newGrant('first', 1)))
    // A link each, and no client id changes hands: whoever is taken for a forger here is not one.
    for (const [at, { doc }] of this.clients.entries()) {
      await this.disk.inner.addGrant(newGrant(linkOf(doc), 2 + at), at)
    }
    this.#boot()
  }

  /** One thing happens: somebody writes, asks, comes or goes, something arrives, the disk works, or all of it dies. */
  async step(): Promise<void> {
    const client = this.#chance.pick(this.clients)
    if (client === undefined) return
    const what = this.#chance.below(100)
    if (what < 30) client.edit()
    else if (what < 38) this.#ask(client)
    else if (what < 40) this.#hangUp(client)
    else if (what < 50) this.#connect(client)
    else if (what < 76) this.#lines.get(client)?.deliver(1 + this.#chance.below(6))
    else if (what < 96) await this.disk.step(!this.#isDisorderly)
    else if (what < 98) this.timer.advance(this.#chance.below(90_000))
    else if (what === 98) await this.#rarely()
    else this.#rooms.sweep()
    // Sometimes several things happen in one turn.
    if (this.#chance.is(0.7)) await turn()
  }

  async #rarely(): Promise<void> {
    if (this.#chance.is(0.2)) await this.restart()
    // A quiet room: everybody leaves, a minute passes.
    else if (this.#chance.is(0.3)) {
      for (const client of this.clients) this.#hangUp(client)
      while (this.disk.waiting > 0) await this.disk.step(false)
      await turn()
      this.timer.advance(61_000)
      this.#rooms.sweep()
    }
  }

  /** Killed and started again. */
  async restart(): Promise<void> {
    for (const client of this.clients) this.#hangUp(client)
    await this.disk.crash()
    this.#boot()
  }

  /** Nothing fails any more, everybody comes and everything arrives. */
  async settle(): Promise<void> {
    for (let quiet = 0, round = 0; quiet < 5; round++) {
      if (round > 5_000) throw new Error('it does not come to rest')
      for (const client of this.clients) if (!client.isConnected) this.#connect(client)
      const arrived = [...this.#lines.values()].map((line) => line.deliver(1_000)).some((count) => count > 0)
      const worked = this.disk.waiting > 0
      await this.disk.step(false)
      await turn()
      if (!arrived && !worked) this.timer.advance(1_000)
      const isDone = !arrived && !worked && this.clients.every(({ isSynced }) => isSynced)
      quiet = isDone ? quiet + 1 : 0
    }
  }

  /** What a new client would get after a restart. */
  async stored(): Promise<Y.Doc> {
    const doc = new Y.Doc()
    for (const update of await this.storedUpdates()) Y.applyUpdate(doc, update)
    return doc
  }

  async storedUpdates(): Promise<readonly Uint8Array[]> {
    const room = await this.disk.inner.readRoom(ROOM)
    if (typeof room === 'string') throw new Error(room)
    return [...room.segments, ...room.tail].map(({ update }) => update)
  }

  get waiting(): number {
    return this.#rooms.waiting.rows
  }

  /** What the relay was asked to merge, cut and collect. */
  get work(): ReadonlySet<string> {
    return new Set(this.#merger.asked)
  }

  #boot(): void {
    const storage = this.disk.storage()
    const commits = new GroupCommit<PendingUpdate>(storage, { committed: () => {}, failed: () => {} })
    const parts = { storage, commits, timer: this.timer, merger: this.#merger, metrics: createMetrics() }
    this.#rooms = new Rooms({ ...parts, log: SILENT_LOG, bindsClients: true, collectsDeleted: true })
  }

  #connect(client: SimClient): void {
    if (client.isConnected) return
    const line = new Line(client, this.#isDisorderly ? this.#chance : null, () => this.#hangUp(client))
    this.#lines.set(client, line)
    client.connected((frame) => line.toRelay.push(frame))
    const rooms = this.#rooms
    const id = parseRoom(ROOM as RoomName)
    if (id === null) throw new Error('no room')
    void this.#open(line, rooms.open(id))
  }

  async #open(line: Line, opening: ReturnType<Rooms['open']>): Promise<void> {
    const room = await opening
    if (typeof room === 'string') line.close(CLOSE.storage)
    else line.open(room)
  }

  #ask(client: SimClient): void {
    if (!this.#isDisorderly) client.ask()
  }

  #hangUp(client: SimClient): void {
    this.#lines.get(client)?.drop()
    this.#lines.delete(client)
    client.disconnected()
  }
}

/** One connection: two queues, and the relay's end of it. */
class Line implements Member {
  readonly grantId: string
  readonly holder: string
  readonly right: Right = 'edit'
  readonly isWriter = true
  readonly toRelay: Uint8Array[] = []
  readonly #toClient: Uint8Array[] = []
  readonly #client: SimClient
  readonly #disorder: Chance | null
  readonly #hungUp: () => void
  readonly #barriers = new Barriers(true, (n, status) => this.#say({ type: 'barrierAnswer', n, status }))
  #room: Room | null = null
  #isGone = false

  constructor(client: SimClient, disorder: Chance | null, hungUp: () => void) {
    this.#client = client
    this.#disorder = disorder
    this.#hungUp = hungUp
    this.grantId = linkOf(client.doc)
    this.holder = this.grantId
  }

  open(room: Room): void {
    if (this.#isGone) return
    this.#room = room
    this.#say({ type: 'syncStep1', vector: room.vector() })
    room.join(this)
  }

  /** So many frames each way arrive; how many there were. */
  deliver(count: number): number {
    const down = this.#toClient.splice(0, count)
    for (const frame of down) this.#client.hear(frame)
    if (this.#room === null) return down.length
    const up = this.#taken(count)
    for (const frame of up) if (!this.#isGone) this.#serve(frame, this.#room)
    return down.length + up.length
  }

  drop(): void {
    this.#isGone = true
    this.#room?.leave(this)
  }

  send(message: Uint8Array): void {
    this.#toClient.push(message)
  }

  sendFramed(frames: Uint8Array): void {
    for (const payload of payloadsOf(frames)) this.#toClient.push(payload)
  }

  sendPresence(): void {}

  settled(outcome: 'kept' | 'failed'): void {
    if (this.#isGone) return
    if (outcome === 'kept') this.#barriers.changeKept()
    else this.close(CLOSE.storage)
  }

  close(meaning: CloseMeaning): void {
    if (this.#isGone) return
    if (meaning.permanent) throw new Error(`an honest client was sent away for good: ${meaning.code}`)
    this.#hungUp()
  }

  /** In disorder a frame may come again later, or wait for the next ones. */
  #taken(count: number): Uint8Array[] {
    const frames = this.toRelay.splice(0, count)
    if (this.#disorder === null) return frames
    const isUpdate = (frame: Uint8Array) => frame[0] === 0 && frame[1] === 2
    const late = frames.filter((frame) => isUpdate(frame) && this.#disorder?.is(0.3))
    const again = frames.filter((frame) => isUpdate(frame) && this.#disorder?.is(0.2))
    // In the very end nothing is held back any more: `settle` asks for more than there ever is.
    const isEnd = count >= 1_000
    if (!isEnd) this.toRelay.push(...late.toReversed(), ...again)
    return isEnd ? frames : frames.filter((frame) => !late.includes(frame))
  }

  #serve(frame: Uint8Array, room: Room): void {
    const messages = decodeFrame(frame)
    if (isFrameProblem(messages)) throw new Error(messages.problem)
    for (const message of messages) this.#perform(message, room)
  }

  #perform(message: Message, room: Room): void {
    if (message.type === 'syncStep1') void this.#answer(message.vector.slice(), room)
    if (message.type === 'barrier') this.#barriers.asked(message.n)
    if (message.type !== 'update' && message.type !== 'syncStep2') return
    const checked = room.check(this, message.update)
    if (typeof checked === 'string' && checked !== 'empty') throw new Error(`an honest change is ${checked}`)
    const isUpload = message.type === 'syncStep2'
    if (checked !== 'empty') {
      if (room.write(this, checked, isUpload) === 'unavailable') return this.close(CLOSE.storage)
      this.#barriers.changeHandedIn()
    }
    if (isUpload) this.#barriers.uploaded()
  }

  async #answer(vector: Uint8Array, room: Room): Promise<void> {
    const pieces = await room.piecesFor(vector).catch(() => null)
    if (pieces === null) return this.close(CLOSE.storage)
    for (const [at, update] of pieces.entries()) {
      this.#say({ type: at === pieces.length - 1 ? 'syncStep2' : 'update', update })
    }
  }

  #say(message: Message): void {
    this.send(encodeMessage(message))
  }
}

/** The payloads of whole websocket frames as a relay writes them: not masked, one message each. */
function* payloadsOf(frames: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < frames.length;) {
    const view = new DataView(frames.buffer, frames.byteOffset + at)
    const short = view.getUint8(1)
    const header = short < 126 ? 2 : short === 126 ? 4 : 10
    const length = short < 126 ? short : short === 126 ? view.getUint16(2) : Number(view.getBigUint64(2))
    yield frames.slice(at + header, at + header + length)
    at += header + length
  }
}

function linkOf({ clientID }: Y.Doc): string {
  return `link of ${clientID}`
}

/** Everything that is due in this turn of the event loop is done. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
