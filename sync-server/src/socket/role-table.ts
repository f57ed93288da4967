// What becomes of each message, by right and room: the table of rights at the level of the wire, deny by default.
//
// A viewer's empty update is normal (stock clients answer a state vector with one) and means nothing. A non-empty one
// closes the socket: dropped in silence it would leave the viewer with text that nobody else has, and call it synced.
// Rules ROLE-1 to ROLE-5, SPEC.md.
import { mayWriteRoom, type Message, type Right, type RoomKind } from '@milepost/protocol'
import { isEmptyUpdate } from '../rooms/update-check.ts'

/** `serve` it, `ignore` it, or close: `notAllowed` for this right, `malformed` from any client. */
export type Verdict = 'serve' | 'ignore' | 'notAllowed' | 'malformed'

export function verdictOn(message: Message, right: Right, room: RoomKind): Verdict {
  switch (message.type) {
    case 'syncStep1':
    case 'awareness':
    case 'queryAwareness':
    case 'barrier':
      return 'serve'
    case 'syncStep2':
    case 'update':
      if (mayWriteRoom(right, room)) return 'serve'
      return isEmptyUpdate(message.update) ? 'ignore' : 'notAllowed'
    case 'barrierAnswer':
    case 'hello':
      return 'malformed'
  }
}
