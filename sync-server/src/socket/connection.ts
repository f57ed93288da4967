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
import { Answers } from './answers.ts'
import { Barriers } from './barriers.ts'
import { judge, type Step } from './frame-judge.ts'
import { Intake, type Wait } from './intake.ts'
import { Outbox } from './outbox.ts'
import { Pulse } from './pulse.ts'
import type { RelaySocket } from './relay-socket.ts'
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

export class Connection implements Member {
  readonly grantId: string
  readonly holder: string
  readonly address: string
  readonly right: Right
  readonly isWriter: boolean
  readonly #parts: ConnectionParts
  readonly #out: Outbox
  readonly #barriers: Barriers
  readonly #answers: Answers
  readonly #intake: Intake
  readonly #pulse: Pulse
  #room: Room | null = null
  #isClosed = false
  /** Its link is being taken back: nothing it says counts any more. */
  #isHeld = false
  /** Changes on their way to disk, and when the first of them came. */
  #unsettled = 0
  #unsettledSince = 0

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
      catchUp: (afterSeq) => this.#answers.catchUp(this.#room, afterSeq),
      cutOff: () => this.cutOff('reader_stalled'),
      buffered: parts.buffered,
    })
    this.#answers = new Answers({
      isClosed: () => this.#isClosed,
      whenRoom: () => this.#out.room(),
      send: (message) => this.#sendMessage(message),
      refuse: (meaning, why) => this.refuse(meaning, why),
      close: (meaning) => this.close(meaning),
      catchesUp: () => parts.metrics.count('catchups_total'),
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
    const steps: Step[] = []
    const { roomKind, limits } = this.#parts
    const speaker = { right: this.right, roomKind, limits, check: (update: Uint8Array) => room.check(this, update) }
    for (const message of messages) {
      const step = judge(message, speaker)
      if ('meaning' in step) return this.refuse(step.meaning, step.why)
      steps.push(step)
    }
    for (const step of steps) this.#take(step, room)
  }

  #take(step: Step, room: Room): void {
    switch (step.do) {
      case 'nothing':
        return
      case 'answer':
        return this.#answers.asked(room, step.vector)
      case 'write':
        return this.#write(room, step.checked, step.isUpload)
      case 'presence':
        return room.presence.receive(this, step.entries)
      case 'everybody': {
        const everybody = room.everybodysPresence()
        if (everybody !== null) this.sendPresence(everybody)
        return
      }
      case 'confirm':
        return this.#confirm(step.n)
    }
  }

  #confirm(n: number): void {
    if (this.#barriers.waiting >= this.#parts.limits.framesBurst) this.refuse(CLOSE.overload, 'barriers')
    else this.#barriers.asked(n)
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
