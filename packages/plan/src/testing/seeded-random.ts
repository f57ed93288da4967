/** Randomness that can be repeated: the same seed gives the same bytes (mulberry32). */
import type { RandomBytes } from '../ids.ts'

export function seededRandom(seed: number): RandomBytes {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) & 255
  }
  return (count) => Uint8Array.from({ length: count }, next)
}
