// 15: more than there is room for: a frame a byte too long, a message in a hundred thousand crumbs, a compressed bomb, and
// people who come back with more than their room takes. Each is closed with its code, and edits stay with the people.
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { LIMITS, SUBPROTOCOL, capabilityProtocol, type Capability } from '@milepost/protocol'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { figuresAt } from '../support/figures.ts'
import { rawClient } from '../support/raw-client.ts'
import { relayProcess } from '../support/relay-process.ts'
import { stage } from '../support/stage.ts'
import { createPlan, freshFolder } from '../support/test-relay.ts'
import { typed } from '../support/updates.ts'

const MB = 1024 * 1024

/** A websocket by hand, after the relay's hello. */
async function handmade(port: number, room: string, secret: Capability): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  const key = randomBytes(16).toString('base64')
  socket.write(
    [
      `GET /sync/${room} HTTP/1.1`,
      'Host: relay',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${key}`,
      `Sec-WebSocket-Protocol: ${SUBPROTOCOL}, ${capabilityProtocol(secret)}`,
      'Sec-WebSocket-Extensions: permessage-deflate',
      '\r\n',
    ].join('\r\n'),
  )
  await new Promise<void>((resolve, reject) => {
    let head = ''
    socket.on('data', function look(data: Buffer) {
      head += data.toString('latin1')
      if (!head.includes('\r\n\r\n')) return
      socket.off('data', look)
      if (/permessage-deflate/i.test(head)) reject(new Error('the relay took up compression'))
      else resolve()
    })
  })
  return socket
}

/** The code of the close frame that comes. */
function closeCode(socket: Socket): Promise<number> {
  return new Promise((resolve) => {
    let bytes = Buffer.alloc(0)
    socket.on('data', (data: Buffer) => {
      bytes = Buffer.concat([bytes, data])
      const at = bytes.findIndex((byte, at) => byte === 0x88 && (bytes[at + 1] ?? 0) >= 2 && (bytes[at + 1] ?? 0) < 126)
      if (at !== -1 && bytes.length >= at + 4) resolve(bytes.readUInt16BE(at + 2))
    })
    socket.on('close', () => resolve(1006))
  })
}

/** Opcode and flags, length, an empty mask, and as much of the payload as is given. */
function frame(first: number, length: number, payload: Uint8Array = new Uint8Array()): Buffer {
  const head = Buffer.alloc(14)
  head[0] = first
  head[1] = 0x80 | 127
  head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, payload])
}

test('15: a frame that announces one byte too many is refused before it comes', async () => {
  const { port, plan } = await stage()
  const socket = await handmade(port, plan.planId, plan.secret)
  const code = closeCode(socket)
  socket.write(frame(0x82, LIMITS.frameBytes + 1))
  expect(await code).toBe(4413)
})

test('15: as does a message whose parts add up to it', async () => {
  const { port, plan } = await stage({ limits: { frameBytes: 100_000 } })
  const socket = await handmade(port, plan.planId, plan.secret)
  const code = closeCode(socket)
  socket.write(frame(0x02, 60_000, new Uint8Array(60_000)))
  socket.write(frame(0x80, 60_000, new Uint8Array(60_000)))
  expect(await code).toBe(4413)
})

test('15: a message in crumbs of one byte is refused, and the others are served', async () => {
  const { port, plan, raw, relay } = await stage()
  const socket = await handmade(port, plan.planId, plan.secret)
  const code = closeCode(socket)
  const crumb = Buffer.from([0x00, 0x81, 0, 0, 0, 0, 7])
  socket.write(Buffer.from([0x02, 0x81, 0, 0, 0, 0, 0]))
  socket.write(Buffer.concat(Array.from({ length: 200_000 }, () => crumb)))
  expect(await code).toBe(4413)
  expect(await relay.metrics.text()).toContain('refused_total{why="frame_parts"} 1')
  const other = raw(plan.secret)
  await other.next('hello')
  await other.served()
})

test('15: a compressed frame is malformed: nothing is ever unpacked', async () => {
  const { port, plan } = await stage()
  const socket = await handmade(port, plan.planId, plan.secret)
  const code = closeCode(socket)
  socket.write(frame(0xc2, 100, new Uint8Array(100)))
  expect(await code).toBe(4400)
})

test('15: a room that has no place for what was written offline: closed for good, and the edits stay', async () => {
  const { stock, plan, stored } = await stage({
    limits: { roomBytes: 100_000, uploadBytes: 100_000, frameBytes: 200_000 },
  })
  const doc = new Y.Doc()
  const text = doc.getText('t')
  text.insert(0, 'x'.repeat(100_001))
  const ann = stock(plan.secret, { doc })
  expect(await ann.closed()).toBe(4413)
  expect(ann.provider.shouldConnect).toBe(false)
  expect(text.length).toBe(100_001)
  expect((await stored()).head).toBe(0)
  // Whoever fits is taken.
  const bob = stock(plan.secret)
  await bob.synced()
  bob.text.insert(0, 'small')
  expect(await bob.barrier()).toBe(0)
})

test('15: forty people at once with frames that are too large: the relay’s memory stays as it was', async () => {
  const { dir, remove } = freshFolder()
  const relay = await relayProcess(dir)
  onTestFinished(async () => {
    await relay.kill('SIGKILL')
    remove()
  })
  const { planId, secret } = await createPlan(relay.origin)
  const before = await figuresAt(relay.origin)
  const large = new Uint8Array(LIMITS.frameBytes + 1)
  for (let round = 0; round < 4; round++) {
    const clients = Array.from({ length: 10 }, () => rawClient(relay.origin, planId, secret))
    await Promise.all(clients.map((client) => client.next('hello')))
    for (const client of clients) client.ws.send(large)
    expect(new Set(await Promise.all(clients.map(({ closed }) => closed)))).toEqual(new Set([4413]))
  }
  const after = await figuresAt(relay.origin)
  expect(after('process_resident_memory_bytes') - before('process_resident_memory_bytes')).toBeLessThan(100 * MB)
  expect(after('milepost_refused_total')).toBe(40)
  const good = rawClient(relay.origin, planId, secret)
  await good.next('hello')
  const answer = good.next('barrierAnswer')
  good.send({ type: 'syncStep2', update: typed('and on') }, { type: 'barrier', n: 1 })
  expect(await answer).toMatchObject({ status: 0 })
  good.leave()
})
