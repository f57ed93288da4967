// What the relay is held against: passes every message on to everybody else at the same address and checks nothing. With a
// folder it writes each message to SQLite before, on the main thread, which is the least that keeping can cost.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { WebSocketServer, type WebSocket } from 'ws'

interface Passing {
  readonly room: Set<WebSocket>
  readonly name: string
  readonly from: WebSocket
  readonly message: Buffer
}

/** Resolves with its port. */
export async function startBareServer(dataDir: string | null): Promise<number> {
  const rooms = new Map<string, Set<WebSocket>>()
  const take = dataDir === null ? passOn : keeper(dataDir)
  const http = createServer()
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false, clientTracking: false })
  sockets.on('connection', (socket, request) => {
    const name = request.url ?? ''
    const room = rooms.get(name) ?? new Set()
    rooms.set(name, room)
    room.add(socket)
    socket.on('message', (message) => take({ room, name, from: socket, message: message as Buffer }))
    socket.on('close', () => room.delete(socket))
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return (http.address() as AddressInfo).port
}

function passOn({ room, from, message }: Passing): void {
  for (const other of room) if (other !== from) other.send(message, { binary: true })
}

/** One commit for all that came in a turn of the event loop, with the relay's own settings; then they are passed on. */
function keeper(dataDir: string): (passing: Passing) => void {
  const db = new DatabaseSync(join(dataDir, 'bare.sqlite'))
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = FULL')
  db.exec('CREATE TABLE heads (room TEXT PRIMARY KEY, head INTEGER NOT NULL) STRICT')
  db.exec(`CREATE TABLE rows (room TEXT NOT NULL, seq INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (room, seq))
           STRICT, WITHOUT ROWID`)
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const raise = db.prepare(
    'INSERT INTO heads VALUES (?, 1) ON CONFLICT (room) DO UPDATE SET head = head + 1 RETURNING head',
  )
  const insert = db.prepare('INSERT INTO rows VALUES (?, ?, ?)')
  let waiting: Passing[] = []
  const write = () => {
    const batch = waiting
    waiting = []
    begin.run()
    for (const { name, message } of batch) insert.run(name, Number(raise.get(name)?.['head']), message)
    commit.run()
    for (const passing of batch) passOn(passing)
  }
  return (passing) => {
    if (waiting.push(passing) === 1) setImmediate(write)
  }
}
