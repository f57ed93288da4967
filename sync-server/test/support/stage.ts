// A relay with one plan and everything that has to be tidied away after a test.
import { onTestFinished } from 'vitest'
import { rawClient, type RawClient, type RawOptions } from './raw-client.ts'
import { stockClient, type StockClient, type StockClientOptions } from './stock-client.ts'
import {
  createPlan,
  makeLink,
  startTestRelay,
  type TestPlan,
  type TestRelay,
  type TestRelayOptions,
} from './test-relay.ts'
import type { Capability } from '@milepost/protocol'
import type { StoredRoom } from '../../src/storage/storage.ts'
import { textOf } from './updates.ts'
import type { RoomName } from '@milepost/protocol'

export interface Stage extends TestRelay {
  readonly plan: TestPlan
  /** A link of the plan with this right. */
  link(right: string, side?: string): Promise<{ readonly secret: Capability; readonly id: string }>
  raw(secret: string, options?: RawOptions & { readonly room?: string }): RawClient
  stock(
    secret: Capability,
    options?: StockClientOptions & { readonly room?: string; readonly origin?: string },
  ): StockClient
  stored(room?: string): Promise<StoredRoom>
  /** The text of the room as the storage holds it. */
  storedText(room?: string): Promise<string>
}

export async function stage(options: TestRelayOptions = {}): Promise<Stage> {
  const started = await startTestRelay(options)
  onTestFinished(() => started.relay.stop())
  const plan = await createPlan(started.origin)
  const stored = async (room: string = plan.planId) => {
    const found = await started.storage.readRoom(room as RoomName)
    if (typeof found === 'string') throw new Error(found)
    return found
  }
  return {
    ...started,
    plan,
    link: (right, side) => makeLink(started.origin, plan, right, side),
    raw: (secret, { room = plan.planId, ...rest } = {}) => {
      const client = rawClient(started.origin, room, secret, rest)
      onTestFinished(() => client.leave())
      return client
    },
    stock: (secret, { room = plan.planId, origin = started.origin, ...rest } = {}) => {
      const client = stockClient(origin, room, secret, rest)
      onTestFinished(() => client.leave())
      return client
    },
    stored,
    storedText: async (room) => {
      const { segments, tail } = await stored(room)
      return textOf([...segments, ...tail].map(({ update }) => update))
    },
  }
}
