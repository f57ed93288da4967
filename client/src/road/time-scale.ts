/**
 * Where a moment stands between two edges, and which moment a place means. Days are all alike on the road (UTC, no clock is put
 * forward), so a straight line is all it takes; a library for it was a tenth of the light page.
 */
export interface TimeScale {
  readonly from: number
  readonly to: number
  xOf(ms: number): number
  at(x: number): number
}

export function timeScale(from: number, to: number, [left, right]: readonly [number, number]): TimeScale {
  return {
    from,
    to,
    xOf: (ms) => left + ((ms - from) / (to - from)) * (right - left),
    at: (x) => from + ((x - left) / (right - left)) * (to - from),
  }
}
