// Compares a secret with what was given, without telling by the time it takes how much of it was right.
import { createHash, timingSafeEqual } from 'node:crypto'

export function isSameText(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
