// The stock y-websocket provider, unchanged, with waiting for things instead of for time.
import {
  BARRIER,
  SUBPROTOCOL,
  capabilityProtocol,
  decodeFrame,
  encodeMessage,
  isFrameProblem,
  type Capability,
} from '@milepost/protocol'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

export interface StockClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly text: Y.Text
  synced(): Promise<void>
  /** The code of a permanent close. */
  closed(): Promise<number>
  /** Asks whether everything so far is on disk; the status of the answer. */
  barrier(): Promise<number>
  leave(): void
}

export interface StockClientOptions {
  readonly doc?: Y.Doc
  readonly params?: Record<string, string>
}

let lastBarrier = 0

export function stockClient(
  origin: string,
  room: string,
  secret: Capability,
  options: StockClientOptions = {},
): StockClient {
  const { doc = new Y.Doc(), params = {} } = options
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync`, room, doc, {
    protocols: [SUBPROTOCOL, capabilityProtocol(secret)],
    disableBc: true,
    params,
  })
  const barriers = new Map<number, (status: number) => void>()
  provider.messageHandlers[BARRIER] = (_encoder, decoder) => {
    const messages = decodeFrame(decoder.arr, 'relay')
    if (isFrameProblem(messages)) throw new Error(messages.problem)
    for (const message of messages) {
      if (message.type === 'barrierAnswer') barriers.get(message.n)?.(message.status)
    }
    decoder.pos = decoder.arr.length
  }
  // The hello: a stock client would only complain about it on the console.
  provider.messageHandlers[101] = () => {}
  return {
    doc,
    provider,
    text: doc.getText('t'),
    synced: () =>
      new Promise((resolve) => {
        if (provider.synced) resolve()
        else provider.once('sync', () => resolve())
      }),
    closed: () => new Promise((resolve) => provider.once('closed', ({ code }: { code: number }) => resolve(code))),
    barrier: () =>
      new Promise((resolve) => {
        const n = ++lastBarrier
        barriers.set(n, resolve)
        provider.ws?.send(encodeMessage({ type: 'barrier', n }) as Uint8Array<ArrayBuffer>)
      }),
    leave: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** Resolves when the condition holds after some change of the document; never looks at a clock. */
export function until(doc: Y.Doc, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!condition()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
}
