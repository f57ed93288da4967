// What one message of a frame will do, or why its frame is refused: decided before anything happens, and without doing it.
//
// First the role table, then what the room says of a change. Rules ROLE-1 to ROLE-4, SIZE-1, SPEC.md.
import {
  CLOSE,
  type CloseMeaning,
  type Message,
  type PresenceEntry,
  type Right,
  type RoomKind,
} from '@milepost/protocol'
import type { RelayLimits } from '../limits.ts'
import type { CheckedUpdate, Room } from '../rooms/room.ts'
import { verdictOn } from './role-table.ts'

export type Step =
  | { readonly do: 'nothing' }
  | { readonly do: 'answer'; readonly vector: Uint8Array }
  | { readonly do: 'write'; readonly checked: CheckedUpdate | 'empty'; readonly isUpload: boolean }
  | { readonly do: 'presence'; readonly entries: readonly PresenceEntry[] }
  | { readonly do: 'everybody' }
  | { readonly do: 'confirm'; readonly n: number }

export interface FrameRefusal {
  readonly meaning: CloseMeaning
  /** For the metrics. */
  readonly why: string
}

/** Who said it, and where. */
export interface Speaker {
  readonly right: Right
  readonly roomKind: RoomKind
  readonly limits: Pick<RelayLimits, 'updateBytes' | 'uploadBytes'>
  readonly check: (update: Uint8Array) => ReturnType<Room['check']>
}

export function judge(message: Message, speaker: Speaker): Step | FrameRefusal {
  switch (verdictOn(message, speaker.right, speaker.roomKind)) {
    case 'malformed':
      return { meaning: CLOSE.malformed, why: message.type }
    case 'notAllowed':
      return { meaning: CLOSE.notAllowed, why: 'right' }
    case 'ignore':
      return { do: 'nothing' }
    case 'serve':
      return stepFor(message, speaker)
  }
}

function stepFor(message: Message, speaker: Speaker): Step | FrameRefusal {
  switch (message.type) {
    case 'syncStep1':
      // Answered later, when the frame's own buffer is another frame's.
      return { do: 'answer', vector: message.vector.slice() }
    case 'syncStep2':
    case 'update':
      return writing(message.update, message.type === 'syncStep2', speaker)
    case 'awareness':
      return { do: 'presence', entries: message.entries }
    case 'queryAwareness':
      return { do: 'everybody' }
    case 'barrier':
      return { do: 'confirm', n: message.n }
    default:
      return { do: 'nothing' }
  }
}

function writing(update: Uint8Array, isUpload: boolean, { limits, check }: Speaker): Step | FrameRefusal {
  if (update.length > (isUpload ? limits.uploadBytes : limits.updateBytes)) {
    return { meaning: CLOSE.tooBig, why: isUpload ? 'upload_bytes' : 'update_bytes' }
  }
  const checked = check(update)
  if (checked === 'full') return { meaning: CLOSE.tooBig, why: 'room_full' }
  if (checked === 'foreign') return { meaning: CLOSE.notAllowed, why: 'foreign_client' }
  if (checked === 'not-an-update' || checked === 'wrong-encoding') return { meaning: CLOSE.malformed, why: checked }
  return { do: 'write', checked, isUpload }
}
