// People who type, each on a socket of his own: so many rooms, so many in each. Counts what arrives at the others and how
// long it took.
import { decodeFrame, encodeMessage, isFrameProblem } from '@milepost/protocol'
import { WebSocket } from 'ws'
import type { MeasuredServer, Place } from './measured-server.ts'
import { typingIn, typingMessage } from './typing-updates.ts'

const NOTHING = encodeMessage({ type: 'syncStep2', update: Uint8Array.of(0, 0) })
const QUESTION = encodeMessage({ type: 'syncStep1', vector: Uint8Array.of(0) })

export class Crowd {
  readonly perRoom: number
  /** Called when somebody else has got it. */
  arrived: (writer: number, n: number) => void = () => {}
  /** Set: waits are noted. */
  isMeasuring = false
  readonly waits: number[] = []
  deliveries = 0
  readonly #sockets: WebSocket[] = []
  readonly #sent: number[] = []
  readonly #sentAt: number[][] = []

  private constructor(perRoom: number) {
    this.perRoom = perRoom
  }

  static async join(server: MeasuredServer, rooms: number, perRoom: number): Promise<Crowd> {
    const crowd = new Crowd(perRoom)
    for (let room = 0; room < rooms; room++) {
      const place = await server.newPlace()
      await Promise.all(Array.from({ length: perRoom }, () => crowd.#joinOne(place, server.isRelay)))
    }
    return crowd
  }

  get size(): number {
    return this.#sockets.length
  }

  type(writer: number): void {
    const n = this.#sent[writer] ?? 0
    this.#sent[writer] = n + 1
    const times = (this.#sentAt[writer] ??= [])
    times[n] = performance.now()
    this.#sockets[writer]?.send(typingMessage(writer, n))
  }

  leave(): void {
    for (const socket of this.#sockets) socket.terminate()
  }

  /** At the relay one is there when one's question was answered, and has answered the relay's. */
  async #joinOne({ url, protocols }: Place, isRelay: boolean): Promise<void> {
    const socket = new WebSocket(url, protocols, { perMessageDeflate: false })
    this.#sockets.push(socket)
    await new Promise<void>((resolve, reject) => {
      socket.on('open', () => (isRelay ? socket.send(QUESTION) : resolve()))
      socket.on('error', reject)
      socket.on('message', (data: Buffer) => this.#heard(socket, data, resolve))
    })
  }

  #heard(socket: WebSocket, data: Buffer, joined: () => void): void {
    const typing = typingIn(data)
    if (typing !== null) return this.#note(typing.writer, typing.n)
    const messages = decodeFrame(data, 'relay')
    if (isFrameProblem(messages)) throw new Error(messages.problem)
    for (const { type } of messages) {
      if (type === 'syncStep1') socket.send(NOTHING)
      if (type === 'syncStep2') joined()
    }
  }

  #note(writer: number, n: number): void {
    this.deliveries++
    if (this.isMeasuring) this.waits.push(performance.now() - (this.#sentAt[writer]?.[n] ?? 0))
    this.arrived(writer, n)
  }
}
