/**
 * A relay in memory at the other end of fake sockets: it does exactly what a test tells it and writes down what it hears, in
 * order. The real one is met in the data room's tests; this one can hold back, lie and be silent.
 */
import { decodeFrame, encodeMessage, isFrameProblem, type Message } from '@milepost/protocol'

export interface FakeSocket {
  readonly url: string
  readonly protocols: readonly string[]
  /** What arrived from the client, in order. */
  readonly heard: Message[]
  open(): void
  say(message: Message): void
  sayBytes(bytes: Uint8Array): void
  close(code: number): void
}

export interface FakeRelay {
  readonly WebSocket: typeof globalThis.WebSocket
  readonly sockets: readonly FakeSocket[]
  /** The newest one. */
  last(): FakeSocket
}

export function fakeRelay(): FakeRelay {
  const sockets: FakeSocket[] = []

  class Wire {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3
    readonly OPEN = 1
    readyState = 0
    binaryType = 'blob'
    onopen: (() => void) | null = null
    onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: (() => void) | null = null
    readonly heard: Message[] = []

    constructor(url: string, protocols: string[]) {
      sockets.push({
        url,
        protocols,
        heard: this.heard,
        open: () => {
          this.readyState = 1
          this.onopen?.()
        },
        say: (message) => this.receive(encodeMessage(message)),
        sayBytes: (bytes) => this.receive(bytes),
        close: (code) => {
          this.readyState = 3
          this.onclose?.({ code, reason: '' })
        },
      })
    }

    receive(bytes: Uint8Array): void {
      this.onmessage?.({ data: new Uint8Array(bytes).buffer })
    }

    send(bytes: Uint8Array): void {
      const messages = decodeFrame(new Uint8Array(bytes), 'client')
      if (isFrameProblem(messages)) throw new Error(`the client sent ${messages.problem}`)
      this.heard.push(...messages)
    }

    close(): void {
      this.readyState = 3
    }
  }

  return {
    WebSocket: Wire as unknown as typeof globalThis.WebSocket,
    sockets,
    last() {
      const socket = sockets.at(-1)
      if (socket === undefined) throw new Error('nobody has connected')
      return socket
    },
  }
}
