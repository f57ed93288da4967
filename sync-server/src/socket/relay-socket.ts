// The socket library set up for the relay: no compression (memory and processor for updates that are small, and the door
// for bombs), a bound on a message, and close codes that say what they mean.
import { CLOSE, SUBPROTOCOL } from '@milepost/protocol'
import { WebSocket, WebSocketServer, type Server } from 'ws'

export class RelaySocket extends WebSocket {
  /** Hands over what was said and did not leave yet: nothing may follow a goodbye, the library's own included. */
  beforeGoodbye: () => void = () => {}

  /** Errors of the library carry codes the stock client would retry for ever. */
  override close(code?: number, reason?: string | Buffer): void {
    this.beforeGoodbye()
    // 1009: too long. 1008: in too many parts.
    if (code === 1009 || code === 1008) super.close(CLOSE.tooBig.code, CLOSE.tooBig.reason)
    else if (code === 1002 || code === 1003 || code === 1007) super.close(CLOSE.malformed.code, CLOSE.malformed.reason)
    else super.close(code, reason)
  }
}

/** How long the other end may take to say goodbye; the library's types do not know the option. */
const HANDSHAKE = { closeTimeout: 5_000 }

export function socketServer(frameBytes: number): Server<typeof RelaySocket> {
  return new WebSocketServer({
    ...HANDSHAKE,
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: frameBytes,
    WebSocket: RelaySocket,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
}

/** What the library refused, for the metrics; null: the connection just broke. */
export function refusalOfError(error: Error): 'frame_bytes' | 'frame_parts' | 'frame_shape' | null {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') return 'frame_bytes'
  if (code === 'WS_ERR_TOO_MANY_BUFFERED_PARTS') return 'frame_parts'
  return code.startsWith('WS_ERR_') ? 'frame_shape' : null
}
