// A line between a client and the relay that carries only so much a second towards the client, and nothing while it is
// stopped. What the client sends goes through at once.
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface SlowLine {
  /** Where clients connect instead of at the relay. */
  readonly origin: string
  /** Connections made through it so far. */
  readonly connections: number
  /** 0: nothing gets through. */
  carry(bytesPerSecond: number): void
  close(): void
}

/** The line is quiet for so long between two helpings. */
const STEP_MS = 20

export async function slowLine(relayPort: number, rate: number): Promise<SlowLine> {
  const open = new Set<Socket>()
  let connections = 0
  let bytesPerSecond = rate
  const server = createServer((client) => {
    connections++
    const relay = connect(relayPort, '127.0.0.1')
    for (const socket of [client, relay]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        for (const either of [client, relay]) either.destroy()
        clearInterval(helpings)
      })
    }
    client.pipe(relay)
    let left = 0
    const helpings = setInterval(() => {
      left = Math.min(left + (bytesPerSecond * STEP_MS) / 1_000, bytesPerSecond)
      while (left >= 1) {
        const bytes = relay.read(Math.min(Math.floor(left), relay.readableLength)) as Buffer | null
        if (bytes === null) break
        left -= bytes.length
        client.write(bytes)
      }
    }, STEP_MS)
    relay.on('readable', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get connections() {
      return connections
    },
    carry: (rate) => {
      bytesPerSecond = rate
    },
    close: () => {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
