// A slow reader, without a network: a socket that takes bytes only when the test lets it.
import { Duplex } from 'node:stream'
import { expect, test } from 'vitest'
import { DEFAULT_LIMITS as LIMITS } from '../limits.ts'
import { fakeTimer } from '../../test/support/fake-timer.ts'
import { Outbox } from './outbox.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))
const MB = 1024 * 1024

class SlowSocket extends Duplex {
  bytesWritten = 0
  taken = 0
  readonly sizes: number[] = []
  #waiting: { bytes: number; done: () => void }[] = []

  constructor() {
    super({ writableHighWaterMark: 16_384 })
  }

  override _read(): void {}

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.bytesWritten = this.taken + this.writableLength
    this.sizes.push(chunk.length)
    this.#waiting.push({ bytes: chunk.length, done })
  }

  /** The other end reads one chunk. */
  takeOne(): boolean {
    const next = this.#waiting.shift()
    if (next === undefined) return false
    this.taken += next.bytes
    next.done()
    return true
  }
}

function reader() {
  const socket = new SlowSocket()
  const timer = fakeTimer()
  const catchUps: number[] = []
  let cuts = 0
  let counted = 0
  const outbox: Outbox = new Outbox({
    socket,
    limits: LIMITS,
    buffered: (by) => void (counted += by),
    monotonic: () => timer.monotonic(),
    catchUp: async (afterSeq) => {
      catchUps.push(afterSeq)
      outbox.write(new Uint8Array(10))
    },
    cutOff: () => void cuts++,
  })
  const takeAll = async () => {
    for (let idle = 0; idle < 3;) {
      idle = socket.takeOne() ? 0 : idle + 1
      await turn()
    }
  }
  return { socket, timer, outbox, catchUps, takeAll, cuts: () => cuts, counted: () => counted }
}

test('[OUT-1] small messages of one turn leave as one write, in order', async () => {
  const written: number[] = []
  const socket = new Duplex({
    read() {},
    writev: (chunks, done) => {
      for (const { chunk } of chunks) written.push(...(chunk.length > 100 ? [chunk[0]] : chunk))
      written.push(-1)
      done()
    },
  })
  const outbox = new Outbox({ socket, limits: LIMITS, monotonic: () => 0, catchUp: async () => {}, cutOff: () => {}, buffered: () => {} }) // prettier-ignore
  for (const byte of [1, 2, 3]) outbox.write(Uint8Array.of(byte))
  await turn()
  outbox.write(Uint8Array.of(4))
  await turn()
  expect(written).toEqual([1, 2, 3, -1, 4, -1])
  for (const byte of [5, 6]) outbox.write(new Uint8Array(MB / 8).fill(byte))
  await turn()
  expect(written.slice(6)).toEqual([5, 6, -1])
})

test('[OUT-1] what was said before a goodbye leaves before it', async () => {
  const { socket, outbox, takeAll } = reader()
  outbox.write(new Uint8Array(10))
  outbox.flush()
  socket.write(new Uint8Array(1))
  await takeAll()
  expect(socket.taken).toBe(11)
  expect(socket.sizes).toEqual([10, 1])
})

test('[OUT-2] a lagging reader misses single changes and gets one catch-up from the first it missed', async () => {
  const { outbox, catchUps, takeAll } = reader()
  for (let seq = 1; seq <= 5; seq++) outbox.writeChanges(new Uint8Array(MB / 2), seq)
  await turn()
  expect(outbox.isLagging).toBe(true)
  const waiting = outbox.bytesWaiting
  outbox.writeChanges(new Uint8Array(MB), 6)
  outbox.writePresence(new Uint8Array(100))
  expect(outbox.bytesWaiting).toBe(waiting)
  expect(catchUps).toEqual([])
  await takeAll()
  expect(catchUps).toEqual([3])
  expect(outbox.isLagging).toBe(false)
  outbox.writeChanges(new Uint8Array(10), 7)
  expect(outbox.bytesWaiting).toBeGreaterThan(0)
})

test('[OUT-2] a catch-up the disk refused is tried again', async () => {
  const socket = new SlowSocket()
  let tries = 0
  const outbox: Outbox = new Outbox({
    socket,
    limits: LIMITS,
    monotonic: () => 0,
    buffered: () => {},
    catchUp: async () => {
      tries++
      if (tries === 1) throw new Error('disk')
    },
    cutOff: () => {},
  })
  outbox.write(new Uint8Array(2 * MB))
  outbox.writeChanges(new Uint8Array(1), 9)
  await turn()
  while (socket.takeOne()) await turn()
  await turn()
  expect([tries, outbox.isLagging]).toEqual([1, true])
  outbox.sweep()
  await turn()
  expect([tries, outbox.isLagging]).toEqual([2, false])
})

test('[OUT-3] what piles up has a bound', () => {
  const { outbox, cuts } = reader()
  for (let at = 0; at <= LIMITS.stalledBytes / MB; at++) outbox.write(new Uint8Array(MB))
  expect(cuts()).toBe(1)
})

test('[OUT-4] a reader that takes nothing is cut off, one that moves slowly stays', async () => {
  const { outbox, socket, timer, cuts } = reader()
  for (let at = 0; at < 8; at++) outbox.write(new Uint8Array(100_000))
  await turn()
  for (let at = 0; at < 6; at++) {
    timer.advance(LIMITS.stalledMs * 0.6)
    socket.takeOne()
    outbox.sweep()
    await turn()
  }
  expect(cuts()).toBe(0)
  timer.advance(LIMITS.stalledMs + 1)
  outbox.sweep()
  expect(cuts()).toBe(1)
})

test('[OUT-5] large pieces wait for room, and a socket that goes wakes them', async () => {
  const { outbox, socket, takeAll } = reader()
  outbox.write(new Uint8Array(2 * MB))
  let hasRoom = false
  const waiting = outbox.room().then(() => (hasRoom = true))
  await turn()
  expect(hasRoom).toBe(false)
  await takeAll()
  await waiting
  outbox.write(new Uint8Array(2 * MB))
  const gone = outbox.room()
  socket.destroy()
  await gone
  expect(hasRoom).toBe(true)
})

test('[OUT-7] a reader whose bytes trickle out of the system’s own queue stays, and one whose do not is cut off', async () => {
  const { outbox, timer, socket, cuts } = reader()
  Object.assign(socket, { localPort: 1, remotePort: 2 })
  outbox.write(new Uint8Array(2 * MB))
  await turn()
  let held = 4 * MB
  for (let at = 0; at < 60; at++) {
    timer.advance(5_000)
    expect(outbox.sweep(new Map([['1:2', held]]))).toBe(at > 0)
    held -= 100
  }
  expect(cuts()).toBe(0)
  for (let at = 0; at <= LIMITS.stalledMs / 5_000 + 1; at++) {
    timer.advance(5_000)
    outbox.sweep(new Map([['1:2', held]]))
  }
  expect(cuts()).toBe(1)
})

test('[OUT-7] what goes out at once says nothing of the reader', async () => {
  const { outbox, takeAll } = reader()
  outbox.sweep()
  for (let at = 0; at < 3; at++) {
    outbox.write(new Uint8Array(2))
    await takeAll()
    expect(outbox.sweep()).toBe(false)
  }
})

test('[OUT-6] what waits is counted to the byte, and given back when the socket goes', async () => {
  const { outbox, socket, counted } = reader()
  for (let at = 0; at < 5; at++) outbox.write(new Uint8Array(1_000))
  await turn()
  expect(counted()).toBe(outbox.bytesWaiting)
  socket.takeOne()
  outbox.recount()
  expect(counted()).toBe(outbox.bytesWaiting)
  socket.destroy()
  await turn()
  expect(counted()).toBe(0)
  outbox.release()
  outbox.recount()
  expect(counted()).toBe(0)
})
