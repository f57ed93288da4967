// What the relay is held against: passes every message on to everybody else at the same address, keeps nothing and checks
// nothing. No relay on this library can do with less for each message.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'

/** Resolves with its port. */
export async function startBareServer(): Promise<number> {
  const rooms = new Map<string, Set<WebSocket>>()
  const http = createServer()
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false, clientTracking: false })
  sockets.on('connection', (socket, request) => {
    const name = request.url ?? ''
    const room = rooms.get(name) ?? new Set()
    rooms.set(name, room)
    room.add(socket)
    socket.on('message', (message) => {
      for (const other of room) if (other !== socket) other.send(message as Buffer, { binary: true })
    })
    socket.on('close', () => room.delete(socket))
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return (http.address() as AddressInfo).port
}
