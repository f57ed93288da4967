// A socket that says exactly what a test tells it to, right or wrong.
import {
  SUBPROTOCOL,
  capabilityProtocol,
  decodeFrame,
  encodeMessage,
  isFrameProblem,
  type Capability,
  type Message,
  type MessageType,
} from '@milepost/protocol'
import { WebSocket } from 'ws'

export interface RawClient {
  readonly ws: WebSocket
  /** Every frame so far, decoded: the relay puts one message into each. */
  readonly received: readonly Message[]
  readonly closed: Promise<number>
  /** The next message of this type, from now on. */
  next<Type extends MessageType>(type: Type): Promise<Extract<Message, { type: Type }>>
  /** Resolves when what was received so far fulfils the condition. */
  until(condition: (received: readonly Message[]) => boolean): Promise<void>
  send(...messages: readonly Message[]): void
  sendBytes(...bytes: readonly number[]): void
  /** Resolves when the relay has worked through everything sent so far: pings are answered in order with frames. */
  served(): Promise<void>
  leave(): void
}

export interface RawOptions {
  readonly protocols?: readonly string[]
  /** `?v=1` */
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
}

export function rawClient(origin: string, room: string, secret: string, options: RawOptions = {}): RawClient {
  const { protocols = [SUBPROTOCOL, capabilityProtocol(secret as Capability)], query = '', headers = {} } = options
  const ws = new WebSocket(`${origin.replace('http', 'ws')}/sync/${room}${query}`, [...protocols], { headers })
  const received: Message[] = []
  const waiting = new Set<(message: Message) => void>()
  ws.on('message', (data: Buffer) => {
    const messages = decodeFrame(Uint8Array.from(data), 'relay')
    if (isFrameProblem(messages)) throw new Error(`the relay sent ${messages.problem}`)
    for (const message of messages) {
      received.push(message)
      for (const look of waiting) look(message)
    }
  })
  ws.on('error', () => {})
  const closed = new Promise<number>((resolve) => ws.once('close', resolve))
  const opened = new Promise<void>((resolve) => ws.once('open', () => resolve()))
  const whenOpen = (send: () => void) => void opened.then(send)
  return {
    ws,
    received,
    closed,
    next: <Type extends MessageType>(type: Type) =>
      new Promise<Extract<Message, { type: Type }>>((resolve) => {
        const look = (message: Message) => {
          if (message.type !== type) return
          waiting.delete(look)
          resolve(message as Extract<Message, { type: Type }>)
        }
        waiting.add(look)
      }),
    until: (condition) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!condition(received)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    send: (...messages) => whenOpen(() => ws.send(Buffer.concat(messages.map(encodeMessage)))),
    sendBytes: (...bytes) => whenOpen(() => ws.send(Uint8Array.from(bytes))),
    served: async () => {
      await opened
      const pong = new Promise<void>((resolve) => ws.once('pong', () => resolve()))
      ws.ping()
      await pong
    },
    leave: () => ws.terminate(),
  }
}
