// An update with everything in front of it that a socket needs, in one buffer made once for all readers.
//
// The update stands at the end of a buffer of its own: what Yjs reads past it is an error and never somebody else's bytes.

export interface UpdateFrame {
  /** A whole websocket frame from the relay: header, message type, length, update. */
  readonly frame: Uint8Array
  readonly update: Uint8Array
}

const BINARY_AND_LAST = 0x82
const SYNC_UPDATE = [0, 2]

export function frameUpdate(update: Uint8Array): UpdateFrame {
  const length = varUint(update.length)
  const payload = SYNC_UPDATE.length + length.length + update.length
  const header = frameHeader(payload)
  const frame = new Uint8Array(header.length + payload)
  frame.set(header)
  frame.set(SYNC_UPDATE, header.length)
  frame.set(length, header.length + SYNC_UPDATE.length)
  frame.set(update, frame.length - update.length)
  return { frame, update: frame.subarray(frame.length - update.length) }
}

/** Any message as a whole websocket frame. */
export function frameMessage(message: Uint8Array): Uint8Array {
  const header = frameHeader(message.length)
  const frame = new Uint8Array(header.length + message.length)
  frame.set(header)
  frame.set(message, header.length)
  return frame
}

function frameHeader(length: number): number[] {
  if (length < 126) return [BINARY_AND_LAST, length]
  if (length < 65_536) return [BINARY_AND_LAST, 126, length >> 8, length & 255]
  return [BINARY_AND_LAST, 127, 0, 0, 0, 0, length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255]
}

function varUint(value: number): number[] {
  const bytes: number[] = []
  let left = value
  while (left > 127) {
    bytes.push(128 + (left % 128))
    left = Math.floor(left / 128)
  }
  bytes.push(left)
  return bytes
}
