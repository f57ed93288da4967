// Chance that can be had again: small, seeded, and the seed is printed with every failure.

export interface Chance {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number
  /** True so often. */
  is(share: number): boolean
  pick<Item>(items: readonly Item[]): Item | undefined
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, is: (share) => next() < share, pick: (items) => items[below(items.length)] }
}

/** `SEED` repeats one run; else each run is another. */
export function firstSeed(): number {
  return Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9))
}

/** How many rounds a random test makes: so many in the ordinary run, more where somebody asks for it. */
export function rounds(ordinary: number): number {
  return Number(process.env['TORTURE_ROUNDS'] ?? ordinary)
}
