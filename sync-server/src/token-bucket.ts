// "So many a second, with bursts up to so many": one bucket, filled by time, never by a timer.

export class TokenBucket {
  readonly #perSecond: number
  readonly #burst: number
  #tokens: number
  #at: number

  constructor(perSecond: number, burst: number, now: number) {
    this.#perSecond = perSecond
    this.#burst = burst
    this.#tokens = burst
    this.#at = now
  }

  /** Takes `cost` where it is there; false where it is not. */
  take(now: number, cost = 1): boolean {
    this.#fill(now)
    if (this.#tokens < cost) return false
    this.#tokens -= cost
    return true
  }

  /** Takes `cost` in any case and says how many milliseconds to wait before the next. */
  spend(now: number, cost: number): number {
    this.#fill(now)
    this.#tokens -= cost
    return this.#tokens >= 0 ? 0 : (-this.#tokens / this.#perSecond) * 1000
  }

  /** Nothing was taken for so long that forgetting it changes nothing. */
  isFull(now: number): boolean {
    this.#fill(now)
    return this.#tokens >= this.#burst
  }

  #fill(now: number): void {
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#at) / 1000) * this.#perSecond)
    this.#at = now
  }
}

/** One bucket per key (an address, a grant), forgotten when it is full again. */
export class TokenBuckets {
  readonly #make: (now: number) => TokenBucket
  readonly #buckets = new Map<string, TokenBucket>()

  constructor(perSecond: number, burst: number) {
    this.#make = (now) => new TokenBucket(perSecond, burst, now)
  }

  take(key: string, now: number): boolean {
    let bucket = this.#buckets.get(key)
    if (bucket === undefined) this.#buckets.set(key, (bucket = this.#make(now)))
    return bucket.take(now)
  }

  sweep(now: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(key)
  }
}
