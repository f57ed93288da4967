// An update with everything in front of it that a socket needs, in one buffer made once for all readers.
//
// The update stands at the end of a buffer of its own: what Yjs reads past it is an error and never somebody else's bytes.

export interface UpdateFrame {
  /** A whole websocket frame from the relay: header, message type, length, update. A Buffer: sockets take nothing else as it is. */
  readonly frame: Buffer
  readonly update: Uint8Array
}

const BINARY_AND_LAST = 0x82
const SYNC = 0
const SYNC_UPDATE = 2

export function frameUpdate(update: Uint8Array): UpdateFrame {
  const payload = 2 + varUintLength(update.length) + update.length
  // Not from the pool: it must end where its memory does.
  const frame = Buffer.allocUnsafeSlow(headerLength(payload) + payload)
  let at = writeHeader(frame, payload)
  frame[at++] = SYNC
  frame[at++] = SYNC_UPDATE
  let left = update.length
  while (left > 127) {
    frame[at++] = 128 | (left & 127)
    left >>>= 7
  }
  frame[at++] = left
  frame.set(update, at)
  return { frame, update: new Uint8Array(frame.buffer, at) }
}

/** Any message as a whole websocket frame. */
export function frameMessage(message: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(headerLength(message.length) + message.length)
  frame.set(message, writeHeader(frame, message.length))
  return frame
}

function headerLength(payload: number): number {
  if (payload < 126) return 2
  return payload < 65_536 ? 4 : 10
}

/** Where the payload begins. */
function writeHeader(frame: Buffer, payload: number): number {
  frame[0] = BINARY_AND_LAST
  if (payload < 126) frame[1] = payload
  else if (payload < 65_536) {
    frame[1] = 126
    frame.writeUInt16BE(payload, 2)
  } else {
    frame[1] = 127
    frame.writeUInt32BE(0, 2)
    frame.writeUInt32BE(payload, 6)
  }
  return headerLength(payload)
}

function varUintLength(value: number): number {
  let length = 1
  for (let left = value; left > 127; left >>>= 7) length++
  return length
}
