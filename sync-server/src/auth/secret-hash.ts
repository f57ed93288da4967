// The only thing the relay keeps of a capability. 32 random bytes need no slow hash: there is nothing to guess.
import { createHash } from 'node:crypto'
import type { Capability } from '@milepost/protocol'

export function hashOf(capability: Capability): Uint8Array {
  return Uint8Array.from(createHash('sha256').update(capability).digest())
}
