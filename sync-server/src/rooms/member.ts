// What a room knows of a connection in it. The room tells, the connection sends: rooms never see a socket.
import type { CloseMeaning, Right } from '@milepost/protocol'

export interface Member {
  readonly grantId: string
  /** Who stands behind the link: two links of one person are one holder. */
  readonly holder: string
  readonly right: Right
  /** May it change what this room holds? */
  readonly isWriter: boolean
  /** One whole message, to be sent as one frame. */
  send(message: Uint8Array): void
  /** Messages already framed for the socket, several at once; `fromSeq` is the first row among them. */
  sendFramed(frames: Uint8Array, fromSeq: number): void
  /** Presence: may be left out where the reader is behind. */
  sendPresence(message: Uint8Array): void
  /** A change handed in by this member is on disk, or will never be. */
  settled(outcome: 'kept' | 'failed'): void
  close(meaning: CloseMeaning): void
}
