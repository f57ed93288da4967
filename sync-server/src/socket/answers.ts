// What a room holds, on its way to one reader: answers to state vectors, and catch-ups.
//
// Piece by piece as the reader takes them, and answers one after the other: two that went out mixed would both be said to
// be complete by whichever ended first. Rules OUT-5 and RATE-5, SPEC.md.
import { CLOSE, type CloseMeaning, type Message } from '@milepost/protocol'
import type { Room } from '../rooms/room.ts'

export interface AnswersParts {
  readonly isClosed: () => boolean
  /** Resolves when the reader has room for the next large piece, or is gone. */
  readonly whenRoom: () => Promise<void>
  readonly send: (message: Message) => void
  readonly refuse: (meaning: CloseMeaning, why: string) => void
  readonly close: (meaning: CloseMeaning) => void
  readonly catchesUp: () => void
}

/** Answers that may wait for the reader: an honest client asks once and then now and then. */
const QUESTIONS = 16

export class Answers {
  readonly #parts: AnswersParts
  #last: Promise<void> = Promise.resolve()
  #waiting = 0

  constructor(parts: AnswersParts) {
    this.#parts = parts
  }

  asked(room: Room, vector: Uint8Array): void {
    // Each answer may be a whole document, made and kept until the reader takes it.
    if (this.#waiting >= QUESTIONS) return this.#parts.refuse(CLOSE.overload, 'questions')
    this.#waiting++
    this.#last = this.#answerAfter(this.#last, room, vector)
  }

  /** Everything after this row, for a reader that fell behind. Rejects where the disk does not answer. */
  async catchUp(room: Room | null, afterSeq: number): Promise<void> {
    this.#parts.catchesUp()
    const pieces = (await room?.piecesSince(afterSeq)) ?? []
    await this.#send(pieces, false)
  }

  async #answerAfter(earlier: Promise<void>, room: Room, vector: Uint8Array): Promise<void> {
    await earlier
    try {
      await this.#send(await room.piecesFor(vector), true)
    } catch {
      this.#parts.close(CLOSE.storage)
    }
    this.#waiting--
  }

  /** The last piece says "that was all" where a state vector was answered. */
  async #send(pieces: readonly Uint8Array[], isAnswer: boolean): Promise<void> {
    for (const [index, update] of pieces.entries()) {
      await this.#parts.whenRoom()
      if (this.#parts.isClosed()) return
      this.#parts.send({ type: isAnswer && index === pieces.length - 1 ? 'syncStep2' : 'update', update })
    }
  }
}
