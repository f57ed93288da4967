// What a person types, as the message that Yjs would make of it: four letters behind the last four of the same person.
// Written by hand, because a bench that makes its load with Yjs measures Yjs.
import { encodeMessage } from '@milepost/protocol'

const FIRST_CLIENT = 0x4000_0000
const LETTERS = [4, 0x61, 0x62, 0x63, 0x64]
/** A string at the beginning of the root `t`, and one behind what its writer wrote before. */
const FIRST = [0x04, 1, 1, 0x74]
const BEHIND = 0x84
const UPDATE_AT = 3

/** The `n`th typing of a writer, as a whole message. */
export function typingMessage(writer: number, n: number): Uint8Array {
  const client = varUint(FIRST_CLIENT + writer)
  const clock = n * 4
  const place = n === 0 ? FIRST : [BEHIND, ...client, ...varUint(clock - 1)]
  const update = Uint8Array.from([1, 1, ...client, ...varUint(clock), ...place, ...LETTERS, 0])
  return encodeMessage({ type: 'update', update })
}

export interface Typing {
  readonly writer: number
  readonly n: number
}

/** Which typing this message is; null for any other message. */
export function typingIn(message: Uint8Array): Typing | null {
  if (message[0] !== 0 || message[1] !== 2 || (message[2] ?? 0) > 127) return null
  const [client, at] = varUintAt(message, UPDATE_AT + 2)
  const [clock] = varUintAt(message, at)
  return { writer: client - FIRST_CLIENT, n: clock / 4 }
}

function varUint(value: number): number[] {
  const bytes: number[] = []
  let left = value
  while (left > 127) {
    bytes.push(128 + (left % 128))
    left = Math.floor(left / 128)
  }
  return [...bytes, left]
}

function varUintAt(bytes: Uint8Array, from: number): readonly [value: number, next: number] {
  let value = 0
  let factor = 1
  for (let at = from; ; at++) {
    const byte = bytes[at] ?? 0
    value += (byte & 127) * factor
    if (byte < 128) return [value, at + 1]
    factor *= 128
  }
}
