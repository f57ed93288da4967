/**
 * PlanConnection: one document, one socket. Runs the machine: it turns what y-websocket, the page and the clock do into events,
 * and effects into calls. The provider keeps what it is good at (the handshake, presence, the watchdog for silent sockets); when
 * to connect, with what, and what may be said to be saved is decided here.
 *
 *  - The provider never reconnects by itself: every close comes to the machine, which asks the relay first.
 *  - BroadcastChannel is off: a tab that the relay refused would get the document, and an upload, from its neighbour.
 *  - A reader's document never leaves: no answer to the relay's state vector, no update.
 *  - The first barrier leaves in a microtask behind our answer to the relay's step 1, not on `sync`: there it would overtake
 *    the upload of what was written offline, and the answer would be a lie.
 */
import {
  APP_VERSION,
  BARRIER,
  capabilityProtocol,
  decodeFrame,
  encodeMessage,
  HELLO,
  isFrameProblem,
  SUBPROTOCOL,
  type Capability,
  type Message,
  type RoomName,
} from '@milepost/protocol'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import {
  OFFLINE_RETRY_MS,
  retryDelay,
  step,
  STOPPED,
  type Connection,
  type ConnectionEvent,
  type Effect,
  type Mode,
} from './machine.ts'
import { watchMissingParts } from './missing-parts.ts'
import type { PageEvents } from './page-events.ts'
import type { Refusal } from './refusal.ts'
import type { Timers } from './timers.ts'

/** What the relay says over HTTP before each connection. */
export type Admission =
  | { readonly type: 'admitted'; readonly mode: Mode; readonly capability: Capability; readonly epoch: string | null }
  | { readonly type: 'denied'; readonly refusal: Refusal }
  | { readonly type: 'unreachable' }

export interface RelayHello {
  readonly epoch: string
  /** Milliseconds since 1970, by the relay's clock. */
  readonly relayTime: number
}

export interface PlanConnectionOptions<Mark> {
  readonly ydoc: Y.Doc
  readonly awareness: Awareness
  readonly room: RoomName
  /** The relay's origin. */
  readonly relay: string
  readonly ask: () => Promise<Admission>
  /** Whether the relay has to hear of this change; not of what came from it, or from the disk. */
  readonly isOutgoing: (origin: unknown, transaction: Y.Transaction) => boolean
  /** Taken when a barrier leaves; handed back once everything before it is on the relay's disk. */
  readonly mark: () => Mark
  readonly confirm: (mark: Mark) => void
  readonly onChange: (connection: Connection) => void
  readonly onHello: (hello: RelayHello) => void
  readonly onMissing: (isMissing: boolean) => void
  readonly page: PageEvents
  readonly timers: Timers
  readonly random: () => number
  readonly WebSocket: typeof globalThis.WebSocket
}

export interface PlanConnection {
  readonly current: () => Connection
  start(): void
  /** Begins anew: a link was kept, a token given, or somebody pressed "Try again". */
  renew(): void
  /** Something must be confirmed that no change of this document announced (another tab wrote it). */
  confirmAgain(): void
  stop(): void
}

const SYNC = 0
const AWARENESS = 1
/** Below the relay's 30 s of patience there is the provider's watchdog; this is the net under both. */
const RESYNC_MS = 60_000

export function createPlanConnection<Mark>(options: PlanConnectionOptions<Mark>): PlanConnection {
  const { ydoc, room, relay, timers } = options
  let connection: Connection = STOPPED
  let mode: Mode = 'read'
  let admission: (Admission & { type: 'admitted' }) | null = null
  let asked = 0
  let isOurClose = false
  let cancelRetry = () => {}
  const marks = new Map<number, Mark>()

  const provider = new WebsocketProvider(`${relay.replace(/^http/, 'ws')}/sync`, room, ydoc, {
    connect: false,
    disableBc: true,
    awareness: options.awareness,
    WebSocketPolyfill: options.WebSocket,
    resyncInterval: RESYNC_MS,
    shouldReconnect: () => false,
  })

  function dispatch(event: ConnectionEvent): void {
    const { next, effects } = step(connection, event)
    const changed = next !== connection
    connection = next
    for (const effect of effects) run(effect)
    if (changed) options.onChange(connection)
  }

  function run(effect: Effect): void {
    switch (effect.type) {
      case 'ask':
        return void ask()
      case 'connect':
        return connect(effect.mode)
      case 'disconnect':
        return disconnect()
      case 'sendBarrier':
        return queueMicrotask(() => sendBarrier(effect.n))
      case 'confirm':
        return confirm(effect.n)
      case 'retryAfter':
        return retryIn(retryDelay(effect.attempts, options.random))
      case 'retryLater':
        return retryIn(OFFLINE_RETRY_MS)
      case 'cancelRetry':
        return cancelRetry()
    }
  }

  async function ask(): Promise<void> {
    const question = (asked += 1)
    let answer: Admission
    try {
      answer = await options.ask()
    } catch {
      answer = { type: 'unreachable' }
    }
    // Whoever asked again meanwhile does not want the old answer.
    if (question !== asked || connection.phase.name !== 'asking') return
    admission = answer.type === 'admitted' ? answer : null
    dispatch(answer)
  }

  function connect(as: Mode): void {
    if (admission === null) throw new Error('connected without having been admitted')
    mode = as
    marks.clear()
    provider.protocols = [SUBPROTOCOL, capabilityProtocol(admission.capability)]
    provider.params = { v: String(APP_VERSION), ...(admission.epoch === null ? {} : { epoch: admission.epoch }) }
    provider.connect()
  }

  function disconnect(): void {
    isOurClose = true
    provider.disconnect()
    isOurClose = false
  }

  function retryIn(ms: number): void {
    cancelRetry()
    cancelRetry = timers.after(ms, () => dispatch({ type: 'retryDue' }))
  }

  function sendBarrier(n: number): void {
    // Another barrier, or the end of the connection, came first.
    if (connection.phase.name !== 'sending' || connection.barrier !== n) return
    marks.set(n, options.mark())
    send({ type: 'barrier', n })
  }

  function confirm(n: number): void {
    const mark = marks.get(n)
    marks.clear()
    if (mark !== undefined) options.confirm(mark)
  }

  function send(message: Message): void {
    if (provider.wsconnected && provider.ws !== null) provider.ws.send(new Uint8Array(encodeMessage(message)))
  }

  /** The first message of a frame of the relay; a frame that cannot be read ends the connection, it is not guessed at. */
  function read(frame: Uint8Array): Message | null {
    const messages = decodeFrame(frame, 'relay')
    if (!isFrameProblem(messages)) return messages[0] ?? null
    disconnect()
    dispatch({ type: 'closed', code: null })
    return null
  }

  const [syncHandler, awarenessHandler] = [provider.messageHandlers[SYNC], provider.messageHandlers[AWARENESS]]

  provider.messageHandlers[SYNC] = (encoder, decoder, ...rest) => {
    const message = read(decoder.arr)
    if (message === null || (message.type === 'syncStep1' && mode === 'read')) return
    syncHandler?.(encoder, decoder, ...rest)
    // The provider sends the answer when this function returns; the barrier's microtask comes after that.
    if (message.type === 'syncStep1') dispatch({ type: 'answered' })
  }

  provider.messageHandlers[AWARENESS] = (encoder, decoder, ...rest) => {
    try {
      awarenessHandler?.(encoder, decoder, ...rest)
    } catch {
      // Somebody's presence is no JSON. Presence is decoration: it is dropped.
    }
  }

  provider.messageHandlers[BARRIER] = (_encoder, decoder) => {
    const message = read(decoder.arr)
    if (message?.type === 'barrierAnswer') dispatch({ type: 'barrierAnswered', n: message.n, status: message.status })
  }

  provider.messageHandlers[HELLO] = (_encoder, decoder) => {
    const message = read(decoder.arr)
    if (message?.type !== 'hello') return
    if (message.leastAppVersion > APP_VERSION) return dispatch({ type: 'tooOld' })
    // The relay says hello before anything of the document, so nothing was merged yet.
    const known = admission?.epoch ?? null
    if (known !== null && known !== message.epoch) return dispatch({ type: 'otherEpoch' })
    options.onHello({ epoch: message.epoch, relayTime: message.relayTime })
  }

  // The provider sends everything that is not its own; which changes the relay has to hear of is decided here.
  ydoc.off('update', provider._updateHandler)
  function onUpdate(update: Uint8Array, origin: unknown, _ydoc: Y.Doc, transaction: Y.Transaction): void {
    if (origin === provider || !options.isOutgoing(origin, transaction)) return
    if (mode === 'write') send({ type: 'update', update })
    dispatch({ type: 'changed' })
  }
  ydoc.on('update', onUpdate)

  provider.on('status', ({ status }) => {
    if (status === 'connected') dispatch({ type: 'opened' })
  })
  provider.on('sync', (isSynced) => {
    if (isSynced) dispatch({ type: 'received' })
  })
  provider.on('connection-close', (event) => {
    // Also where the provider's own watchdog closed it: it would come back without asking.
    provider.shouldConnect = false
    if (!isOurClose) queueMicrotask(() => dispatch({ type: 'closed', code: event?.code ?? null }))
  })

  const offPage = options.page.subscribe((event) => {
    if (event === 'online') dispatch({ type: 'deviceOnline' })
    if (event === 'offline') dispatch({ type: 'deviceOffline' })
    if (event === 'shown') dispatch({ type: 'shown' })
  })
  const stopWatching = watchMissingParts({
    ydoc,
    timers,
    resync: () => send({ type: 'syncStep1', vector: Y.encodeStateVector(ydoc) }),
    report: options.onMissing,
  })

  return {
    current: () => connection,
    start: () => dispatch({ type: 'start' }),
    renew: () => dispatch({ type: 'renew' }),
    confirmAgain: () => dispatch({ type: 'changed' }),
    stop() {
      dispatch({ type: 'stop' })
      offPage()
      stopWatching()
      ydoc.off('update', onUpdate)
      provider.destroy()
    },
  }
}
