// Reads numbers, byte strings and texts off a frame, and nothing that could have been written in two ways.
//
// lib0's decoder takes overlong numbers and, given a view into a pooled buffer, reads past the end of the frame into its
// neighbours; a filter in front of it can be walked around. So reading from outside is done here. The first problem sticks:
// later reads give empty values, and the caller asks once at the end. Lengths are checked before anything is made.

export type ReadProblem = 'truncated' | 'overlong-number' | 'number-too-big' | 'bad-text'

/** Bits of a number that JavaScript holds exactly. */
const MAX_BYTES = 8

export class StrictReader {
  #at = 0
  #problem: ReadProblem | null = null
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get at(): number {
    return this.#at
  }

  get problem(): ReadProblem | null {
    return this.#problem
  }

  get isDone(): boolean {
    return this.#at >= this.#bytes.length
  }

  /** An unsigned number, seven bits a byte, lowest first, in as few bytes as it takes. */
  number(): number {
    let value = 0
    let factor = 1
    for (let length = 1; length <= MAX_BYTES; length++) {
      const byte = this.#bytes[this.#at]
      if (this.#problem !== null || byte === undefined) return this.#fail('truncated')
      this.#at++
      value += (byte & 127) * factor
      if (byte < 128) {
        if (byte === 0 && length > 1) return this.#fail('overlong-number')
        return value <= Number.MAX_SAFE_INTEGER ? value : this.#fail('number-too-big')
      }
      factor *= 128
    }
    return this.#fail('number-too-big')
  }

  /** Bytes with their length in front: a view into the frame, not a copy. */
  bytes(): Uint8Array {
    const length = this.number()
    if (this.#problem !== null || length > this.#bytes.length - this.#at) {
      this.#fail('truncated')
      return new Uint8Array(0)
    }
    const from = this.#at
    this.#at += length
    return this.#bytes.subarray(from, this.#at)
  }

  text(): string {
    const bytes = this.bytes()
    try {
      return this.#problem === null ? STRICT_UTF8.decode(bytes) : ''
    } catch {
      this.#fail('bad-text')
      return ''
    }
  }

  #fail(problem: ReadProblem): 0 {
    this.#problem ??= problem
    return 0
  }
}

const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
