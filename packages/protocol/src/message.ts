// The messages on the wire as one closed union, and the only code that reads or writes their bytes. PROTOCOL.md says the
// same in prose.
//
// Reading is strict: a frame is either understood whole or it is a problem, and what a caller acts on are the decoded
// values, never the raw bytes (a filter on raw bytes was walked around with overlong numbers). A frame may hold several
// messages on the way to the relay; the relay sends one per frame, because the stock client reads only the first.
// Rules FRAME-1 to FRAME-9, SPEC.md.
import * as encoding from 'lib0/encoding'
import { LIMITS } from './limits.ts'
import { StrictReader, type ReadProblem } from './strict-reader.ts'

/** One person's presence as it travels; `state` is JSON text, `null` says goodbye. */
export interface PresenceEntry {
  readonly clientId: number
  readonly clock: number
  readonly state: string
}

/** `updates` and state vectors are Yjs V1 bytes, which this package does not interpret further than noted. */
export type Message =
  | { readonly type: 'syncStep1'; readonly vector: Uint8Array }
  | { readonly type: 'syncStep2'; readonly update: Uint8Array }
  | { readonly type: 'update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly entries: readonly PresenceEntry[] }
  | { readonly type: 'queryAwareness' }
  | { readonly type: 'barrier'; readonly n: number }
  | { readonly type: 'barrierAnswer'; readonly n: number; readonly status: BarrierStatus }
  | { readonly type: 'hello'; readonly epoch: string; readonly relayTime: number; readonly leastAppVersion: number }

export type MessageType = Message['type']

/** "Is everything I sent before this on disk?", and the answer. Ours; 0 to 3 are y-websocket's. */
export const BARRIER = 100
export const HELLO = 101

const SYNC = 0
const AWARENESS = 1
const QUERY_AWARENESS = 3
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2

export const BARRIER_STATUS = {
  /** Everything this socket sent before the barrier is on disk. */
  durable: 0,
  /** This right writes nothing in this room, so there is nothing to keep. */
  refused: 1,
  /** The room is full; what was sent before was not kept. */
  full: 2,
} as const

export type BarrierStatus = (typeof BARRIER_STATUS)[keyof typeof BARRIER_STATUS]

export interface FrameProblem {
  readonly problem: ReadProblem | 'empty' | 'unknown-type' | 'trailing-bytes' | 'bad-vector' | 'bad-status'
  /** How many bytes were read before it showed. */
  readonly at: number
}

/** Which end wrote the frame: the same number means a question from one and an answer from the other. */
export type Sender = 'client' | 'relay'

export function isFrameProblem(result: readonly Message[] | FrameProblem): result is FrameProblem {
  return 'problem' in result
}

/** All messages of a frame, or what is wrong with it. Byte fields are views into `bytes`. */
export function decodeFrame(bytes: Uint8Array, sender: Sender = 'client'): readonly Message[] | FrameProblem {
  const reader = new StrictReader(bytes)
  if (reader.isDone) return { problem: 'empty', at: 0 }
  const messages: Message[] = []
  while (!reader.isDone) {
    const message = readMessage(reader, sender)
    const problem = reader.problem ?? (typeof message === 'string' ? message : null)
    if (problem !== null || typeof message === 'string') return { problem: problem ?? 'unknown-type', at: reader.at }
    messages.push(message)
    if (sender === 'relay' && !reader.isDone) return { problem: 'trailing-bytes', at: reader.at }
  }
  return messages
}

function readMessage(reader: StrictReader, sender: Sender): Message | FrameProblem['problem'] {
  switch (reader.number()) {
    case SYNC:
      return readSync(reader)
    case AWARENESS:
      return readAwareness(reader.bytes())
    case QUERY_AWARENESS:
      return sender === 'client' ? { type: 'queryAwareness' } : 'unknown-type'
    case BARRIER: {
      const n = reader.number()
      return sender === 'client' ? { type: 'barrier', n } : readAnswer(n, reader.number())
    }
    case HELLO:
      if (sender === 'client') return 'unknown-type'
      return { type: 'hello', epoch: reader.text(), relayTime: reader.number(), leastAppVersion: reader.number() }
    default:
      return 'unknown-type'
  }
}

function readSync(reader: StrictReader): Message | FrameProblem['problem'] {
  const step = reader.number()
  if (step > UPDATE) return 'unknown-type'
  const bytes = reader.bytes()
  if (step === STEP_1) return isVector(bytes) ? { type: 'syncStep1', vector: bytes } : 'bad-vector'
  return { type: step === STEP_2 ? 'syncStep2' : 'update', update: bytes }
}

function readAnswer(n: number, status: number): Message | 'bad-status' {
  return status === 0 || status === 1 || status === 2 ? { type: 'barrierAnswer', n, status } : 'bad-status'
}

function readAwareness(payload: Uint8Array): Message | FrameProblem['problem'] {
  const reader = new StrictReader(payload)
  const entries: PresenceEntry[] = []
  for (let left = reader.number(); left > 0 && reader.problem === null; left--) {
    entries.push({ clientId: reader.number(), clock: reader.number(), state: reader.text() })
  }
  if (reader.problem !== null) return reader.problem
  return reader.isDone ? { type: 'awareness', entries } : 'trailing-bytes'
}

/** Pairs of client and clock, no client twice: Yjs would throw on less, and take the last of two. */
function isVector(bytes: Uint8Array): boolean {
  if (bytes.length > LIMITS.vectorBytes) return false
  const reader = new StrictReader(bytes)
  const seen = new Set<number>()
  for (let left = reader.number(); left > 0 && reader.problem === null; left--) {
    const client = reader.number()
    reader.number()
    if (seen.has(client)) return false
    seen.add(client)
  }
  return reader.problem === null && reader.isDone
}

/** The bytes of one message: a whole frame. */
export function encodeMessage(message: Message): Uint8Array {
  const encoder = encoding.createEncoder()
  switch (message.type) {
    case 'syncStep1':
      writeSync(encoder, STEP_1, message.vector)
      break
    case 'syncStep2':
      writeSync(encoder, STEP_2, message.update)
      break
    case 'update':
      writeSync(encoder, UPDATE, message.update)
      break
    case 'awareness':
      encoding.writeVarUint(encoder, AWARENESS)
      encoding.writeVarUint8Array(encoder, encodePresences(message.entries))
      break
    case 'queryAwareness':
      encoding.writeVarUint(encoder, QUERY_AWARENESS)
      break
    case 'barrier':
      encoding.writeVarUint(encoder, BARRIER)
      encoding.writeVarUint(encoder, message.n)
      break
    case 'barrierAnswer':
      encoding.writeVarUint(encoder, BARRIER)
      encoding.writeVarUint(encoder, message.n)
      encoding.writeVarUint(encoder, message.status)
      break
    case 'hello':
      encoding.writeVarUint(encoder, HELLO)
      encoding.writeVarString(encoder, message.epoch)
      encoding.writeVarUint(encoder, message.relayTime)
      encoding.writeVarUint(encoder, message.leastAppVersion)
      break
  }
  return encoding.toUint8Array(encoder)
}

function writeSync(encoder: encoding.Encoder, step: number, bytes: Uint8Array): void {
  encoding.writeVarUint(encoder, SYNC)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, bytes)
}

function encodePresences(entries: readonly PresenceEntry[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const entry of entries) {
    encoding.writeVarUint(encoder, entry.clientId)
    encoding.writeVarUint(encoder, entry.clock)
    encoding.writeVarString(encoder, entry.state)
  }
  return encoding.toUint8Array(encoder)
}
