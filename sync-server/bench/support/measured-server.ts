// The bench's end of a server in a process of its own: its port, its processor time, and a place for each room.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { SUBPROTOCOL, capabilityProtocol } from '@milepost/protocol'
import { createPlan } from '../../test/support/test-relay.ts'

/** Where a room's people connect to. */
export interface Place {
  readonly url: string
  readonly protocols: string[]
}

export type ServerKind = 'bare' | 'writing' | 'relay'

export interface MeasuredServer {
  readonly isRelay: boolean
  newPlace(): Promise<Place>
  cpuSeconds(): Promise<number>
  stop(): Promise<void>
}

export async function startMeasured(kind: ServerKind): Promise<MeasuredServer> {
  const child = fork(new URL('./server-child.ts', import.meta.url), [kind])
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  let rooms = 0
  return {
    isRelay: kind === 'relay',
    newPlace: async () => {
      if (kind !== 'relay') return { url: `ws://127.0.0.1:${port}/${++rooms}`, protocols: [] }
      const { planId, secret } = await createPlan(`http://127.0.0.1:${port}`)
      return { url: `ws://127.0.0.1:${port}/sync/${planId}`, protocols: [SUBPROTOCOL, capabilityProtocol(secret)] }
    },
    cpuSeconds: async () => {
      child.send('cpu')
      const [{ cpuSeconds }] = (await once(child, 'message')) as [{ cpuSeconds: number }]
      return cpuSeconds
    },
    stop: async () => {
      const gone = once(child, 'exit')
      child.send('stop')
      await gone
    },
  }
}
