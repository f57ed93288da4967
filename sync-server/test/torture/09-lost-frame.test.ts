// 9, a lost frame: a proxy swallows one change of a stock client. The relay asks for it by its state vector, it heals without a
// reload, and what waited waits no more.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { stage } from '../support/stage.ts'
import { stockClient, until } from '../support/stock-client.ts'

/** Passes everything on, but for the client's frames that `swallows`. */
async function proxyTo(origin: string, swallows: (frame: Buffer) => boolean): Promise<string> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: ([first = '']) => first })
  onTestFinished(() => void server.close())
  server.on('connection', (client, request) => {
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((text) => text.trim())
    const relay = new WebSocket(`${origin.replace('http', 'ws')}${request.url}`, offered)
    const opened = once(relay, 'open')
    relay.on('message', (data) => client.send(data as Buffer))
    relay.on('close', (code) => client.close(code === 1005 || code === 1006 ? 1000 : code))
    client.on('message', (data) => {
      if (!swallows(data as Buffer)) void opened.then(() => relay.send(data as Buffer))
    })
    client.on('close', () => relay.close())
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('[ROOM-7] one of many frames is lost on the way: asked for, sent again, and nothing waits', async () => {
  const { stock, plan, origin, relay, storedText } = await stage()
  const isUpdate = (frame: Buffer) => frame[0] === 0 && frame[1] === 2
  let toGo = 5
  let lost = 0
  const proxy = await proxyTo(origin, (frame) => {
    if (!isUpdate(frame) || --toGo !== 0) return false
    lost++
    return true
  })
  const bob = stock(plan.secret)
  const ann = stockClient(proxy, plan.planId, plan.secret)
  onTestFinished(() => ann.leave())
  await Promise.all([ann.synced(), bob.synced()])
  let connections = 0
  ann.provider.on('status', () => connections++)
  const text = 'every single letter'
  for (const letter of text) ann.text.insert(ann.text.length, letter)
  await until(bob.doc, () => bob.text.toJSON() === text)
  expect(lost).toBe(1)
  expect(await ann.barrier()).toBe(0)
  expect(await storedText()).toBe(text)
  expect(connections).toBe(0)
  expect(await relay.metrics.text()).toContain('milepost_waiting_rows 0')
  expect(await relay.metrics.text()).toContain('milepost_waiting_bytes 0')
})
