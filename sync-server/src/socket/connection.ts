// One socket in one room, from the moment its link was found good: reads frames, asks the role table, hands changes to the
// room, and answers.
//
//   waiting (the room loads; nothing is read) -> open (frames are served in order) -> closed
//
// A frame is judged whole before any of it takes effect: one message that is refused refuses them all and closes the
// socket. To drop a single frame and go on would make everything later from that writer invisible to all others.
import type { Duplex } from 'node:stream'
import {
  CLOSE,
  LIMITS,
  decodeFrame,
  encodeMessage,
  isFrameProblem,
  mayWriteRoom,
  type CloseMeaning,
  type Message,
  type Right,
  type RoomKind,
} from '@milepost/protocol'
import type { RelayLimits } from '../limits.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Member } from '../rooms/member.ts'
import type { CheckedUpdate, Room } from '../rooms/room.ts'
import { frameMessage } from '../rooms/update-frame.ts'
import { holderOf, type Grant } from '../storage/storage.ts'
import type { Timer } from '../timer.ts'
import { Barriers } from './barriers.ts'
import { Intake, type Wait } from './intake.ts'
import { Outbox } from './outbox.ts'
import { Pulse } from './pulse.ts'
import type { RelaySocket } from './relay-socket.ts'
import { verdictOn } from './role-table.ts'
import type { SendQueues } from './send-queues.ts'

export interface ConnectionParts {
  /** Paused: nothing may be read before the room is there. */
  readonly ws: RelaySocket
  readonly socket: Duplex
  readonly grant: Pick<Grant, 'id' | 'right' | 'side' | 'personId' | 'expiresAt'>
  /** Where it comes from, as counted. */
  readonly address: string
  /** What its link is called in the log. */
  readonly link: string
  readonly roomKind: RoomKind
  readonly timer: Timer
  readonly metrics: Metrics
  readonly log: Log
  readonly limits: RelayLimits
  readonly leastAppVersion: number
  /** Off: frames and bytes are not counted. */
  readonly hasRateLimits: boolean
  /** Must the writer be read more slowly because the disk is behind? Calls back when it need not. */
  readonly whenCommitsHaveRoom: (callback: () => void) => boolean
  /** More or less waits for this reader. */
  readonly buffered: (by: number) => void
  readonly closed: (connection: Connection) => void
}

/** The empty awareness message `01 01 00`: without a word every 30 s the stock client hangs up. */
const KEEP_ALIVE = frameMessage(encodeMessage({ type: 'awareness', entries: [] }))
/** Answers to state vectors that may wait for the reader: an honest client asks once and then now and then. */
const QUESTIONS = 16

export class Connection implements Member {
  readonly grantId: string
  readonly holder: string
  readonly address: string
  readonly right: Right
  readonly isWriter: boolean
  readonly #parts: ConnectionParts
  readonly #out: Outbox
  readonly #barriers: Barriers
  readonly #intake: Intake
  readonly #pulse: Pulse
  #room: Room | null = null
  #isClosed = false
  /** Its link is being taken back: nothing it says counts any more. */
  #isHeld = false
  /** Changes on their way to disk, and when the first of them came. */
  #unsettled = 0
  #unsettledSince = 0
  /** Answers to state vectors go out one after the other. */
  #answering: Promise<void> = Promise.resolve()
  #questions = 0

  constructor(parts: ConnectionParts) {
    this.#parts = parts
    const { limits } = parts
    this.grantId = parts.grant.id
    this.holder = holderOf(parts.grant)
    this.address = parts.address
    this.right = parts.grant.right
    this.isWriter = mayWriteRoom(parts.grant.right, parts.roomKind)
    this.#intake = new Intake({ ...parts, socket: parts.ws })
    this.#pulse = new Pulse(parts.timer.monotonic(), limits.firstFrameMs)
    this.#barriers = new Barriers(this.isWriter, (n, status) => this.#sendMessage({ type: 'barrierAnswer', n, status }))
    this.#out = new Outbox({
      socket: parts.socket,
      monotonic: () => parts.timer.monotonic(),
      limits,
      catchUp: (afterSeq) => this.#catchUp(afterSeq),
      cutOff: () => this.cutOff('reader_stalled'),
      buffered: parts.buffered,
    })
    parts.ws.beforeGoodbye = () => this.#out.flush()
    parts.ws.on('message', (data, isBinary) => this.#onMessage(data, isBinary))
    parts.ws.on('pong', () => this.#pulse.ponged())
    parts.ws.on('close', () => this.#leave())
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  get isLagging(): boolean {
    return this.#out.isLagging
  }

  get bytesWaiting(): number {
    return this.#out.bytesWaiting
  }

  get stuckMs(): number {
    return this.#out.stuckMs
  }

  get seemsStuck(): boolean {
    return this.#pulse.isDoubtful || this.stuckMs > 0
  }

  waitsFor(why: Wait): boolean {
    return this.#intake.waitsFor(why)
  }

  recount(): void {
    this.#out.recount()
  }

  /** The room is loaded: says hello, asks a writer for what the relay lacks, and serves what came meanwhile. */
  open(room: Room): void {
    if (this.#isClosed) return
    this.#room = room
    const { timer, leastAppVersion } = this.#parts
    this.#sendMessage({ type: 'hello', epoch: room.epoch, relayTime: timer.now(), leastAppVersion })
    // Only writers are asked: a viewer would upload what must then be refused.
    if (this.isWriter) this.#sendMessage({ type: 'syncStep1', vector: room.vector() })
    room.join(this)
    this.#intake.resume('room')
  }

  send(message: Uint8Array): void {
    if (!this.#isClosed) this.#out.write(frameMessage(message))
  }

  sendFramed(frames: Uint8Array, fromSeq: number): void {
    if (!this.#isClosed) this.#out.writeChanges(frames, fromSeq)
  }

  sendPresence(message: Uint8Array): void {
    if (!this.#isClosed) this.#out.writePresence(frameMessage(message))
  }

  settled(outcome: 'kept' | 'failed'): void {
    this.#unsettled--
    if (this.#unsettled === 0) {
      const { metrics, timer } = this.#parts
      metrics.observe('ack_lag_seconds', (timer.monotonic() - this.#unsettledSince) / 1_000)
    }
    if (outcome === 'kept') this.#barriers.changeKept()
    else this.close(CLOSE.storage)
  }

  /** From now on nothing is taken from it, until it is closed. */
  hold(): void {
    this.#isHeld = true
  }

  close(meaning: CloseMeaning): void {
    if (this.#isClosed) return
    this.#parts.metrics.count('closed_total', { code: meaning.code })
    this.#parts.log.debug('closed', { code: meaning.code, link: this.#parts.link })
    this.#parts.ws.close(meaning.code, meaning.reason)
    // A paused socket would never read the other end's goodbye.
    this.#parts.ws.resume()
    this.#leave()
  }

  /** Keeps the socket alive and finds out whether it is. Called every few seconds. */
  sweep(queues: SendQueues | null = null): void {
    if (this.#isClosed) return
    if (this.#isExpired()) return this.close(CLOSE.unknownLink)
    if (this.#out.sweep(queues)) this.#pulse.moved()
    if (this.#isClosed) return
    if (this.#room !== null && this.#out.silentFor() >= LIMITS.silenceMs) this.#out.write(KEEP_ALIVE)
    const beat = this.#pulse.beat(this.#parts.timer.monotonic())
    if (beat === 'ping') this.#parts.ws.ping()
    else if (beat === 'dead') this.cutOff('pongs_missed')
    else if (beat === 'never-spoke') this.refuse(CLOSE.overload, 'first_frame')
  }

  #onMessage(data: unknown, isBinary: boolean): void {
    if (this.#isClosed || this.#isHeld) return
    if (!isBinary || !(data instanceof Uint8Array)) return this.close(CLOSE.malformed)
    this.#pulse.spoke()
    this.#intake.took(data.length)
    this.#serve(data)
  }

  #serve(frame: Uint8Array): void {
    const room = this.#room
    // Nothing is read before the room is there; a frame that came all the same must not be lost in silence.
    if (room === null) return this.close(CLOSE.restart)
    if (this.#isExpired()) return this.close(CLOSE.unknownLink)
    const messages = decodeFrame(frame)
    if (isFrameProblem(messages)) return this.refuse(CLOSE.malformed, messages.problem)
    const steps: (() => void)[] = []
    for (const message of messages) {
      const step = this.#judge(message, room)
      if (typeof step !== 'function') return this.refuse(step.meaning, step.why)
      steps.push(step)
    }
    for (const step of steps) step()
  }

  /** What a message will do, or why the frame is refused. */
  #judge(message: Message, room: Room): (() => void) | { meaning: CloseMeaning; why: string } {
    switch (verdictOn(message, this.right, this.#parts.roomKind)) {
      case 'malformed':
        return { meaning: CLOSE.malformed, why: message.type }
      case 'notAllowed':
        return { meaning: CLOSE.notAllowed, why: 'right' }
      case 'ignore':
        return () => {}
      case 'serve':
        return this.#stepFor(message, room)
    }
  }

  #stepFor(message: Message, room: Room): (() => void) | { meaning: CloseMeaning; why: string } {
    switch (message.type) {
      case 'syncStep1':
        return () => this.#answer(room, message.vector.slice())
      case 'syncStep2':
      case 'update': {
        const { updateBytes, uploadBytes } = this.#parts.limits
        const isUpload = message.type === 'syncStep2'
        if (message.update.length > (isUpload ? uploadBytes : updateBytes)) {
          return { meaning: CLOSE.tooBig, why: isUpload ? 'upload_bytes' : 'update_bytes' }
        }
        const checked = room.check(this, message.update)
        if (checked === 'full') return { meaning: CLOSE.tooBig, why: 'room_full' }
        if (checked === 'foreign') return { meaning: CLOSE.notAllowed, why: 'foreign_client' }
        if (checked === 'not-an-update' || checked === 'wrong-encoding')
          return { meaning: CLOSE.malformed, why: checked }
        return () => this.#write(room, checked, isUpload)
      }
      case 'awareness':
        return () => room.presence.receive(this, message.entries)
      case 'queryAwareness':
        return () => {
          const everybody = room.everybodysPresence()
          if (everybody !== null) this.sendPresence(everybody)
        }
      default:
        return () => this.#ask(message)
    }
  }

  #ask(message: Message): void {
    if (message.type !== 'barrier') return
    if (this.#barriers.waiting >= this.#parts.limits.framesBurst) this.refuse(CLOSE.overload, 'barriers')
    else this.#barriers.asked(message.n)
  }

  #write(room: Room, checked: CheckedUpdate | 'empty', isUpload: boolean): void {
    if (this.#isClosed) return
    if (checked !== 'empty') {
      if (room.write(this, checked, isUpload) === 'unavailable') return this.close(CLOSE.storage)
      this.#barriers.changeHandedIn()
      if (this.#unsettled++ === 0) this.#unsettledSince = this.#parts.timer.monotonic()
      if (!this.#parts.whenCommitsHaveRoom(() => this.#intake.resume('commits'))) this.#intake.pauseFor('commits')
    }
    if (isUpload) this.#barriers.uploaded()
  }

  #answer(room: Room, vector: Uint8Array): void {
    // Each answer may be a whole document, made and kept until the reader takes it.
    if (this.#questions >= QUESTIONS) return this.refuse(CLOSE.overload, 'questions')
    this.#questions++
    this.#answering = this.#answerAfter(this.#answering, room, vector)
  }

  async #answerAfter(earlier: Promise<void>, room: Room, vector: Uint8Array): Promise<void> {
    await earlier
    try {
      await this.#sendPieces(await room.piecesFor(vector), true)
    } catch {
      this.close(CLOSE.storage)
    }
    this.#questions--
  }

  async #catchUp(afterSeq: number): Promise<void> {
    this.#parts.metrics.count('catchups_total')
    const pieces = (await this.#room?.piecesSince(afterSeq)) ?? []
    await this.#sendPieces(pieces, false)
  }

  /** Piece by piece as the reader takes them; the last one says "that was all" where a state vector was answered. */
  async #sendPieces(pieces: readonly Uint8Array[], isAnswer: boolean): Promise<void> {
    for (const [index, update] of pieces.entries()) {
      await this.#out.room()
      if (this.#isClosed) return
      this.#sendMessage({ type: isAnswer && index === pieces.length - 1 ? 'syncStep2' : 'update', update })
    }
  }

  #sendMessage(message: Message): void {
    this.send(encodeMessage(message))
  }

  /** Closes it because of a limit or a rule, and counts which. */
  refuse(meaning: CloseMeaning, why: string): void {
    if (this.#isClosed) return
    this.#parts.metrics.count('refused_total', { why })
    this.close(meaning)
  }

  #isExpired(): boolean {
    const { expiresAt } = this.#parts.grant
    return expiresAt !== null && expiresAt <= this.#parts.timer.now()
  }

  /** Without a goodbye: the other end would not hear it. */
  cutOff(why: string): void {
    if (this.#isClosed) return
    this.#parts.metrics.count('cut_off_total', { why })
    this.#parts.ws.terminate()
    this.#leave()
  }

  #leave(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#out.release()
    this.#room?.leave(this)
    this.#parts.closed(this)
  }
}
