// How long the tests of `test/torture` take: a moment in the ordinary run, as long as asked for in `npm run torture`.

/** Minutes asked for; 0 in the ordinary run. */
export const MINUTES = Number(process.env['TORTURE_MINUTES'] ?? 0)

export const IS_LONG = MINUTES > 0

export const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9))

export function scaled<Value>(ordinary: Value, long: Value): Value {
  return IS_LONG ? long : ordinary
}

/** For `test`: what one of these may take. */
export const TORTURE_TIMEOUT = scaled(60_000, (MINUTES + 5) * 60_000)

/** Small and seeded: numbers from 0 up to 1. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A figure that was measured: printed, never asserted where it is a time. */
export function tell(name: string, value: number, unit: string): void {
  process.stdout.write(`${JSON.stringify({ name, value: Math.round(value * 1_000) / 1_000, unit })}\n`)
}
