// The conversation of PROTOCOL.md (`golden/conversation.json`), played against a relay byte for byte: what somebody who
// writes a client in another language relies on.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SUBPROTOCOL, capabilityProtocol } from '@milepost/protocol'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { stage } from './support/stage.ts'

interface Step {
  readonly who: string
  readonly says?: string
  readonly does?: 'joins' | 'leaves'
  readonly right?: string
  readonly sends?: string
  readonly gets?: string
  readonly closed?: number
}

const STEPS = JSON.parse(readFileSync(join(import.meta.dirname, '../../packages/protocol/golden/conversation.json'), 'utf8')) as readonly Step[] // prettier-ignore

interface Talker {
  send(hex: string): void
  /** The next frame that was not asked for yet. */
  next(): Promise<string>
  readonly closed: Promise<number>
  leave(): void
}

function talker(url: string, secret: string): Talker {
  const ws = new WebSocket(url, [SUBPROTOCOL, capabilityProtocol(secret as never)])
  const opened = new Promise<void>((resolve) => ws.once('open', () => resolve()))
  const frames: string[] = []
  let look = () => {}
  ws.on('message', (data: Buffer) => {
    frames.push(data.toString('hex').replaceAll(/(..)(?=.)/g, '$1 '))
    look()
  })
  onTestFinished(() => ws.terminate())
  return {
    send: (hex) => void opened.then(() => ws.send(Buffer.from(hex.replaceAll(' ', ''), 'hex'))),
    next: () =>
      new Promise((resolve) => {
        look = () => {
          const frame = frames.shift()
          if (frame === undefined) return
          look = () => {}
          resolve(frame)
        }
        look()
      }),
    closed: new Promise((resolve) => ws.once('close', resolve)),
    leave: () => ws.close(),
  }
}

test('[FRAME-11] the conversation of PROTOCOL.md, byte for byte', async () => {
  const { origin, plan, link } = await stage()
  const talkers = new Map<string, Talker>()
  const played: string[] = []
  for (const { who, does, right = 'edit', sends, gets, closed, says = '' } of STEPS) {
    played.push(`${who}: ${says}`)
    if (does === 'joins') {
      const { secret } = await link(right)
      talkers.set(who, talker(`${origin.replace('http', 'ws')}/sync/${plan.planId}`, secret))
    }
    const one = talkers.get(who)!
    if (does === 'leaves') one.leave()
    if (sends !== undefined) one.send(sends)
    const frame = gets === undefined ? '' : await one.next()
    const expected = gets ?? ''
    expect([
      ...played,
      frame.startsWith(expected.replace('*', '')) && expected.endsWith('*') ? expected : frame,
    ]).toEqual([...played, expected])
    const code = closed === undefined ? undefined : await one.closed
    expect(code).toBe(closed)
  }
})

test('[FRAME-11] the bytes that PROTOCOL.md prints are those of the conversation', () => {
  const page = readFileSync(join(import.meta.dirname, '../../packages/protocol/PROTOCOL.md'), 'utf8')
  const printed = [...page.matchAll(/^\| (client|relay) \| `([0-9a-f ]+)` \|/gm)].map(([, , hex]) => hex)
  const said = STEPS.flatMap(({ sends, gets }) => [sends, gets]).join(' | ')
  expect(printed.length).toBeGreaterThan(4)
  for (const hex of printed) expect(said).toContain(hex)
})
