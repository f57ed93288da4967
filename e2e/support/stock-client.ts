// A client that is not ours: y-websocket's own WebsocketProvider with a link's secret, in Node, held back by nothing of the
// app. What the relay does not refuse, it does.
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { linkParts } from './relay-calls.ts'

/** The relay greets with a message of its own; the stock client calls it unknown, loudly. */
const HELLO = 101

export class StockClient {
  readonly doc = new Y.Doc()
  /** The code that the relay ended it with, once it has. */
  readonly ended: Promise<number>
  readonly #provider: WebsocketProvider

  private constructor(link: string, room: string) {
    const { origin, secret } = linkParts(link)
    this.#provider = new WebsocketProvider(`${origin.replace(/^http/, 'ws')}/sync`, room, this.doc, {
      protocols: ['milepost.v1', `cap.${secret}`],
      disableBc: true,
      connect: false,
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    })
    this.#provider.messageHandlers[HELLO] = () => undefined
    this.ended = new Promise((resolve) => {
      this.#provider.on('connection-close', (event) => {
        if (event !== null) resolve(event.code)
      })
    })
  }

  /** Joins the plan's room and waits until everything in it has arrived. */
  static async join(link: string): Promise<StockClient> {
    const client = new StockClient(link, linkParts(link).planId)
    const synced = new Promise<void>((resolve, reject) => {
      client.#provider.once('sync', () => resolve())
      void client.ended.then((code) => reject(new Error(`not let in: ${code}`)))
    })
    client.#provider.connect()
    await synced
    return client
  }

  /** Tries a room, and answers how that ended. */
  static async refusedFrom(link: string, room: string): Promise<number> {
    const client = new StockClient(link, room)
    client.#provider.connect()
    const code = await client.ended
    client.leave()
    return code
  }

  get title(): string {
    return this.#title.toString()
  }

  /** Writes into the plan's outcome, letter for letter as the app would. */
  writeTitle(text: string): void {
    this.#title.insert(0, text)
  }

  leave(): void {
    this.#provider.destroy()
    this.doc.destroy()
  }

  get #title(): Y.Text {
    const title = this.doc.getMap('meta').get('title')
    if (!(title instanceof Y.Text)) throw new Error('the plan has not arrived')
    return title
  }
}
